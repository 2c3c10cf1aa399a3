import type { Period } from '../fiscal/period';
import { type DecimalText, percentChange, subtractDecimals } from '../money/decimal';

/** How much more or less than in an earlier period. */
export interface MetricChange {
  readonly absolute: DecimalText;
  /** In percent, 20.6278 for +20.6278 %, 4 places; null when the base is zero or negative. */
  readonly percent: DecimalText | null;
  readonly from: Period;
}

/** A side of the comparison: how a Measurement and a stored value look alike. */
interface Comparable {
  readonly value: DecimalText | null;
  readonly unit: string;
}

/** Null when either side is missing, or they are counted in different units: a change of currency is no growth. */
export function changeBetween(then: Comparable | undefined, now: Comparable, from: Period): MetricChange | null {
  if (then?.value == null || now.value === null || then.unit !== now.unit) return null;
  return {
    absolute: subtractDecimals(now.value, then.value),
    percent: percentChange(then.value, now.value),
    from,
  };
}
