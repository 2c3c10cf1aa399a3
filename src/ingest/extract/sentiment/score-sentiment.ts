import { SentimentLabel } from '../../../domain/utterance-enums';
import { Break, type Tokens, tokenize, UNKNOWN, Vocabulary, wordsOf } from '../../../language/vocabulary';
import type { SentimentFinding } from '../finding';
import { BAD, DOWN, GOOD, INTENSIFIERS, LEXICON, MOODS, NEGATIONS, NEUTRAL, UP } from './lexicon';

/** Below so many words nothing can be told: "Thank you" is no mood. */
const FEWEST_WORDS = 4;

/** Words before a mood word within which a negation turns it and an intensifier adds to it. */
const REACH = 3;

/** Words between "revenue" and "rose". */
const SUBJECT_REACH = 6;

/** A negated "good" is less bad than "bad" is. */
const TURNED = -0.7;

/** Keeps the score of few words near the middle: one plain word of praise is a third of the way. */
const DOUBT = 2;

/** About zero. */
const NEUTRAL_WITHIN = 0.1;

interface Meaning {
  readonly mood?: number;
  readonly factor?: number;
  readonly negates?: true;
  readonly direction?: 1 | -1;
  readonly subject?: 1 | -1;
  readonly isNeutral?: true;
}

interface Entry {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

interface Reading {
  readonly meaning: Meaning;
  /** In words. */
  readonly length: number;
}

/** The lexicon by the number of the first word. Most entries are single words, whose meanings are merged beforehand. */
class CompiledLexicon {
  readonly vocabulary = new Vocabulary();
  readonly #single: (Meaning | undefined)[] = [];
  /** Runs of words without their first, the longest first. */
  readonly #runs: ({ readonly rest: readonly number[]; readonly meaning: Meaning }[] | undefined)[] = [];

  constructor(entries: readonly Entry[]) {
    for (const { words, meaning } of entries) {
      const [first, ...rest] = words.map((word) => this.vocabulary.add(word));
      if (first === undefined) throw new Error('The lexicon has an entry without words');
      if (rest.length === 0) this.#single[first] = { ...this.#single[first], ...meaning };
      else this.#addRun(first, rest, meaning);
    }
  }

  /** What the words from `at` on mean, and how many they are; one word can have a mood and be a subject as well. */
  read({ ids, breaks }: Tokens, at: number): Reading | null {
    const id = ids[at]!;
    for (const { rest, meaning } of this.#runs[id] ?? []) {
      if (rest.every((each, i) => ids[at + 1 + i] === each && breaks[at + 1 + i] === Break.NONE)) {
        return { meaning, length: rest.length + 1 };
      }
    }
    const meaning = this.#single[id];
    return meaning ? { meaning, length: 1 } : null;
  }

  #addRun(first: number, rest: readonly number[], meaning: Meaning): void {
    const runs = this.#runs[first] ?? [];
    const same = runs.findIndex((run) => run.rest.length === rest.length && run.rest.every((id, i) => id === rest[i]));
    if (same >= 0) runs[same] = { rest, meaning: { ...runs[same]!.meaning, ...meaning } };
    else runs.push({ rest, meaning });
    this.#runs[first] = runs.sort((a, b) => b.rest.length - a.rest.length);
  }
}

let lexicon: CompiledLexicon | null = null;

/**
 * The mood of some words by the lexicon: in [-1, 1], the good and the bad weighed against each other; 0 where nothing has a
 * mood. Null where the words are too few to tell.
 */
export function scoreSentiment(text: string): SentimentFinding | null {
  lexicon ??= compile();
  const tokens = tokenize(text, lexicon.vocabulary);
  if (tokens.ids.length < FEWEST_WORDS) return null;
  let [good, bad] = [0, 0];
  for (const weight of weigh(tokens, lexicon)) {
    if (weight > 0) good += weight;
    else bad -= weight;
  }
  const score = Math.round(((good - bad) / (good + bad + DOUBT)) * 100) / 100;
  const label =
    score > NEUTRAL_WITHIN
      ? SentimentLabel.POSITIVE
      : score < -NEUTRAL_WITHIN
        ? SentimentLabel.NEGATIVE
        : SentimentLabel.NEUTRAL;
  // Rounding leaves a negative zero behind, which prints and compares as another number.
  return { score: score === 0 ? 0 : score, label, method: LEXICON };
}

/** The weights of the words that have any, negation, intensifiers and what rose or fell accounted for. */
function weigh(tokens: Tokens, compiled: CompiledLexicon): number[] {
  const weights: number[] = [];
  const meanings: (Meaning | null)[] = tokens.ids.map(() => null);
  for (let at = 0; at < tokens.ids.length; ) {
    if (tokens.ids[at] === UNKNOWN) {
      at++;
      continue;
    }
    const found = compiled.read(tokens, at);
    // A run is seen at its last word, so that what stands behind it finds it near.
    if (found && !found.meaning.isNeutral) meanings[at + found.length - 1] = found.meaning;
    at += found?.length ?? 1;
  }
  meanings.forEach((meaning, at) => {
    if (!meaning) return;
    const moved = meaning.direction ? meaning.direction * subjectNear(meanings, tokens, at) : 0;
    // "Growth" by itself is a mood; beside what grew it is that.
    const weight = moved !== 0 ? moved : isMovedSubject(meaning, meanings, tokens, at) ? 0 : (meaning.mood ?? 0);
    if (weight !== 0) weights.push(weight * bearingOn(meanings, tokens, at));
  });
  return weights;
}

/** Whether what rose or fell is good to have: the nearest subject before, else right behind ("higher costs"); 0 without one. */
function subjectNear(meanings: readonly (Meaning | null)[], { breaks }: Tokens, at: number): number {
  const [behind, before] = [1, -1].map((step) => {
    for (let i = at + step, n = 0; n < SUBJECT_REACH && i >= 0 && i < meanings.length; i += step, n++) {
      if (breaks[step > 0 ? i : i + 1] === Break.SENTENCE) return null;
      const { subject } = meanings[i] ?? {};
      if (subject) return { subject, distance: n };
    }
    return null;
  });
  // "higher costs" and "growth in revenue" before "sales … lower": whichever stands nearer.
  if (behind && (!before || behind.distance < before.distance)) return behind.subject;
  return before?.subject ?? 0;
}

/** A "loss" that narrowed counts as that, and not as a loss besides. */
function isMovedSubject(
  meaning: Meaning,
  meanings: readonly (Meaning | null)[],
  { breaks }: Tokens,
  at: number,
): boolean {
  if (!meaning.subject) return false;
  for (let i = at + 1; i <= at + SUBJECT_REACH && i < meanings.length && breaks[i] !== Break.SENTENCE; i++) {
    if (meanings[i]?.direction) return true;
  }
  for (let i = at - 1; i >= at - 2 && i >= 0 && breaks[i + 1] === Break.NONE; i--)
    if (meanings[i]?.direction) return true;
  return false;
}

/** What the words just before do to a word: turn it, strengthen it, weaken it. */
function bearingOn(meanings: readonly (Meaning | null)[], { breaks }: Tokens, at: number): number {
  let factor = 1;
  for (let i = at - 1; i >= 0 && i >= at - REACH && breaks[i + 1] === Break.NONE; i--) {
    if (meanings[i]?.factor && i === at - 1) factor *= meanings[i]!.factor!;
    if (meanings[i]?.negates) factor *= TURNED;
  }
  return factor;
}

function compile(): CompiledLexicon {
  const entries = (words: readonly string[], meaning: Meaning): Entry[] =>
    words.map((entry) => ({ words: wordsOf(entry).map(({ word }) => word), meaning }));
  return new CompiledLexicon([
    ...MOODS.flatMap(([mood, words]) => entries(words, { mood })),
    ...INTENSIFIERS.flatMap(([factor, words]) => entries(words, { factor })),
    ...entries(UP, { direction: 1 }),
    ...entries(DOWN, { direction: -1 }),
    ...entries(GOOD, { subject: 1 }),
    ...entries(BAD, { subject: -1 }),
    ...entries(NEGATIONS, { negates: true }),
    ...entries(NEUTRAL, { isNeutral: true }),
  ]);
}
