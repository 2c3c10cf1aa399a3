/** How evaluation compares people, as the reference `score.mjs` beside the real documents does; knows nothing of the product's own rules. */

const SUFFIX = /[, ]+(jr|sr|ii|iii|iv)\.?$/;

/** The words of a name in small letters, without a suffix as Jr. */
const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    // Keys and texts print one apostrophe in two ways.
    .replace(/’/g, "'")
    .replace(/['’]s$/, '')
    .replace(SUFFIX, '')
    .replace(/[^\p{L}\s'’-]/gu, ' ')
    .trim()
    .split(/\s+/)
    .filter(Boolean);

/** The last word of a name; empty for nobody. */
export const surname = (name: string | null | undefined): string => wordsOf(name ?? '').at(-1) ?? '';

/** One person, not only one surname: the first name too, where the key has one ("Mr Vell" is not Oskar Vell). */
export function isSameNode(found: string | null | undefined, key: string): boolean {
  const wanted = wordsOf(key);
  return surname(found) === surname(key) && (wanted.length < 2 || wordsOf(found ?? '').includes(wanted[0] as string));
}
