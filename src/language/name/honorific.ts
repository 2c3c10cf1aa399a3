import { z } from 'zod';
import { lazily } from '../lexicon/lexicon-file';
import { readRows } from '../lexicon/lexicon-row';

const row = z.object({
  word: z.string().min(1),
  kind: z.enum(['title', 'rank', 'abbreviation', 'office']),
  gender: z.enum(['male', 'female', '']).default(''),
});

/** lexicon/honorifics.csv: words that stand before a name. */
const kinds = lazily(
  () => new Map(readRows('honorifics.csv', row).map(({ word, kind }) => [word.toLowerCase(), kind])),
);

const plain = (word: string): string => word.replace(/\.$/, '').toLowerCase();

/** Whether a word stands before surnames, by courtesy, rank or office: `Mr.`, `Senator`, `CEO`; with its dot or without. */
export function isHonorific(word: string): boolean {
  const kind = kinds().get(plain(word));
  return kind !== undefined && kind !== 'abbreviation';
}

/** Whether a word before a name is no part of it: `Mr`, `Dr.`, and `Gen.` with its dot alone. */
export function isCutOff(word: string): boolean {
  const kind = kinds().get(plain(word));
  return kind === 'title' || ((kind === 'rank' || kind === 'abbreviation') && word.endsWith('.'));
}
