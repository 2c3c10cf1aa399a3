import { addDays, dayNumber, readDay } from '../domain/fiscal/day';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`;

/** Source of a pattern for a day with its month, the year where it is written: January 29th, 2025; 29 January 2025; 2025-01-29. */
export const DAY_PATTERN = String.raw`(?:${MONTH}\s+\d{1,2}(?:st|nd|rd|th)?\b(?!\s?(?:%|percent|million|billion))(?:,?\s+(?:in\s+)?(?:19|20)\d\d\b)?|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH},?\s+(?:19|20)\d\d\b|(?:19|20)\d\d-\d\d-\d\d)`;

/** YYYY-MM-DD of a day written out in full, year included; null otherwise. */
export function readWrittenDay(words: string): string | null {
  const iso = /^(\d{4}-\d\d-\d\d)/.exec(words);
  if (iso) return readDay(iso[1] ?? '') === null ? null : (iso[1] ?? null);
  const parts =
    /(?:([a-z]{3})[a-z.]*\s+(\d{1,2})|(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3})[a-z.]*)(?:st|nd|rd|th)?,?\s+(?:in\s+)?(\d{4})/i.exec(
      words,
    );
  if (!parts) return null;
  const month = MONTHS.indexOf((parts[1] ?? parts[4] ?? '').toLowerCase()) + 1;
  const day = `${parts[5]}-${String(month).padStart(2, '0')}-${(parts[2] ?? parts[3] ?? '').padStart(2, '0')}`;
  return month > 0 && readDay(day) !== null ? day : null;
}

/** Every full day of a text, in order. */
export function writtenDaysOf(text: string): { day: string; start: number; end: number }[] {
  const found: { day: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(new RegExp(String.raw`\b${DAY_PATTERN}`, 'gi'))) {
    const day = readWrittenDay(match[0]);
    if (day) found.push({ day, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The last such weekday on or before a day: what newswires mean by `on Wednesday`. Null where it names no weekday. */
export function weekdayBefore(name: string, day: string): string | null {
  const wanted = WEEKDAYS.indexOf(name.toLowerCase());
  if (wanted < 0) return null;
  // 1970-01-01 was a Thursday, the fourth of the list.
  const today = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return addDays(day, -((today - wanted + 7) % 7));
}
