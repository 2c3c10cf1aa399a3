import type { Period } from './period';

/**
 * Quarters counted from the year 0, so that comparing and stepping are plain integer arithmetic. Fiscal and calendar
 * ordinals are two separate counts: never compare one with the other.
 */
export function quarterOrdinal(year: number, quarter: number): number {
  return year * 4 + quarter - 1;
}

/** The quarter with that ordinal. */
export function quarterAt(kind: Period['kind'], ordinal: number): Period {
  return { kind, year: Math.floor(ordinal / 4), quarter: ((ordinal % 4) + 1) as 1 | 2 | 3 | 4 };
}

/** Ordinals of the first and the last quarter that a period covers; a year covers its four quarters. */
export function ordinalsOf(period: Period): { readonly first: number; readonly last: number } {
  return {
    first: quarterOrdinal(period.year, period.quarter ?? 1),
    last: quarterOrdinal(period.year, period.quarter ?? 4),
  };
}

/** All quarters from the beginning of one period to the end of another, in order; none when they are the wrong way round. */
export function quartersBetween(from: Period, to: Period): Period[] {
  requireSameKind(from, to);
  const { first } = ordinalsOf(from);
  const { last } = ordinalsOf(to);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => quarterAt(from.kind, first + step));
}

/** The same length of time, `count` steps later (earlier when negative): quarters step by quarters, years by years. */
export function shiftPeriod(period: Period, count: number): Period {
  if (period.quarter === null) return { ...period, year: period.year + count };
  return quarterAt(period.kind, quarterOrdinal(period.year, period.quarter) + count);
}

export function previousPeriod(period: Period): Period {
  return shiftPeriod(period, -1);
}

export function nextPeriod(period: Period): Period {
  return shiftPeriod(period, 1);
}

/** The period it is compared with year over year. */
export function yearAgo(period: Period): Period {
  return { ...period, year: period.year - 1 };
}

export function isSamePeriod(a: Period, b: Period): boolean {
  return a.kind === b.kind && a.year === b.year && a.quarter === b.quarter;
}

/** Whether `inner` lies wholly inside `outer`. A fiscal period never lies in a calendar one: that takes a company's dates. */
export function coversPeriod(outer: Period, inner: Period): boolean {
  if (outer.kind !== inner.kind) return false;
  const bounds = ordinalsOf(outer);
  const { first, last } = ordinalsOf(inner);
  return bounds.first <= first && last <= bounds.last;
}

function requireSameKind(a: Period, b: Period): void {
  if (a.kind !== b.kind) throw new RangeError('fiscal and calendar periods have no common order');
}
