import type { Place } from '../text/word';
import { SLOTS, STRUCTURE, UNUSED } from './turn-rules';
import { FORMS, ROLES, TARGETS } from './who-rules';
import type { Mark, WordingRule } from './wording-rule';

export interface WordingFind extends Place {
  readonly rule: string;
  readonly mark: Mark;
}

export const WORDING_RULES: readonly WordingRule[] = [
  ...ROLES,
  ...FORMS,
  ...TARGETS,
  ...SLOTS,
  ...UNUSED,
  ...STRUCTURE,
];

const COMPILED = WORDING_RULES.map((rule) => ({
  ...rule,
  pattern: new RegExp(String.raw`(?:${rule.words})(?![\p{L}\p{N}])`, 'iuy'),
}));

/** A minus before a word or a phrase, as in the search box; a dash between words has spaces on both sides or on none. */
const MINUS = /(?<=^|\s)-(?=[\p{L}"“”„])/gu;

/** What follows each minus is left out. */
export const findMinuses = (question: string): WordingFind[] =>
  Array.from(question.matchAll(MINUS), ({ index }) => ({
    start: index,
    end: index + 1,
    rule: 'minus',
    mark: { kind: 'not' },
  }));

/** All that the rows find where words begin, overlaps included. */
export function findWording(question: string, words: readonly Place[]): WordingFind[] {
  return words.flatMap(({ start }) =>
    COMPILED.flatMap(({ name, mark, pattern }) => {
      pattern.lastIndex = start;
      return pattern.test(question) ? [{ start, end: pattern.lastIndex, rule: name, mark }] : [];
    }),
  );
}
