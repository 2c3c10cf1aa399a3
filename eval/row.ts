/** One line of the table. */
export interface Row {
  readonly name: string;
  /** `own`: the product's own fixtures, in every clone; `data`: real documents that a clone may lack. */
  readonly where: 'own' | 'data';
  /** In [0, 1]. */
  readonly value: number;
  readonly aim: number;
  /** How many things were counted. */
  readonly of?: number | undefined;
  /** For faults: the lower, the better. */
  readonly isBadHigh?: boolean;
}

export const rowOf = (name: string, where: Row['where'], value: number, aim: number): Row => ({
  name,
  where,
  value,
  aim,
});

/** Nothing to count is nothing wrong. */
export const rate = (right: number, of: number): number => (of === 0 ? 1 : right / of);
