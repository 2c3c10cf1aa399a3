import { z } from 'zod';
import { lazily } from './lexicon/lexicon-file';
import { readRows } from './lexicon/lexicon-row';
import { wordList } from './lexicon/word-list';

/** SIGN: a full stop. WORD: a part of the abbreviation before it, and no more. BOTH: the abbreviation stands last in its sentence. */
export type Dot = 'SIGN' | 'WORD' | 'BOTH';

const row = z.object({ word: z.string().min(1), ends: z.enum(['never', 'opener', 'number']) });

/** lexicon/abbreviations.csv */
const abbreviations = lazily(() => new Map(readRows('abbreviations.csv', row).map(({ word, ends }) => [word, ends])));
const openers = wordList('sentence-openers');

/** Letters of the longest abbreviation, its dots among them. */
const LONGEST = 12;
/** As far as the next word is looked for. */
const REACH = 40;

/** What the dot at a place of a text is. The one answer for whoever cuts texts into sentences. */
export function dotAt(text: string, at: number): Dot {
  const word = /(?<![\p{L}\p{N}])\p{L}[\p{L}.]*$/u.exec(text.slice(Math.max(0, at - LONGEST), at))?.[0];
  if (word === undefined) return 'SIGN';
  const ends =
    abbreviations().get(word) ?? abbreviations().get(word.toLowerCase()) ?? (isInitial(word) ? 'opener' : null);
  if (ends === null) return 'SIGN';
  const rest = text.slice(at + 1, at + 1 + REACH);
  if (ends === 'number') return /^\s?\d/.test(rest) ? 'WORD' : 'SIGN';
  const next = /^\s+["'“‘([«]*([\p{L}’']+)/u.exec(rest)?.[1];
  return ends === 'opener' && next !== undefined && openers.has(next.replace(/['’].*/, '')) ? 'BOTH' : 'WORD';
}

/** `J`, and `J.P` as it stands before its last dot. */
const isInitial = (word: string): boolean => /^\p{Lu}(?:\.\p{L})*$/u.test(word);
