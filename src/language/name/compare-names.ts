import { mayBeSameGivenName } from './given-name';
import { foldName, type PersonName, parsePersonName } from './person-name';

/** UNSURE: one of the two leaves open what would decide, `Susan` and `Susan Li`. */
export type NameMatch = 'SAME' | 'UNSURE' | 'DIFFERENT';

/**
 * Whether two names are of one person as far as names tell: nicknames, initials, accents, second given names and a slip of
 * spelling in the family name are no difference.
 */
export function compareNames(one: string, other: string): NameMatch {
  const [a, b] = [parsePersonName(one), parsePersonName(other)];
  if (!a || !b) return 'DIFFERENT';
  if (foldName(a.full) === foldName(b.full)) return 'SAME';
  if (a.family === null || b.family === null) return compareShort(a, b);
  const family = compareFamily(a.family, b.family, a, b);
  if (family === 'DIFFERENT') return 'DIFFERENT';
  const given = compareGiven(a, b);
  if (given === 'DIFFERENT') return 'DIFFERENT';
  return family === 'SAME' && given === 'SAME'
    ? 'SAME'
    : family === 'SAME' || given === 'SAME'
      ? looseMatch(a, b)
      : 'UNSURE';
}

function compareShort(a: PersonName, b: PersonName): NameMatch {
  const [short, long] = a.family === null ? [a, b] : [b, a];
  const word = foldName(short.given);
  if (mayBeSameGivenName(word, foldName(long.given))) return 'UNSURE';
  if (long.family && foldName(long.family).split(' ').includes(word)) return 'UNSURE';
  if (long.family && foldName(long.family) === word) return 'UNSURE';
  return long.middle.some((part) => foldName(part) === word) ? 'UNSURE' : 'DIFFERENT';
}

function compareFamily(one: string, other: string, a: PersonName, b: PersonName): NameMatch {
  const [x, y] = [foldName(one).replace(/[\s-]/g, ''), foldName(other).replace(/[\s-]/g, '')];
  if (x === y) return 'SAME';
  // Of a double name one half may be left out: Dybeck Happe and Happe, where the other half stands among the given names.
  const halves = (name: string, whole: PersonName): string[] =>
    [...name.split(/[\s-]+/), ...whole.middle].map(foldName).filter((part) => part.length > 2);
  const [left, right] = [halves(one, a), halves(other, b)];
  if (left.includes(y) || right.includes(x)) return 'SAME';
  return isSlip(x, y) ? 'UNSURE' : 'DIFFERENT';
}

function compareGiven(a: PersonName, b: PersonName): NameMatch {
  const [x, y] = [foldName(a.given), foldName(b.given)];
  if (mayBeSameGivenName(x, y)) return 'SAME';
  // J. Smith, or J. Robert Smith called Robert.
  if ((x.length === 1 || y.length === 1) && x[0] === y[0]) return 'SAME';
  const within = (name: string, middle: readonly string[]): boolean =>
    middle.some((part) => mayBeSameGivenName(foldName(part), name));
  if (within(x, b.middle) || within(y, a.middle)) return 'SAME';
  if (x.replace(/-/g, '') === y.replace(/-/g, '') || x.startsWith(`${y}-`) || y.startsWith(`${x}-`)) return 'SAME';
  return isSlip(x, y) ? 'UNSURE' : 'DIFFERENT';
}

/** One part agrees and the other is a slip away: one person where it is one slip in a long name, else nobody knows. */
function looseMatch(a: PersonName, b: PersonName): NameMatch {
  const [x, y] = [foldName(a.full), foldName(b.full)];
  return Math.min(x.length, y.length) >= 9 && distance(x, y, 2) <= 2 ? 'SAME' : 'UNSURE';
}

/** Whether two spellings sound so alike that whoever wrote one may have heard the other. */
function isSlip(x: string, y: string): boolean {
  const shorter = Math.min(x.length, y.length);
  if (shorter < 4) return shorter >= 2 && soundOf(x) === soundOf(y);
  return distance(x, y, 2) <= (shorter >= 6 ? 2 : 1) || soundOf(x) === soundOf(y);
}

/** A rough key of how a name sounds in English: first letter, consonants, doubles and silent letters gone. */
function soundOf(name: string): string {
  const letters = name
    .replace(/[^a-z]/g, '')
    .replace(/ph/g, 'f')
    .replace(/ck|q|c(?=[aou])/g, 'k')
    .replace(/sch|sh|cz|tz/g, 's')
    .replace(/[wv]/g, 'v')
    .replace(/[zs]+/g, 's')
    .replace(/[dt]+/g, 't');
  return (
    letters.slice(0, 1) +
    letters
      .slice(1)
      .replace(/[aeiouyh]/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}

/** Edits between two words; anything above the limit counts as limit + 1. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[b.length] as number;
}
