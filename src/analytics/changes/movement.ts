/** In the order in which they are shown. */
export const MOVEMENTS = ['NEW', 'ROSE', 'GONE', 'FELL', 'SAME'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** Once may be a slip: what is new is spoken of twice at least. */
const LEAST_NEW = 2;
/** How far a share has to move, of what it was. */
const LEAST_RATIO = 0.5;
/** The same, in passages of the later call: a share of little is no share. */
const LEAST_PASSAGES = 3;

/** Passages about something, among all passages. */
export interface Part {
  readonly count: number;
  readonly of: number;
}

/**
 * How much more or less there is of something. By share: what the later call would hold if its share had stayed is what is compared with, so that
 * a longer call is not more of everything.
 */
export function movementBetween(before: Part, after: Part): Movement {
  if (before.count === 0) return after.count >= LEAST_NEW ? 'NEW' : 'SAME';
  if (after.count === 0) return before.count >= LEAST_NEW ? 'GONE' : 'SAME';
  const expected = (before.count / before.of) * after.of;
  const more = after.count - expected;
  if (Math.abs(more) < LEAST_PASSAGES || Math.abs(more) < expected * LEAST_RATIO) return 'SAME';
  return more > 0 ? 'ROSE' : 'FELL';
}

/** Largest movement first within each kind of movement. */
export interface Moved {
  readonly movement: Movement;
  readonly shareBefore: number;
  readonly shareAfter: number;
}

export function compareMoved(a: Moved, b: Moved): number {
  const distance = ({ shareBefore, shareAfter }: Moved) => Math.abs(shareAfter - shareBefore);
  return MOVEMENTS.indexOf(a.movement) - MOVEMENTS.indexOf(b.movement) || distance(b) - distance(a);
}
