import type { SplitLabel } from '../../../language/name/split-label';
import type { TextRange } from '../../../language/span';

/** Where a label may begin a turn. */
export interface LabelMark {
  /** Index of its first line, and of the line after its last one. */
  readonly line: number;
  readonly nextLine: number;
  readonly kind: 'COLON' | 'OWN_LINE' | 'MARKED';
  /** As printed, without marks of layout. */
  readonly label: string;
  readonly labelRange: TextRange;
  readonly split: SplitLabel;
  /** Where the words begin: behind the label, or at the start of a later line. */
  readonly bodyStart: number;
  /** Marks of its own, an office or a part in the call say that it is a label; a bare name has to prove itself. */
  readonly isCertain: boolean;
  /** `00:01:02` beside the label, in milliseconds. */
  readonly startMs: number | null;
}

const STAMP = String.raw`[([]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[)\]]?`;
export const LEADING_STAMP = new RegExp(
  `^(?:${STAMP}(?:\\s{0,3}(?:-->|-|–|to)\\s{0,3}${STAMP})?)\\s{0,4}[-–|]?\\s{0,4}`,
);
/** A time in brackets in front of words: `(00:01:10) We plan`. A clock without them may be part of what is said. */
export const BRACKETED_STAMP =
  /^(?:\(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\)|\[\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\])\s{1,4}(?=\S)/;
export const TRAILING_STAMP = new RegExp(`\\s{0,6}[-–|@]?\\s{0,3}${STAMP}$`);

/** Milliseconds of the first time stamp in the words; null without one. */
export function stampOf(words: string): number | null {
  const found = /(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,](\d{1,3}))?/.exec(words);
  if (!found) return null;
  const [first, second, third] = [Number(found[1]), Number(found[2]), found[3] === undefined ? null : Number(found[3])];
  const seconds = third === null ? first * 60 + second : first * 3600 + second * 60 + third;
  return seconds * 1000 + Number((found[4] ?? '0').padEnd(3, '0'));
}
