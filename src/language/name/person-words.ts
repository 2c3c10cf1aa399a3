import { isCutOff } from './honorific';
import { nameWords } from './name-key';

const SUFFIXES = new Set('jr sr ii iii iv phd md cfa cpa esq mba'.split(' '));

/** A name without titles before and behind it. */
export function personWords(name: string): string[] {
  const words = nameWords(name);
  while (words.length > 1 && isCutOff(words[0] as string)) words.shift();
  while (words.length > 1 && SUFFIXES.has(words.at(-1) as string)) words.pop();
  return words;
}

/** `Zuckerberg`, `Mr. Zuckerberg`. */
export const isSurnameAlone = (name: string): boolean => personWords(name).length === 1;

/** What a source calls a voice that it cannot name. */
export const isNobody = (name: string): boolean =>
  /^(unidentified|unknown|unnamed|operator|moderator|speaker\b|analyst$|company representative|corporate (participant|representative))/i.test(
    name.trim(),
  );
