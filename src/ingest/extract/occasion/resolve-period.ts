import { calendarQuarterAt } from '../../../domain/fiscal/calendar';
import { type Period, printPeriod } from '../../../domain/fiscal/period';
import { shiftPeriod, yearAgo } from '../../../domain/fiscal/period-arithmetic';
import type { PeriodMention } from './period-mention';

/** What relative words are reckoned from: the period that a document reports on. */
export type Anchor = Period | null;

/**
 * The period that a mention names, or null where no canonical period does (halves, year to date) or where it would be a
 * guess. In an outlook the same words point forward: `the first quarter` after a fourth one is the next year's, and `this
 * year` on the call about a fourth quarter is the year that has just begun.
 */
export function resolvePeriod(mention: PeriodMention, anchor: Anchor, isOutlook: boolean): Period | null {
  if (mention.unit === 'SPAN' || mention.unit === 'DAY') return null;
  if (isNamedByEnd(mention)) return periodEnding(mention, anchor);
  if (mention.unit === 'YEAR') return resolveYear(mention, anchor, isOutlook);
  const { quarter, year } = mention;
  if (quarter !== null && year !== null) return { kind: mention.count ?? 'FY', year, quarter };
  if (!anchor) return null;
  if (quarter === null) {
    if (mention.yearShift !== null) return yearAgo(anchor);
    const shift = mention.quarterShift;
    return shift === null || anchor.quarter === null ? null : shiftPeriod(anchor, shift);
  }
  if (mention.yearShift !== null)
    return { ...anchor, year: yearUnderway(anchor, isOutlook) + mention.yearShift, quarter };
  return { ...anchor, year: yearOfBareQuarter(quarter, anchor, isOutlook), quarter };
}

/** `three months ended June 30`: only its last day says which period it is. */
function isNamedByEnd({ quarter, year, yearShift, quarterShift }: PeriodMention): boolean {
  return quarter === null && year === null && yearShift === null && quarterShift === null;
}

/** The period reported on, or the same of another year where the last day's year is told and the calendar agrees. */
function periodEnding({ unit, endsOn }: PeriodMention, anchor: Anchor): Period | null {
  if (!anchor) return null;
  const period: Period = unit === 'YEAR' ? { ...anchor, quarter: null } : anchor;
  if (endsOn === null) return period;
  const calendar = calendarQuarterAt(endsOn);
  const isCalendar = calendar.quarter === anchor.quarter && Math.abs(calendar.year - anchor.year) <= 3;
  return isCalendar ? { ...period, year: calendar.year } : null;
}

function resolveYear({ year, yearShift, count }: PeriodMention, anchor: Anchor, isOutlook: boolean): Period | null {
  if (year !== null) return { kind: count ?? 'FY', year, quarter: null };
  if (!anchor || yearShift === null) return null;
  const base = yearShift === 0 ? yearUnderway(anchor, isOutlook) : anchor.year;
  return { kind: anchor.kind, year: base + yearShift, quarter: null };
}

/** Who looks ahead from a finished year speaks of the one that has begun. */
function yearUnderway(anchor: Period, isOutlook: boolean): number {
  return isOutlook && (anchor.quarter === 4 || anchor.quarter === null) ? anchor.year + 1 : anchor.year;
}

/** A quarter without a year is the nearest one that fits: not yet over in an outlook, already over in a report. */
function yearOfBareQuarter(quarter: number, anchor: Period, isOutlook: boolean): number {
  const now = anchor.quarter ?? 4;
  if (isOutlook) return quarter >= now ? anchor.year : anchor.year + 1;
  // A report may well name the quarter that is underway, but hardly one that lies two ahead.
  return quarter <= now + 1 ? anchor.year : anchor.year - 1;
}

export function printIfKnown(period: Period | null): string | null {
  return period && period.year >= 1900 && period.year <= 2100 ? printPeriod(period) : null;
}
