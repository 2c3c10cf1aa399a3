import { daysInMonth, printDay, readDay } from '../../domain/fiscal/day';
import type { Days, PeriodRule, Time } from './period-find';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const LONG = 'January|February|March|April|May|June|July|August|September|October|November|December';
const SHORT = `Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec`;
const MONTH = String.raw`(?<month>${LONG}|(?:${SHORT})\b\.?)`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)`;
const DAY = String.raw`(?<day>[0-3]?\d)(?:st|nd|rd|th)?`;
const END = String.raw`(?![\p{L}\p{N}])`;

const two = (number: number) => String(number).padStart(2, '0');
const monthNumber = (name: string) => MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1;

function monthOf(year: number, month: number): Days {
  const head = `${year}-${two(month)}`;
  return { first: `${head}-01`, last: `${head}-${daysInMonth(year, month)}` };
}

function dayOf(text: string): Time {
  if (readDay(text) === null) return { noDay: text };
  return { days: () => ({ first: text, last: text }), year: Number(text.slice(0, 4)) };
}

function writtenDay({ year = '', month = '', day = '' }: Readonly<Record<string, string | undefined>>): Time {
  return dayOf(`${year}-${two(monthNumber(month))}-${two(Number(day))}`);
}

const monthTime = (year: number, month: number): Time => ({ days: () => monthOf(year, month), year });

/** The month of that name that is or was last. */
const lastMonth = (number: number): Time => ({
  days: ({ asOf }) => {
    const year = Number(asOf.slice(0, 4));
    return monthOf(Number(asOf.slice(5, 7)) >= number ? year : year - 1, number);
  },
  ofYear: (year) => monthTime(year, number),
});

/** Days of speaking: what has the name of a day or a month is when it was said, not the quarter it is about. */
export const DAY_RULES: readonly PeriodRule[] = [
  {
    name: 'day as a number',
    example: '2025-01-29',
    pattern: /\b(?<day>\d{4}-\d\d-\d\d)(?!\d)/gu,
    read: ({ day = '' }) => dayOf(day),
  },
  {
    name: 'day before its month',
    example: '29 January 2025',
    pattern: new RegExp(String.raw`\b(?:the\s+)?${DAY}\s+(?:of\s+)?${MONTH},?\s+${YEAR}${END}`, 'giu'),
    read: writtenDay,
  },
  {
    name: 'day behind its month',
    example: 'January 29, 2025',
    pattern: new RegExp(String.raw`\b${MONTH}\s+${DAY},?\s+${YEAR}${END}`, 'giu'),
    read: writtenDay,
  },
  {
    // "03/04/2025" is a day of March to some and of April to others.
    name: 'day in numbers',
    example: '29/01/2025',
    pattern: new RegExp(
      String.raw`(?<![\d/.])(?<one>\d{1,2})(?<sign>[/.])(?<other>\d{1,2})\k<sign>${YEAR}(?![\d/])`,
      'gu',
    ),
    read: ({ one = '', other = '', year = '' }) => {
      const [a, b] = [Number(one), Number(other)];
      const written = (month: number, day: number) => `${year}-${two(month)}-${two(day)}`;
      if (a > 12 || a === b) return dayOf(written(b, a));
      if (b > 12) return dayOf(written(a, b));
      return { unclear: `"${one}/${other}/${year}" may be ${written(a, b)} or ${written(b, a)}. Write one of these.` };
    },
  },
  {
    name: 'months of a year',
    example: 'September to November 2024',
    pattern: new RegExp(
      String.raw`\b(?<from>${LONG}|(?:${SHORT})\b\.?)\s*(?:to|through|until|and|[-\u2010-\u2015])\s*${MONTH},?\s+(?:of\s+)?${YEAR}${END}`,
      'giu',
    ),
    read: ({ from = '', month = '', year = '' }) => {
      const [first, last] = [monthNumber(from), monthNumber(month)];
      if (last <= first) return null;
      const days = { first: monthOf(Number(year), first).first, last: monthOf(Number(year), last).last };
      return { days: () => days, year: Number(year) };
    },
  },
  {
    name: 'month',
    example: 'January 2025',
    pattern: new RegExp(String.raw`\b${MONTH},?\s+(?:of\s+)?${YEAR}${END}`, 'giu'),
    read: ({ year = '', month = '' }) => monthTime(Number(year), monthNumber(month)),
  },
  {
    name: 'day without a year',
    example: 'January 29',
    pattern: new RegExp(
      String.raw`\b(?:(?<month>${LONG})\s+(?<day>[0-3]?\d)(?:st|nd|rd|th)?|(?:the\s+)?(?<before>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?<of>${LONG}))${END}`,
      'gu',
    ),
    read: ({ month, day, before, of }) => ({
      days: ({ asOf }) => {
        const [number, date] = [monthNumber(month ?? of ?? ''), Number(day ?? before)];
        const inYear = (year: number) => `${year}-${two(number)}-${two(date)}`;
        const year = Number(asOf.slice(0, 4));
        const last = inYear(year) <= asOf ? inYear(year) : inYear(year - 1);
        return readDay(last) === null ? null : { first: last, last };
      },
    }),
  },
  {
    // Small letters would make a month of "may" and "march".
    name: 'month without a year',
    example: 'January',
    pattern: new RegExp(
      String.raw`\b(?:in|since|before|until|through|after|from|between|and|to)\s+(?<month>${LONG})${END}`,
      'gu',
    ),
    read: ({ month = '' }) => lastMonth(monthNumber(month)),
  },
  {
    // The other names of months are people's too: "May's remarks".
    name: "month's",
    example: "January's",
    pattern: new RegExp(
      String.raw`\b(?:last\s+)?(?<month>January|February|March|July|September|October|November|December)['’]s${END}`,
      'gu',
    ),
    read: ({ month = '' }) => lastMonth(monthNumber(month)),
  },
  {
    name: 'days up to now',
    example: 'the last 30 days',
    pattern: /\b(?:last|past)\s+(?:(?<count>\d{1,3})\s+days|(?<week>week)|(?<month>month))(?![\p{L}\p{N}])/giu,
    read: ({ count, week }) => ({
      days: ({ asOf }) => ({
        first: printDay((readDay(asOf) ?? 0) - (count ? Number(count) : week ? 7 : 30) + 1),
        last: asOf,
      }),
    }),
  },
];
