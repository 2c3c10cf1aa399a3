import type { Period } from '../../domain/fiscal/period';
import type { Place } from '../text/word';
import type { Anchor } from './anchor';

/** Quarters or years from one to another; a single one is both. */
export interface Span {
  readonly first: Period;
  readonly last: Period;
}

/** Days of speaking, both inclusive. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** What a rule read of time. Null: what it would be counted from is not known. */
export interface Time {
  readonly span?: (anchor: Anchor) => Span | null;
  readonly days?: (anchor: Anchor) => Days | null;
  /** A quarter or a month that has no year of its own takes that of a neighbour: `Q1 to Q3 2024`. */
  readonly ofYear?: (year: number, kind: Period['kind']) => Time;
  /** Written as a day (YYYY-MM-DD) that the calendar does not have, such as 2025-02-30; nothing else is read of it. */
  readonly noDay?: string;
  /** Why it means no days, as a sentence: `winter 2024` may be two. */
  readonly unclear?: string;
  readonly year?: number;
  readonly kind?: Period['kind'];
}

/** A row of the table: its pattern is tried everywhere in the question; the example shows what it reads. */
export interface PeriodRule {
  readonly name: string;
  readonly example: string;
  readonly pattern: RegExp;
  readonly read: (parts: Readonly<Record<string, string | undefined>>) => Time | null;
}

export interface PeriodFind extends Place {
  readonly rule: string;
  readonly time: Time;
}
