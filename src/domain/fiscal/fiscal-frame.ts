import { addDays, dayNumber, daysIn, printDay } from './day';

/** A fiscal year as its spans show it, cut into quarters. Days are whole days since 1970-01-01; null is unknown. */
export interface FiscalFrame {
  readonly fiscalYear: number;
  /** The day before the year, then the last day of each quarter. */
  readonly bounds: readonly [number | null, number | null, number | null, number | null, number | null];
}

/** How many filed numbers begin after, or end on, each day. */
export type DayWeights = ReadonlyMap<number, number>;

/**
 * Quarters need not have 13 weeks: some companies count 12, 12, 12 and 16 (or 16, 12, 12, 12), which puts the ends of their
 * quarters up to three weeks off the even cut.
 */
const QUARTER_SLACK = 25;
/** Where the year itself is not filed, only the weekday makes its ends uncertain. */
const YEAR_SLACK = 10;
const USUAL_YEAR = 364;

/** Cuts a year at the days where most filed spans end. Of the year's own ends, one may be unknown (null). */
export function cutYear(fiscalYear: number, start: number | null, end: number | null, ends: DayWeights): FiscalFrame {
  const before = start === null ? findEnd(ends, (end ?? 0) - USUAL_YEAR, YEAR_SLACK) : start - 1;
  const last = end ?? findEnd(ends, (start ?? 0) - 1 + USUAL_YEAR, YEAR_SLACK);
  const from = before ?? (end ?? 0) - USUAL_YEAR;
  const length = last === null ? USUAL_YEAR : last - from;
  const inner = [1, 2, 3].map((quarter) => findEnd(ends, from + Math.round((quarter * length) / 4), QUARTER_SLACK));
  const months = start !== null && end !== null ? cutByMonths(start, end) : [];
  const agree = inner.every((day, i) => day === null || day === months[i]);
  const cut = agree ? inner.map((day, i) => day ?? months[i]) : inner;
  return { fiscalYear, bounds: [before, cut[0] ?? null, cut[1] ?? null, cut[2] ?? null, last] };
}

/** The day on which most spans end; of equals the nearest to the expected one. */
function findEnd(ends: DayWeights, expected: number, slack: number): number | null {
  let best: number | null = null;
  let most = 0;
  for (let distance = 0; distance <= slack; distance += 1) {
    for (const day of distance === 0 ? [expected] : [expected - distance, expected + distance]) {
      const weight = ends.get(day) ?? 0;
      if (weight > most) [best, most] = [day, weight];
    }
  }
  return best;
}

/** A year of twelve whole months has quarters of three, as long as no filing shows other ends: annual reports show none. */
function cutByMonths(start: number, end: number): (number | null)[] {
  const [first, last] = [printDay(start), printDay(end)];
  const endsMonth = addDays(last, 1).endsWith('-01');
  if (!first.endsWith('-01') || !endsMonth || daysIn(first, last) < 365 || daysIn(first, last) > 366) return [];
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return [3, 6, 9].map((months) => {
    const at = year * 12 + (month - 1) + months;
    const next = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`;
    return dayNumber(next) - 1;
  });
}
