/**
 * The cost of a query is about the number of objects that it can return: one for each field of an object type, times the sizes of
 * the lists around it. What does not depend on variables is added up once per document; the rest stays a small tree.
 */
export interface Cost {
  /** The part that is known without variables. */
  fixed: number;
  readonly sized: SizedCost[];
}

/** A list whose size a variable gives: its part counts that many times. */
export interface SizedCost {
  readonly size: Size;
  readonly part: Cost;
}

/** A number of items that is known, or that depends on the variables of the request. */
export type Size = number | ((variables: Variables) => number);

export type Variables = Readonly<Record<string, unknown>>;

export function emptyCost(): Cost {
  return { fixed: 0, sized: [] };
}

/** Adds `part`, `size` times, to `total`. */
export function addCost(total: Cost, part: Cost, size: Size = 1): void {
  if (typeof size === 'function') {
    total.sized.push({ size, part });
    return;
  }
  total.fixed += part.fixed * size;
  for (const inner of part.sized) {
    if (size === 1) total.sized.push(inner);
    else total.sized.push({ size, part: { fixed: 0, sized: [inner] } });
  }
}

/** At least 1: nothing is free, or a flood of empty queries would be. */
export function evaluateCost(cost: Cost, variables: Variables): number {
  // Ten nested pages of 200 stay far below the largest exact integer only after rounding down to it.
  return Math.max(1, Math.min(Number.MAX_SAFE_INTEGER, sum(cost, variables)));
}

function sum(cost: Cost, variables: Variables): number {
  let total = cost.fixed;
  for (const { size, part } of cost.sized) {
    total += (typeof size === 'number' ? size : size(variables)) * sum(part, variables);
  }
  return total;
}
