import { dayNumber, daysIn, daysInMonth } from './day';
import type { Period } from './period';
import { nextPeriod } from './period-arithmetic';

/** First and last day of a calendar quarter or year. */
export function calendarDays(period: Period): { readonly start: string; readonly end: string } {
  const firstMonth = period.quarter === null ? 1 : period.quarter * 3 - 2;
  const lastMonth = period.quarter === null ? 12 : period.quarter * 3;
  return {
    start: `${padYear(period.year)}-${pad(firstMonth)}-01`,
    end: `${padYear(period.year)}-${pad(lastMonth)}-${daysInMonth(period.year, lastMonth)}`,
  };
}

/** The calendar quarter in which a day lies. */
export function calendarQuarterAt(day: string): Period {
  dayNumber(day);
  const month = Number(day.slice(5, 7));
  return { kind: 'CY', year: Number(day.slice(0, 4)), quarter: Math.ceil(month / 3) as 1 | 2 | 3 | 4 };
}

/**
 * The calendar quarter that holds most days of a fiscal quarter; both ends count. Where two hold equally many, the later
 * one: it has the day on which the fiscal quarter was closed. A quarter of 52/53-week years touches at most three.
 */
export function calendarQuarterOf(start: string, end: string): Period {
  const last = dayNumber(end);
  const first = dayNumber(start);
  if (first > last) throw new RangeError(`a quarter cannot start on ${start} and end on ${end}`);
  let best = calendarQuarterAt(start);
  let most = 0;
  for (let quarter = best; dayNumber(calendarDays(quarter).start) <= last; quarter = nextPeriod(quarter)) {
    const days = calendarDays(quarter);
    const shared = Math.min(last, dayNumber(days.end)) - Math.max(first, dayNumber(days.start)) + 1;
    if (shared >= most) {
      best = quarter;
      most = shared;
    }
  }
  return best;
}

/** How much of a fiscal year a filed span covers. 6M and 9M are counted from the year's first day. */
export type SpanClass = '3M' | '6M' | '9M' | 'FY';

/** Days, both ends counted. Wide enough for 13- and 14-week quarters and 52- and 53-week years, and disjoint. */
const SPAN_DAYS: readonly (readonly [SpanClass, number, number])[] = [
  ['3M', 80, 100],
  ['6M', 170, 190],
  ['9M', 260, 285],
  ['FY', 350, 380],
];

/** Null for spans of no reporting period: a stub of days, a transition period, several years. */
export function spanClassOf(start: string, end: string): SpanClass | null {
  const days = daysIn(start, end);
  return SPAN_DAYS.find(([, least, most]) => days >= least && days <= most)?.[0] ?? null;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function padYear(year: number): string {
  return String(year).padStart(4, '0');
}
