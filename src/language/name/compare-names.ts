import { editDistance } from './edit-distance';
import { genderOfName, isListedName, isOtherSpelling, mayBeSameGivenName } from './given-name';
import { foldName, type PersonName, parsePersonName } from './person-name';
import { soundOf } from './sound';

/**
 * What two names tell of whether they are one person's. SAME: nothing in them differs. LIKELY: a slip of spelling in a long name, another spelling of
 * a given name, or a short form that no table has; within one document that is the same person. UNSURE: one of the two leaves open what would decide (`Susan` and
 * `Susan Li`), or they may be namesakes.
 */
export type NameMatch = 'SAME' | 'LIKELY' | 'UNSURE' | 'DIFFERENT';

/** The one answer to whether two names agree. Nicknames, initials, accents, second given names and halves of double names are no difference. */
export function compareNames(one: string, other: string): NameMatch {
  const [a, b] = [parsePersonName(one), parsePersonName(other)];
  if (!a || !b) return 'DIFFERENT';
  if (foldName(a.full) === foldName(b.full)) return 'SAME';
  if (a.family === null || b.family === null) return compareShort(a, b);
  const family = compareFamily(a.family, b.family, a, b);
  const given = family === 'DIFFERENT' ? 'DIFFERENT' : compareGiven(a, b);
  if (family === 'DIFFERENT' || given === 'DIFFERENT') return 'DIFFERENT';
  if (!agreeWithin(a.middle, b.middle)) return 'UNSURE';
  if (family === 'SAME' && given !== 'UNSURE') return given;
  return family === 'SAME' || given === 'SAME' ? looseMatch(a, b) : 'UNSURE';
}

/** Whether two names of one document are one person's. */
export function isLikelySame(one: string, other: string): boolean {
  const match = compareNames(one, other);
  return match === 'SAME' || match === 'LIKELY';
}

/** Whether two full names differ in the spelling of the surname alone, as a machine may hear it: `Dorell`, `Dorrell`, `Durrell`. */
export function isSpelledAlike(one: string, other: string): boolean {
  const [a, b] = [parsePersonName(one), parsePersonName(other)];
  if (!a?.family || !b?.family || compareGiven(a, b) !== 'SAME' || !agreeWithin(a.middle, b.middle)) return false;
  const [x, y] = [foldName(a.family), foldName(b.family)];
  const shorter = Math.min(x.length, y.length);
  return editDistance(x, y, 2) <= (shorter >= 6 ? 2 : shorter >= 4 ? 1 : 0);
}

function compareShort(a: PersonName, b: PersonName): NameMatch {
  const [short, long] = a.family === null ? [a, b] : [b, a];
  const word = foldName(short.given);
  if (mayBeSameGivenName(word, long.given)) return 'UNSURE';
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
  if (isInitialOf(x, y) || isInitialOf(y, x)) return 'SAME';
  const within = (name: string, middle: readonly string[]): boolean =>
    middle.some((part) => mayBeSameGivenName(part, name));
  if (within(x, b.middle) || within(y, a.middle)) return 'SAME';
  if (x.replace(/-/g, '') === y.replace(/-/g, '') || x.startsWith(`${y}-`) || y.startsWith(`${x}-`)) return 'SAME';
  const genders = [genderOfName(x), genderOfName(y)];
  if (genders.includes('male') && genders.includes('female')) return 'DIFFERENT';
  if (isOtherSpelling(x, y)) return 'LIKELY';
  // Tim and Tom are no slip of each other: the table knows both, and neither as a form of the other.
  if (isListedName(x) && isListedName(y)) return 'DIFFERENT';
  if (isCutShort(x, y) || isCutShort(y, x)) return 'LIKELY';
  return isSlip(x, y) ? 'UNSURE' : 'DIFFERENT';
}

const isInitialOf = (initial: string, name: string): boolean => initial.length === 1 && name.startsWith(initial);

/** `Venkat` for Venkatesh: a beginning of a name. */
const isCutShort = (short: string, long: string): boolean =>
  short.length >= 3 && short.length < long.length && long.startsWith(short) && !/[ay]$/.test(short);

/** Whether the names between do not contradict: of `Ann B. Roe` and `Ann C. Roe` nobody knows. */
function agreeWithin(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const fits = (a: string, b: string): boolean => mayBeSameGivenName(a, b) || isInitialOf(a, b) || isInitialOf(b, a);
  return short.every((name) => long.some((wide) => fits(foldName(name), foldName(wide))));
}

/** One part agrees and the other is a slip away: likely one person where it is two letters at most in a long name, else nobody knows. */
function looseMatch(a: PersonName, b: PersonName): NameMatch {
  const [x, y] = [foldName(a.full), foldName(b.full)];
  return Math.min(x.length, y.length) >= 9 && editDistance(x, y, 2) <= 2 ? 'LIKELY' : 'UNSURE';
}

/** Whether two spellings sound so alike that whoever wrote one may have heard the other. */
function isSlip(x: string, y: string): boolean {
  const shorter = Math.min(x.length, y.length);
  if (shorter < 4) return shorter >= 2 && soundOf(x) === soundOf(y);
  return editDistance(x, y, 2) <= (shorter >= 6 ? 2 : 1) || soundOf(x) === soundOf(y);
}
