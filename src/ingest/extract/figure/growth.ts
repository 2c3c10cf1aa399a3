import type { Drafted } from './draft';

/** The growth that is said of a level in the same sentence: year over year before others, reported before constant currency. */
export function growthOf(level: Drafted, all: readonly Drafted[], taken: ReadonlySet<Drafted>): Drafted | null {
  if (level.reading.role !== 'LEVEL' || level.quantity.unit === 'PERCENT' || level.quantity.unit === 'MULTIPLE')
    return null;
  const at = all.indexOf(level);
  const changes = all.filter(
    (one) =>
      one.reading.role === 'CHANGE' &&
      one.quantity.unit === 'PERCENT' &&
      one.quantity.value !== null &&
      !taken.has(one) &&
      one.link.label === level.link.label &&
      one.link.from === level.link.from &&
      ownerOf(one, all, at) === at,
  );
  const rank = (one: Drafted) => (one.isYearly ? 0 : 2) + (one.flavour === 'REPORTED' ? 0 : 1);
  return changes.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** The index of the level that a change belongs to: the one right before it, or the one that it leads up to. */
function ownerOf(change: Drafted, all: readonly Drafted[], candidate: number): number {
  const at = all.indexOf(change);
  const before = all.slice(0, at).findLastIndex((one) => isLevelOf(one, change));
  if (before >= 0) return before;
  const after = all.findIndex((one, i) => i > at && isLevelOf(one, change));
  return after >= 0 ? after : candidate === at ? -1 : -2;
}

const isLevelOf = (one: Drafted, change: Drafted): boolean =>
  one.reading.role === 'LEVEL' &&
  one.quantity.unit !== 'PERCENT' &&
  one.link.from === change.link.from &&
  one.link.label === change.link.label;
