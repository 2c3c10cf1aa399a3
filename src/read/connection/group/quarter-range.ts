import { type AskedPeriod, isLatest } from '../../../domain/fiscal/period';
import { ordinalsOf, quarterOrdinal } from '../../../domain/fiscal/period-arithmetic';
import type { Operation } from '../../operation';
import { companyOfRows, isOfOneCompany, type Question } from '../question';

/** First and last quarter, as ordinals; null: as the rows have it. */
export interface QuarterRange {
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * The quarters that a filter reaches over, as its groups count them. Bounds by the calendar become a company's own quarters where all rows
 * are its; fiscal bounds mean other days to each company, so they say nothing of calendar quarters. May throw NeedLookup.
 */
export function quarterRange(question: Question, keys: readonly unknown[], op: Operation): QuarterRange {
  const { period, periodFrom, periodTo } = question.periods;
  const counting = isOfOneCompany(question) ? 'FY' : 'CY';
  const company = companyOfRows(question, keys, op);
  const bound = (given: AskedPeriod | null | undefined, end: 'first' | 'last'): number | null => {
    // Which quarter is the latest only the rows tell.
    if (!given || isLatest(given)) return null;
    const at = ordinalsOf(given)[end];
    if (given.kind === counting) return at;
    if (counting === 'CY' || company === null) return null;
    const inside = op.view
      .quartersOf(company)
      .filter((q) => {
        const calendar = quarterOrdinal(q.calendarYear, q.calendarQuarter);
        return end === 'first' ? calendar >= at : calendar <= at;
      })
      .map((q) => quarterOrdinal(q.fiscalYear, q.fiscalQuarter));
    if (inside.length === 0) return null;
    return end === 'first' ? Math.min(...inside) : Math.max(...inside);
  };
  const narrowest = (bounds: readonly (number | null)[], pick: (...of: number[]) => number): number | null => {
    const known = bounds.filter((b) => b !== null);
    return known.length > 0 ? pick(...known) : null;
  };
  return {
    from: narrowest([bound(period, 'first'), bound(periodFrom, 'first')], Math.max),
    to: narrowest([bound(period, 'last'), bound(periodTo, 'last')], Math.min),
  };
}
