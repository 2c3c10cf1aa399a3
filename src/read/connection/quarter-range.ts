import { type AskedPeriod, isLatest } from '../../domain/fiscal/period';
import { ordinalsOf, quarterOrdinal } from '../../domain/fiscal/period-arithmetic';
import type { AnyUtteranceFilter } from '../filter/utterance-filter';
import type { Operation } from '../operation';

/** First and last quarter, as ordinals; null: as the rows have it. */
export interface QuarterRange {
  readonly from: number | null;
  readonly to: number | null;
}

interface Asked {
  readonly filter: Pick<AnyUtteranceFilter, 'period' | 'periodFrom' | 'periodTo'>;
  /** How quarters are counted. */
  readonly counting: 'FY' | 'CY';
  /** The one company that they are of. */
  readonly company: number | null;
}

/**
 * The quarters that a filter reaches over, as they are counted. Bounds by the calendar become a company's own quarters where they are its;
 * fiscal bounds mean other days to each company, so they say nothing of calendar quarters. May throw NeedLookup.
 */
export function quarterRange({ filter, counting, company }: Asked, op: Operation): QuarterRange {
  const { period, periodFrom, periodTo } = filter;
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
  return {
    from: narrowest(Math.max, bound(period, 'first'), bound(periodFrom, 'first')),
    to: narrowest(Math.min, bound(period, 'last'), bound(periodTo, 'last')),
  };
}

export function narrowest(pick: (...of: number[]) => number, ...bounds: readonly (number | null)[]): number | null {
  const known = bounds.filter((b) => b !== null);
  return known.length > 0 ? pick(...known) : null;
}
