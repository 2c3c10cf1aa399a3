import { lazily, lexiconFiles } from './lexicon-file';

/** Words of one kind. */
export interface WordList {
  has(word: string): boolean;
  /** In the order of the files. */
  all(): readonly string[];
}

/**
 * The words of `lexicon/words/<name>.txt`, separated by white space over as many lines as it takes; what stands behind a # says why. Read
 * when first asked for.
 */
export function wordList(name: string): WordList {
  const words = lazily(() => new Set(lexiconFiles(`words/${name}.txt`).flatMap(({ text }) => wordsOf(text))));
  return { has: (word) => words().has(word), all: () => [...words()] };
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/#.*/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
