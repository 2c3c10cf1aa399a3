import { addDays, dayNumber, readDay } from '../domain/fiscal/day';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

/** Source of a pattern for the name of a month, whole or cut short, in small letters. */
export const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`;

/** Source of a pattern for a day with its month, the year where it is written: January 29th, 2025; 29 January 2025; 2025-01-29. */
export const DAY_PATTERN = String.raw`(?:${MONTH}\s+\d{1,2}(?:st|nd|rd|th)?\b(?!\s?(?:%|percent|million|billion))(?:,?\s+(?:in\s+)?(?:19|20)\d\d\b)?|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH},?\s+(?:19|20)\d\d\b|(?:19|20)\d\d-\d\d-\d\d)`;

/** The number of a month by its name or the beginning of it, `Sept.`; 0 for what is none. */
export const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const YEAR = String.raw`(?:19|20)\d\d`;
const FULL_DAY = new RegExp(
  String.raw`(?<![\d-])(?:(?<iso>\d{4}-\d{2}-\d{2})|(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?<month>${MONTH})[\s,-]+(?<year>${YEAR})|\b(?<month2>${MONTH})\s+(?<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?:in\s+)?(?<year2>${YEAR}))(?!\d)`,
  'gi',
);

/** A day that a text writes out, with its place in UTF-16 units. */
export interface WrittenDay {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

/** Every day of a text that is written out in full, year included, in order: January 29th, 2025; 29 January 2025; 29-Jan-2025; 2025-01-29. */
export function writtenDaysOf(text: string): WrittenDay[] {
  const found: WrittenDay[] = [];
  for (const match of text.matchAll(FULL_DAY)) {
    const day = dayOf(match.groups as Record<string, string | undefined>);
    if (day) found.push({ day, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function dayOf({ iso, day, month, year, day2, month2, year2 }: Record<string, string | undefined>): string | null {
  const written =
    iso ??
    [year ?? year2, monthNumber(month ?? month2 ?? ''), day ?? day2]
      .map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0'))
      .join('-');
  return readDay(written) === null ? null : written;
}

/** The first day that words write out in full; null without one. */
export const readWrittenDay = (words: string): string | null => writtenDaysOf(words)[0]?.day ?? null;

/** The last such weekday on or before a day: what newswires mean by `on Wednesday`. Null where it names no weekday. */
export function weekdayBefore(name: string, day: string): string | null {
  const wanted = WEEKDAYS.indexOf(name.toLowerCase());
  if (wanted < 0) return null;
  // 1970-01-01 was a Thursday, the fourth of the list.
  const today = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return addDays(day, -((today - wanted + 7) % 7));
}
