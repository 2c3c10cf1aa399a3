import { calendarQuarterAt } from '../../domain/fiscal/calendar';
import type { Period } from '../../domain/fiscal/period';
import { ordinalsOf, previousPeriod, shiftPeriod } from '../../domain/fiscal/period-arithmetic';
import type { Known } from '../known/known';

/** Where "last", "this" and a quarter without a year are counted from. */
export interface Anchor {
  /** The day on which the question is asked, YYYY-MM-DD. */
  readonly asOf: string;
  /** The newest quarter reported by then; null where it is not known, or differs between the companies. */
  readonly reported: Period | null;
  /** The quarter underway, counted as `reported` is. */
  readonly underway: Period | null;
  /** What "latest" means: of no company in particular, the newest quarter that anybody has reported. */
  readonly latest: Period | null;
}

/**
 * One company counts by its own fiscal quarters and by what it has reported. Several count by the calendar, where their newest quarters are
 * the same; nobody in particular, by the calendar and the day alone.
 */
export function anchorOf(companyIds: readonly number[], asOf: string, known: Known): Anchor {
  const now = calendarQuarterAt(asOf);
  if (companyIds.length === 0) {
    return { asOf, reported: previousPeriod(now), underway: now, latest: known.newestReported(asOf) };
  }
  const reports = companyIds.map((id) => known.reported(id, asOf));
  const [first] = reports;
  if (
    !first ||
    reports.some(
      (report) => report?.calendar.year !== first.calendar.year || report.calendar.quarter !== first.calendar.quarter,
    )
  ) {
    return { asOf, reported: null, underway: null, latest: null };
  }
  const reported = companyIds.length === 1 ? first.fiscal : first.calendar;
  const behind = ordinalsOf(now).first - ordinalsOf(first.calendar).first;
  return { asOf, reported, underway: shiftPeriod(reported, behind), latest: reported };
}
