/** z of a two-sided interval: 1.96 leaves 2.5 % on each side. */
const Z95 = 1.959964;
/** One-sided: in 90 % of samples the true share lies above the bound. */
const Z90_LOWER = 1.281552;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's score interval of 95 % for a share seen on `of` things; all of [0, 1] where nothing was counted. */
export function wilson95(share: number, of: number): Interval {
  return scoreInterval(share, of, Z95);
}

/** What the true share is at least, at 90 %: Wilson's lower bound, one-sided. 0 where nothing was counted. */
export function wilsonLower90(right: number, of: number): number {
  return of === 0 ? 0 : scoreInterval(right / of, of, Z90_LOWER).low;
}

/** The interval of 95 % for a number of events to each of `of` things, where a thing may have several: by the square root of a Poisson count. */
export function countInterval95(events: number, of: number): Interval {
  if (of === 0) return { low: 0, high: Number.POSITIVE_INFINITY };
  const low = Math.max(0, Math.sqrt(events) - Z95 / 2) ** 2;
  const high = (Math.sqrt(events + 1) + Z95 / 2) ** 2;
  return { low: low / of, high: high / of };
}

function scoreInterval(share: number, of: number, z: number): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const spread = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / (1 + z ** 2 / of);
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  return { low: Math.max(0, middle - spread), high: Math.min(1, middle + spread) };
}
