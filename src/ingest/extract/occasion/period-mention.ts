import type { TextRange } from '../../../language/span';
import { PERIOD_PATTERNS } from './period-pattern';

export type Quarter = 1 | 2 | 3 | 4;

/** A stretch of time as the words name it, before anybody knows which fiscal year the document speaks of. */
export interface PeriodMention extends TextRange {
  /** SPAN: halves, months, year to date, which no canonical period names. DAY: a date, which ends or begins one. */
  readonly unit: 'QUARTER' | 'YEAR' | 'SPAN' | 'DAY';
  readonly quarter: Quarter | null;
  readonly year: number | null;
  /** Of `last year` -1, of `this year` 0, of `next year` 1; null where the words do not relate it to now. */
  readonly yearShift: number | null;
  /** The same of quarters. */
  readonly quarterShift: number | null;
  /** Whether the words say that the fiscal or the calendar year is meant; null: they do not. */
  readonly count: 'FY' | 'CY' | null;
  /** Last day of a period named by its end; YYYY-MM-DD. */
  readonly endsOn: string | null;
}

/** What a pattern reads out of its groups. */
export type PeriodParts = Omit<PeriodMention, 'start' | 'end'>;

export interface PeriodPattern {
  /** Lower-case words of which one has to stand in the text for the pattern to match: looking for them costs next to nothing. */
  readonly needs: readonly string[];
  readonly pattern: RegExp;
  read(groups: readonly (string | undefined)[]): PeriodParts | null;
}

/** Every period that a text names, in order and without overlaps; of two that overlap the longer one. */
export function periodMentionsOf(text: string, range: TextRange = { start: 0, end: text.length }): PeriodMention[] {
  const words = text.slice(range.start, range.end);
  const folded = words.toLowerCase();
  const found: PeriodMention[] = [];
  for (const { needs, pattern, read } of PERIOD_PATTERNS) {
    if (!needs.some((hint) => folded.includes(hint))) continue;
    // Loops of exec, since matchAll makes a new expression on every call.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
      const parts = read(match);
      const start = range.start + match.index;
      if (parts) found.push({ ...parts, start, end: start + match[0].length });
      if (match[0].length === 0) pattern.lastIndex += 1;
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: PeriodMention[] = [];
  for (const mention of found) {
    const last = kept.at(-1);
    if (!last || mention.start >= last.end) kept.push(mention);
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention;
  }
  return kept;
}
