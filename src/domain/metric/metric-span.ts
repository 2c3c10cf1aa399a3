import { addDays, daysBetween } from '../fiscal/day';

/** The days a value is asked for: a fiscal quarter (a Quarter row has this shape), or a fiscal year when the quarter is null. */
export interface MetricSpan {
  readonly fiscalYear: number;
  readonly fiscalQuarter: number | null;
  readonly startDate: string;
  /** Inclusive. */
  readonly endDate: string;
}

/** 13 weeks; used only to guess the days of quarters that are not stored. */
const QUARTER_DAYS = 91;

/**
 * The fiscal year that these quarters of it make up. Missing ones at either end are filled in by 13 weeks each, which is
 * near enough for finding the filed year. Null without any quarter.
 */
export function yearSpanOf(quarters: readonly MetricSpan[]): MetricSpan | null {
  const known = quarters.filter((quarter) => quarter.fiscalQuarter !== null);
  const sorted = known.sort((a, b) => daysBetween(b.startDate, a.startDate));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return null;
  return {
    fiscalYear: first.fiscalYear,
    fiscalQuarter: null,
    startDate: addDays(first.startDate, -QUARTER_DAYS * ((first.fiscalQuarter ?? 1) - 1)),
    endDate: addDays(last.endDate, QUARTER_DAYS * (4 - (last.fiscalQuarter ?? 4))),
  };
}

/**
 * Between which days the periods of all facts end that deriving these spans can need: the spans themselves, the longer ones
 * that end with them and the shorter ones that end just before they begin. A week more on both sides for 52/53-week years.
 * For year-over-year changes, put the earlier spans into the list as well.
 */
export function factWindow(spans: readonly MetricSpan[]): { readonly from: string; readonly to: string } | null {
  const starts = spans.map((span) => span.startDate).sort();
  const ends = spans.map((span) => span.endDate).sort();
  const [first, last] = [starts[0], ends.at(-1)];
  return first && last ? { from: addDays(first, -8), to: addDays(last, 7) } : null;
}
