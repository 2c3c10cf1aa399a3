import { calendarDays, calendarQuarterOf } from '../../domain/fiscal/calendar';
import { addDays, daysBetween, daysInMonth } from '../../domain/fiscal/day';
import { type Period, printPeriod } from '../../domain/fiscal/period';
import { quarterAt, quarterOrdinal } from '../../domain/fiscal/period-arithmetic';
import type { KnownQuarter } from '../persist/document-rows';
import { insertRows } from '../persist/writer';
import type { KnownCompany } from './company';
import { type Resolution, warn } from './resolution';

interface StoredQuarter extends KnownQuarter {
  readonly start_date: string;
  readonly end_date: string;
  readonly is_assumed: boolean;
}

interface Days {
  readonly start: string;
  readonly end: string;
  /** The days are reckoned from a convention, not told by anything about the company. */
  readonly isAssumed: boolean;
}

/** Results are talked about after the quarter has ended, and before the next one has. */
const LATEST_CALL_DAYS = 100;
/** A typical call comes five weeks after the quarter's end. */
const TYPICAL_CALL_DAYS = 35;

/** The stored quarter of a period, made where it is not known. Null for a year, or where its days would overlap a stored quarter's. */
export async function resolveQuarter(
  resolution: Resolution,
  company: KnownCompany,
  period: Period,
): Promise<KnownQuarter | null> {
  if (period.quarter === null) return null;
  const { rows: stored } = await resolution.client.query<StoredQuarter>(
    `SELECT id, company_id, fiscal_year, fiscal_quarter, calendar_year, calendar_quarter, start_date::text, end_date::text, is_assumed
     FROM quarter WHERE company_id = $1`,
    [company.id],
  );
  const known = stored.find((quarter) =>
    period.kind === 'FY'
      ? quarter.fiscal_year === period.year && quarter.fiscal_quarter === period.quarter
      : quarter.calendar_year === period.year && quarter.calendar_quarter === period.quarter,
  );
  if (known) return known;
  const fiscal = period.kind === 'FY' ? period : fiscalOf(period, stored);
  const days = daysOf(fiscal, company, stored, resolution.day);
  const overlapped = stored.find(({ start_date, end_date }) => start_date <= days.end && days.start <= end_date);
  if (overlapped) {
    const other = `FY${overlapped.fiscal_year}Q${overlapped.fiscal_quarter}`;
    warn(
      resolution,
      'QUARTER_UNKNOWN',
      `${printPeriod(period)} of ${company.name} would overlap ${other}; its words carry no quarter`,
    );
    return null;
  }
  return insertQuarter(resolution, company, fiscal, days);
}

/** By the offset of a quarter that is known; without any, fiscal and calendar quarters are taken for the same. */
function fiscalOf(period: Period, stored: readonly StoredQuarter[]): Period {
  const near = nearest(quarterOrdinal(period.year, period.quarter ?? 1), stored, (q) =>
    quarterOrdinal(q.calendar_year, q.calendar_quarter),
  );
  if (!near) return { ...period, kind: 'FY' };
  const offset =
    quarterOrdinal(near.fiscal_year, near.fiscal_quarter) - quarterOrdinal(near.calendar_year, near.calendar_quarter);
  return quarterAt('FY', quarterOrdinal(period.year, period.quarter ?? 1) + offset);
}

function daysOf(period: Period, company: KnownCompany, stored: readonly StoredQuarter[], day: string | null): Days {
  const ordinal = quarterOrdinal(period.year, period.quarter ?? 1);
  const near = nearest(ordinal, stored, (q) => quarterOrdinal(q.fiscal_year, q.fiscal_quarter));
  if (near) {
    const months = 3 * (ordinal - quarterOrdinal(near.fiscal_year, near.fiscal_quarter));
    const isExact = isMonthEnd(near.end_date) && near.start_date.endsWith('-01');
    const end = shiftMonths(near.end_date, months);
    const start = shiftMonths(addDays(near.start_date, -1), months);
    return { start: addDays(start, 1), end, isAssumed: near.is_assumed || !isExact };
  }
  if (company.fiscal_year_end) {
    const yearEnd = clampDay(period.year, company.fiscal_year_end);
    const end = shiftMonths(yearEnd, 3 * ((period.quarter ?? 4) - 4));
    const start = addDays(shiftMonths(end, -3), 1);
    return { start, end, isAssumed: !isMonthEnd(yearEnd) };
  }
  const calendar = calendarDays({ ...period, kind: 'CY' });
  const after = day === null ? null : daysBetween(calendar.end, day);
  if (after === null || (after >= 0 && after <= LATEST_CALL_DAYS)) return { ...calendar, isAssumed: true };
  // The call cannot be about the calendar's quarter: the fiscal year is another, and ends with a month not long before the call.
  const end = monthEndNear(addDays(day as string, -TYPICAL_CALL_DAYS));
  return { start: addDays(shiftMonths(end, -3), 1), end, isAssumed: true };
}

function nearest(
  ordinal: number,
  stored: readonly StoredQuarter[],
  ordinalOf: (quarter: StoredQuarter) => number,
): StoredQuarter | null {
  const distance = (quarter: StoredQuarter) => Math.abs(ordinalOf(quarter) - ordinal) + (quarter.is_assumed ? 1000 : 0);
  return stored.reduce<StoredQuarter | null>((best, q) => (!best || distance(q) < distance(best) ? q : best), null);
}

async function insertQuarter(
  { client }: Resolution,
  company: KnownCompany,
  { year, quarter }: Period,
  { start, end, isAssumed }: Days,
): Promise<KnownQuarter> {
  const calendar = calendarQuarterOf(start, end);
  const row = {
    company_id: company.id,
    fiscal_year: year,
    fiscal_quarter: quarter as number,
    calendar_year: calendar.year,
    calendar_quarter: calendar.quarter as number,
  };
  const [id] = (await insertRows(client, 'quarter', [
    { ...row, start_date: start, end_date: end, is_assumed: isAssumed },
  ])) as [number];
  return { id, ...row };
}

const isMonthEnd = (day: string): boolean => addDays(day, 1).endsWith('-01');

/** So many months later; the last day of a month stays the last. */
function shiftMonths(day: string, months: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1];
  const last = daysInMonth(year, inYear);
  const date = isMonthEnd(day) ? last : Math.min(Number(day.slice(8)), last);
  return `${String(year).padStart(4, '0')}-${String(inYear).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function clampDay(year: number, monthDay: string): string {
  const last = daysInMonth(year, Number(monthDay.slice(0, 2)));
  const date = monthDay === '02-28' || monthDay === '02-29' ? last : Math.min(Number(monthDay.slice(3)), last);
  return `${year}-${monthDay.slice(0, 2)}-${String(date).padStart(2, '0')}`;
}

function monthEndNear(day: string): string {
  const own = `${day.slice(0, 8)}${daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))}`;
  const before = addDays(`${day.slice(0, 8)}01`, -1);
  return daysBetween(day, own) <= daysBetween(before, day) ? own : before;
}
