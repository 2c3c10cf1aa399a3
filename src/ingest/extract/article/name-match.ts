import { isLikelySame } from '../../../language/name/compare-names';
import type { Entity } from './entity';

export const surnameOf = (core: readonly string[]): string => (core.at(-1) as string).toLowerCase();

/** Whether two names of one surname are one person's: Peter J. Oram and Peter Oram, J. Smith and John Smith; a surname alone is anybody's. */
export const isSamePerson = (a: string, b: string): boolean =>
  !a.includes(' ') || !b.includes(' ') || isLikelySame(a, b);

/** One letter too few, too many, other or swapped, after the first two. */
export function isMisspelling(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || a.slice(0, 2) !== b.slice(0, 2)) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

/** Of namesakes, the one named in full last, but the document's main figure needs no full name. */
export function mostLikely(people: readonly Entity[], place: number): Entity {
  if (people.length === 1) return people[0] as Entity;
  const score = ({ mentions }: Entity): number => {
    let best = 0;
    // The latest of very many tell as much as all.
    for (const { start, isFull, paragraph } of mentions.slice(-80))
      if (isFull) best += start < place ? (paragraph < 0 ? 2 : 1) + (place - start < 400 ? 1.5 : 0) : 0.2;
    return best;
  };
  let [best, most]: [Entity | null, number] = [null, Number.NEGATIVE_INFINITY];
  for (const person of people) {
    const own = score(person);
    if (own > most) [best, most] = [person, own];
  }
  return best as Entity;
}
