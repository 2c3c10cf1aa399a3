import { countInterval95, type Interval, wilson95 } from './interval';

/**
 * Where a thing was counted. `own`: the product's own fixtures, in every clone. `open`: real documents that rules were written
 * looking at. `sealed`: real documents of which nobody who writes rules sees more than totals.
 */
export type Fold = 'own' | 'open' | 'sealed';
export const FOLDS: readonly Fold[] = ['own', 'open', 'sealed'];

/** One figure of one fold. */
export interface Measure {
  readonly name: string;
  readonly fold: Fold;
  /** A share in [0, 1]. */
  readonly value: number;
  /** How many things were counted. */
  readonly of: number;
  /** Null: printed to be known, nothing is asked of it. */
  readonly aim: number | null;
  /** For faults: the lower, the better. */
  readonly isBadHigh?: boolean;
  /** `value` is how many there are of something to each of `of` documents, not a share of them. */
  readonly isCount?: boolean;
}

/** One line of the table: a measure on every fold that it was taken on. */
export interface Row {
  readonly name: string;
  readonly aim: number | null;
  readonly isBadHigh: boolean;
  readonly isCount: boolean;
  readonly folds: Partial<Record<Fold, Pick<Measure, 'value' | 'of'>>>;
}

/** Nothing to count is nothing wrong. */
export const rate = (right: number, of: number): number => (of === 0 ? 1 : right / of);

/** `right` of `of` things. */
export const share = (name: string, fold: Fold, right: number, of: number, aim: number | null): Measure => ({
  name,
  fold,
  value: rate(right, of),
  of,
  aim,
});

/** `wrong` of `of` things, where none is best. */
export const faults = (name: string, fold: Fold, wrong: number, of: number, aim: number | null): Measure => ({
  name,
  fold,
  value: of === 0 ? 0 : wrong / of,
  of,
  aim,
  isBadHigh: true,
});

/** How many faults there are to a document. */
export const perDocument = (name: string, fold: Fold, wrong: number, of: number, aim: number | null): Measure => ({
  ...faults(name, fold, wrong, of, aim),
  isCount: true,
});

/** Measures of one name side by side, in order of their first. */
export function rowsOf(measures: readonly Measure[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { name, fold, value, of, aim, isBadHigh = false, isCount = false } of measures) {
    const row = rows.get(name) ?? { name, aim, isBadHigh, isCount, folds: {} };
    if (row.folds[fold]) throw new Error(`${name} is measured twice on ${fold}`);
    rows.set(name, { ...row, folds: { ...row.folds, [fold]: { value, of } } });
  }
  return [...rows.values()];
}

/** The fold that a row's aim is held against: the sealed one where it has one. */
export const judgedOn = ({ folds }: Row): Fold => (folds.sealed ? 'sealed' : folds.open ? 'open' : 'own');

/** The 95 % interval of what was counted on a fold. */
export const intervalOf = ({ isCount }: Row, { value, of }: Pick<Measure, 'value' | 'of'>): Interval =>
  isCount ? countInterval95(value * of, of) : wilson95(value, of);

/** Null without an aim, or with nothing counted. */
export function isMet(row: Row): boolean | null {
  const judged = row.folds[judgedOn(row)];
  if (row.aim === null || !judged || judged.of === 0) return null;
  // Shares are held against aims that are written in percent.
  return row.isBadHigh ? judged.value <= row.aim + 1e-9 : judged.value >= row.aim - 1e-9;
}

/** By how many points the sealed fold is worse than the open one; negative where it is better, null where one of them is not there. */
export function gapOf({ folds: { open, sealed }, isBadHigh }: Row): number | null {
  if (!open?.of || !sealed?.of) return null;
  return 100 * (isBadHigh ? sealed.value - open.value : open.value - sealed.value);
}
