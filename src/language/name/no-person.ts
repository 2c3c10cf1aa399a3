import { wordList } from '../lexicon/word-list';
import { isGivenName } from './given-name';

/** Bodies that are called like people. */
const NAMESAKES = wordList('namesakes');

/** `Wells Fargo`, `Morgan Stanley`: the first two words are those of a firm, a place or an index that sounds like a person. */
export const isNamesake = (words: readonly string[]): boolean => NAMESAKES.has(words.slice(0, 2).join('_'));

/** Last words of what no person is called. */
const NO_PEOPLE = wordList('no-people');

/**
 * `White House`, `Income Taxes`, `Federal Reserve`: two words and more of which the last says that no person is meant. With a given name in
 * front they may be one all the same: Peter House.
 */
export function isNoPerson(words: readonly string[]): boolean {
  return isNamesake(words) || isNobodysName(words);
}

/** The same without firms that are called like people: in front of words that are said, such a name is a person's. */
export function isNobodysName(words: readonly string[]): boolean {
  if (words.some(isGarbled)) return true;
  const last = words.at(-1) ?? '';
  return words.length > 1 && NO_PEOPLE.has(last.replace(/\.$/, '')) && !isGivenName(words[0] as string);
}

/** `ZuCkErberg`, `Zckrbrg`: what a scan made of letters. Capitals alone are no sign: they shout. */
const isGarbled = (word: string): boolean =>
  /\p{Ll}/u.test(word) &&
  (/^[^-’']*\p{Ll}\p{Lu}[^-’']*\p{Ll}\p{Lu}/u.test(word) || /^[b-df-hj-np-tv-xz]{5,}$/i.test(word));
