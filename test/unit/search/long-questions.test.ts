import { interpret, LONGEST_QUESTION } from '../../../src/search/ask/interpret';
import type { Known } from '../../../src/search/known/known';
import { wordsOf } from '../../../src/search/text/word';
import { readKnownGraph } from '../../support/known-graph';

/** Each fills the longest question that is taken: what overlaps itself, what several rules read, and what no rule does. */
const PIECES: readonly string[] = [
  'a ',
  'ai ',
  'a i ',
  'g p u ',
  'meta ',
  'Meta platforms ',
  "meta's ",
  '-meta ',
  '$META ',
  'zuckerberg ',
  "Zuckerberg's ",
  'by Mark ',
  'goldman ',
  'Morgan Stanley ',
  'Xqzvwkaa Bqzvwkaa ',
  'xqzvwkaab ',
  'capex and ',
  'revenue ',
  'data center ',
  'Q4 ',
  'Q4 2024, ',
  'Q4 2024 to ',
  '2024 ',
  "'24 ",
  '2024 and 2021, ',
  '1. quarter ',
  '100th quarter ',
  'first second third ',
  'twenty twenty ',
  'two thousand and ',
  'the last four quarters ',
  'January 2024 to ',
  '3/4/2024 ',
  'spring 2024 ',
  'fiscal year ',
  'quarter by quarter and ',
  'did not say ',
  'not by ',
  'including paraphrases ',
  'tell analysts about ',
  'former chief ',
  'ex-',
  'llyllylly',
  'in the ',
  '"ai" ',
  '" ',
  '(',
  '- ',
  '—',
  '\t',
  'e\u0301 ',
  '日本',
  '🦊 ',
];

const known = readKnownGraph();
const longOf = (piece: string) => piece.repeat(LONGEST_QUESTION).slice(0, LONGEST_QUESTION);

test.each(PIECES)('a question of nothing but %j is read within a second', (piece) => {
  const measure = (): number => {
    const started = performance.now();
    interpret(longOf(piece), '2025-02-10', known);
    return performance.now() - started;
  };
  // What a busy machine holds up once is asked again.
  expect(Math.min(measure(), measure())).toBeLessThan(1_000);
});

test.each(PIECES)('what is looked up for %j grows with its words, not with their square', (piece) => {
  let lookups = 0;
  const counted =
    <T>(look: (first: string) => T) =>
    (first: string): T => {
      lookups++;
      return look(first);
    };
  const counting: Known = {
    ...known,
    terms: counted(known.terms),
    companyNames: counted(known.companyNames),
    firmNames: counted(known.firmNames),
  };
  const long = longOf(piece);
  interpret(long, '2025-02-10', counting);
  // Runs of a few words each, and letters that are spelled out.
  expect(lookups).toBeLessThanOrEqual(20 * wordsOf(long).length);
});
