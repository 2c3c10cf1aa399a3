import { calendarQuarterAt } from '../../domain/fiscal/calendar';
import type { Period } from '../../domain/fiscal/period';
import { ordinalsOf, previousPeriod, shiftPeriod } from '../../domain/fiscal/period-arithmetic';
import type { Known, Reported } from '../known/known';

/** Where "last", "this" and a quarter without a year are counted from. Looked up when it is asked for: most questions name their periods. */
export interface Anchor {
  /** The day on which the question is asked, YYYY-MM-DD. */
  readonly asOf: string;
  /** The newest quarter reported by then; null where it is not known, or differs between the companies. */
  readonly reported: Period | null;
  /** The quarter underway, counted as `reported` is. */
  readonly underway: Period | null;
  /** What "latest" means. */
  readonly latest: Period | null;
}

/**
 * One company counts by its own fiscal quarters and by what it has reported. Several count by the calendar, where their newest quarters are
 * the same; nobody in particular, by the calendar: the last quarter is then the newest that has ended and that anybody has reported.
 */
export function anchorOf(companyIds: readonly number[], asOf: string, known: Known): Anchor {
  const now = calendarQuarterAt(asOf);
  return companyIds.length === 0 ? anchorOfAll(now, asOf, known) : anchorOfSome(companyIds, now, asOf, known);
}

function anchorOfAll(now: Period, asOf: string, known: Known): Anchor {
  return {
    asOf,
    get reported() {
      const [ended, newest] = [previousPeriod(now), this.latest];
      return newest && ordinalsOf(newest).first < ordinalsOf(ended).first ? newest : ended;
    },
    underway: now,
    get latest() {
      return known.newestReported(asOf);
    },
  };
}

function anchorOfSome(companyIds: readonly number[], now: Period, asOf: string, known: Known): Anchor {
  let same: Reported | null | undefined;
  const read = (): Reported | null => {
    same ??= sameReport(companyIds.map((id) => known.reported(id, asOf)));
    return same;
  };
  return {
    asOf,
    get reported() {
      return (companyIds.length === 1 ? read()?.fiscal : read()?.calendar) ?? null;
    },
    get underway() {
      const [report, { reported }] = [read(), this];
      return report && reported && shiftPeriod(reported, ordinalsOf(now).first - ordinalsOf(report.calendar).first);
    },
    get latest() {
      return this.reported;
    },
  };
}

function sameReport(reports: readonly (Reported | null)[]): Reported | null {
  const [first] = reports;
  if (!first) return null;
  const { year, quarter } = first.calendar;
  return reports.every((report) => report?.calendar.year === year && report.calendar.quarter === quarter)
    ? first
    : null;
}
