import type { Entity } from './entity';

export const surnameOf = (core: readonly string[]): string => (core.at(-1) as string).toLowerCase();

const SHORT = new Map(
  'Bill:William Will:William Bob:Robert Rob:Robert Dick:Richard Rick:Richard Jim:James Jack:John Tony:Anthony Ted:Edward Ed:Edward Ned:Edward Peggy:Margaret Meg:Margaret Liz:Elizabeth Beth:Elizabeth Betty:Elizabeth Chuck:Charles Charlie:Charles Hank:Henry Harry:Henry Larry:Lawrence Mike:Michael Mick:Michael Nick:Nicholas Kate:Katherine Kathy:Katherine Sue:Susan Andy:Andrew Drew:Andrew Ron:Ronald Tom:Thomas Steve:Steven Dave:David Joe:Joseph Sandy:Alexander Bernie:Bernard Mitch:Mitchell'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** Ken for Kenneth, Bill for William. */
const isNickname = (short: string, long: string): boolean =>
  SHORT.get(short) === long ||
  (short.length >= 3 && short.length < long.length && long.startsWith(short) && !/[ay]$/.test(short));

/** The same surname, and given names that do not contradict: Marc H. Morial and Marc Morial, J. Smith and John Smith. */
export function isSamePerson(a: string, b: string): boolean {
  const [given, other] = [a.split(' ')[0] as string, b.split(' ')[0] as string];
  if (!a.includes(' ') || !b.includes(' ')) return true;
  if (given === other || isNickname(given, other) || isNickname(other, given)) return true;
  return (/^\p{L}\.?$/u.test(given) || /^\p{L}\.?$/u.test(other)) && given[0] === other[0];
}

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
