import type { PeriodMention } from '../occasion/period-mention';
import type { ReadSentence } from './sentence';

const COMPARING =
  /(?:\b(?:versus|vs\.?|compar\w+\s+(?:to|with)|relative\s+to|against|over|above|below|ahead\s+of|than|since|from|ago|in\s+line\s+with)\s+(?:(?:the|our|a|an|what|was|very|also|reported|actual|strong|record|tough|weak|difficult|exceptional|in|for|during|that\s+of)\s+){0,5}|\b(?:compare[ds]|versus)\b[^;]{0,60}\b(?:in|for|of|during)\s+(?:the\s+)?)$/i;

/** `(2024: $590 million)`, `(Q2 2024: $66 million)`: a period that opens a bracket with a number of its own. */
export function opensBracket({ words, start: origin }: ReadSentence, { start, end }: PeriodMention): boolean {
  return (
    /\(\s*(?:vs\.?\s+|versus\s+|in\s+|prior\s+year\s+)?$/i.test(
      words.slice(Math.max(0, start - origin - 14), start - origin),
    ) && /^\s*[:=–-]?\s*(?:[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}\s?\d|-?\d)/.test(words.slice(end - origin, end - origin + 10))
  );
}

/** Whether a mention is what something is compared with, not when it was. */
export function isComparison(sentence: ReadSentence, mention: PeriodMention): boolean {
  const { words, start } = sentence;
  if (opensBracket(sentence, mention)) return true;
  const before = words.slice(Math.max(0, mention.start - start - 90), mention.start - start);
  return mention.yearShift === -1 && mention.quarter === null && mention.unit === 'QUARTER'
    ? true
    : COMPARING.test(before);
}

/** `from 1 % in 2019, to 11 %`: the year is that of the number before. */
export function isOfBase(
  { words, start, tokens, quantities, readings }: ReadSentence,
  index: number,
  mention: PeriodMention,
): boolean {
  return quantities.slice(0, index).some((quantity, at) => {
    const end = tokens[quantity.to - 1]?.end ?? 0;
    return (
      readings[at]?.role === 'BASE' && mention.start >= end && isDirect(words.slice(end - start, mention.start - start))
    );
  });
}

/** Only small words may stand between a number and the period that is said of it. */
export function isDirect(words: string): boolean {
  return /^[\s,(]*(?:(?:in|for|during|of|on|a|the|our|at|as|by|through|its|and|per|diluted|share|basis|gaap|non-gaap|adjusted|reported|an|to|fiscal|USD|respectively|U\.S\.|with)[\s,-]*){0,7}$/i.test(
    words,
  );
}

/** `For the full year, …` rules the whole sentence. */
export function isOpening({ words, start }: ReadSentence, mention: PeriodMention): boolean {
  return /^\W*(?:(?:and|now|so|but|then|again|turning|looking|finally|overall|also)\W+){0,3}(?:for|in|during|at)?\W*(?:our|the)?\W*$/i.test(
    words.slice(0, mention.start - start),
  );
}

/** A day tells the period of a balance, `as of December 31`; any other day is one on which something happened. */
export function isOtherDay({ words, start }: ReadSentence, { unit, start: at }: PeriodMention): boolean {
  return unit === 'DAY' && !/\b(?:as\s+of|at)\s+$/i.test(words.slice(Math.max(0, at - start - 12), at - start));
}

/** Dates of payment, maturity and the like say nothing of what a number covers. */
export function isDue({ words, start }: ReadSentence, { unit, start: at }: PeriodMention): boolean {
  if (unit !== 'DAY' && unit !== 'YEAR') return false;
  return /\b(?:payable|paid|due|matur\w+|record|holders?|announced|launched|since|acquired|founded|signed|until|by)\s+(?:on|in|of|as\s+of)?\s*$/i.test(
    words.slice(Math.max(0, at - start - 40), at - start),
  );
}
