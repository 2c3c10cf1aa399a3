import { z } from 'zod';
import { lazily } from '../lexicon/lexicon-file';
import { readRows } from '../lexicon/lexicon-row';
import { foldName } from './person-name';

export type Gender = 'male' | 'female';

const row = z.object({
  name: z.string().min(1),
  gender: z.enum(['male', 'female', 'either', '']),
  short: z.string().default(''),
  word: z.enum(['yes', '']).default(''),
  spelling: z.string().default(''),
});

interface GivenName {
  /** The pronoun that mostly goes with it; null: either, or untold. */
  readonly gender: Gender | null;
  /** It is a word, a place or a surname just as often: it makes no person, but tells a person's gender. */
  readonly isWord: boolean;
}

interface Book {
  readonly names: ReadonlyMap<string, GivenName>;
  /** By name and short form: the full names that it may stand for, its own among them. */
  readonly fullNames: ReadonlyMap<string, ReadonlySet<string>>;
  /** By spelling: the names that it may be another spelling of, its own among them. */
  readonly spellings: ReadonlyMap<string, ReadonlySet<string>>;
}

/** lexicon/given-names.csv; a later row of a name replaces an earlier one. */
const book = lazily((): Book => {
  const names = new Map<string, GivenName>();
  const fullNames = new Map<string, Set<string>>();
  const spellings = new Map<string, Set<string>>();
  const stand = (forms: Map<string, Set<string>>, form: string, full: string) =>
    forms.set(form, (forms.get(form) ?? new Set()).add(full));
  const rows = new Map(readRows('given-names.csv', row).map((read) => [foldName(read.name), read]));
  for (const [key, { gender, short, word, spelling }] of rows) {
    names.set(key, { gender: gender === 'male' || gender === 'female' ? gender : null, isWord: word === 'yes' });
    for (const form of [key, ...formsIn(short)]) stand(fullNames, form, key);
    for (const form of [key, ...formsIn(spelling)]) stand(spellings, form, key);
  }
  return { names, fullNames, spellings };
});

const formsIn = (cell: string): string[] => cell.split(' ').filter(Boolean).map(foldName);

const share = (forms: ReadonlyMap<string, ReadonlySet<string>>, x: string, y: string): boolean => {
  const others = forms.get(y);
  return others !== undefined && [...(forms.get(x) ?? [])].some((full) => others.has(full));
};

/** Whether two given names may be forms of one: Ron and Ronald, Kathy and Kathleen, José and Jose. */
export function mayBeSameGivenName(a: string, b: string): boolean {
  const [x, y] = [foldName(a), foldName(b)];
  return x === y || share(book().fullNames, x, y);
}

/** Whether who hears one of two given names may write the other: Stephen and Steven, Brian and Bryan. */
export const isOtherSpelling = (a: string, b: string): boolean => share(book().spellings, foldName(a), foldName(b));

/** Whether the table lists a given name, or a form of one: who is not in it may be called anything. */
export const isListedName = (word: string): boolean => book().fullNames.has(foldName(word));

/** Whether a word is a given name and little else: evidence that somebody is named, its absence is none. Of a double name one part is enough. */
export function isGivenName(word: string): boolean {
  const key = foldName(word);
  if (isSure(key)) return true;
  return key.includes('-') && key.split('-').some(isSure);
}

const isSure = (key: string): boolean => book().names.get(key)?.isWord === false;

/** Null: unknown, or a name of both. The first part of a double name tells: Anne-Marie, Jean-Claude. */
export function genderOfName(name: string): Gender | null {
  const key = foldName(name);
  const known = book().names.get(key);
  if (known || !key.includes('-')) return known?.gender ?? null;
  const [first = '', second = ''] = key.split('-');
  return genderOfName(first) ?? genderOfName(second);
}
