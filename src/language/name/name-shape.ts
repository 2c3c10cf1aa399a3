import { wordList } from '../lexicon/word-list';
import { isGivenName } from './given-name';
import { isNobodysName } from './no-person';
import { foldName, withoutShouting } from './person-name';
import { isOffice, looksLikeFirm } from './title';

const PARTICLE = String.raw`(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|af|av|y|St\.?)`;
// A dot belongs to an initial alone, or a name would run on into the next sentence.
const WORD = String.raw`(?:(?:[dl]['’])?\p{Lu}[\p{L}\p{M}]{1,24}(?:['’-]{1,2}\p{L}[\p{L}\p{M}]{0,24}){0,3}|\p{Lu}['’-]\p{Lu}[\p{L}\p{M}]{1,24}|\p{Lu}\.(?:-?\p{Lu}\.){0,2}|\p{Lu}(?![\p{L}'’]))`;

/** Pattern of a name of up to five words, bounded so that matching stays linear. */
export const NAME = String.raw`(?:(?:Dr|Mr|Ms|Mrs|Prof|Mister|Miss)\.?\s{1,3})?${WORD}(?:\s{1,40}(?:${PARTICLE}\s{1,40}){0,2}${WORD}){0,4}`;
/** A name of at least two words. */
export const FULL_NAME = String.raw`(?:(?:Dr|Mr|Ms|Mrs|Prof|Mister|Miss)\.?\s{1,3})?${WORD}(?:\s{1,40}(?:${PARTICLE}\s{1,40}){0,2}${WORD}){1,4}`;

const WHOLE = new RegExp(`^${NAME}(?:,? (?:Jr|Sr|II|III|IV|CFA|CPA|PhD)\\.?)?$`, 'u');

/** Capitalised words that begin a heading or a sentence and are nobody's name. */
const NO_NAME = wordList('no-names');

const MONTH_NAME = new Set(['april', 'june', 'august', 'may']);
const FUNCTION_WORD = new Set([
  'the',
  'a',
  'an',
  'and',
  'or',
  'in',
  'on',
  'at',
  'to',
  'for',
  'with',
  'from',
  'as',
  'if',
  'i',
  'we',
  'you',
  'it',
]);

/** Whether words look like a person's name and like nothing else; one word alone is enough where it is capitalised. */
export function isNameShaped(text: string): boolean {
  const name = text.trim();
  if (name.length < 2 || name.length > 60 || !WHOLE.test(name)) return false;
  const words = name.split(/\s+/);
  if (words.length > 6 || isNobodysName(words.map((word) => withoutShouting(word)))) return false;
  const folded = words.map((word) => word.toLowerCase().replace(/[.,]$/, ''));
  // After a given name any word may be a family name: Larry Page, Bill Gross, Peter North; April and June are both.
  const isTold = words.length > 1 && (isGivenName(folded[0] as string) || MONTH_NAME.has(folded[0] as string));
  // An initial is no article: Bridget A. Fallon.
  const isInitial = (i: number): boolean =>
    /^\p{Lu}\.$/u.test(words[i] as string) || (i > 0 && folded[i]?.length === 1);
  if (folded.some((word, i) => NO_NAME.has(word) && !isInitial(i) && !(isTold && (i > 0 || MONTH_NAME.has(word)))))
    return false;
  if (isTold && folded.slice(1).every((word) => FUNCTION_WORD.has(word))) return false;
  return !(isOffice(name) && !isGivenName(foldName(words[0] as string)));
}

/** Stricter: at least two words, and neither an office nor a firm. */
export function isFullName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || !isNameShaped(text) || isOffice(text)) return false;
  return isGivenName(foldName(words[0] as string)) || !looksLikeFirm(text);
}

export const isNoName = (word: string): boolean => NO_NAME.has(word.toLowerCase());
