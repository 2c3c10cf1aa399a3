import { type AskedPeriod, isLatest, type Period, printPeriod } from '../../domain/fiscal/period';
import { quarterOrdinal } from '../../domain/fiscal/period-arithmetic';
import type { Quarter } from '../../domain/quarter.entity';
import { mapNeeding } from '../need';
import type { Operation } from '../operation';
import { MANY } from '../reference/view';

/** A quarter in both countings. */
type Counted = Pick<Quarter, 'fiscalYear' | 'fiscalQuarter' | 'calendarYear' | 'calendarQuarter'>;

interface PeriodFilter {
  readonly period?: AskedPeriod | null;
  readonly periodFrom?: AskedPeriod | null;
  readonly periodTo?: AskedPeriod | null;
}

/** At most so many periods are offered instead. */
const MOST_OFFERED = 5;

/** Where a quarter stands in a period's counting. */
export const ordinalIn = (quarter: Counted, { kind }: Period): number =>
  kind === 'FY'
    ? quarterOrdinal(quarter.fiscalYear, quarter.fiscalQuarter)
    : quarterOrdinal(quarter.calendarYear, quarter.calendarQuarter);

/** Whether a quarter lies at or behind (`from`), or at or before (`to`), a bound in either counting. */
export function within(quarter: Counted, from: Period | undefined, to: Period | undefined): boolean {
  if (from && ordinalIn(quarter, from) < quarterOrdinal(from.year, from.quarter ?? 1)) return false;
  return !to || ordinalIn(quarter, to) <= quarterOrdinal(to.year, to.quarter ?? 4);
}

/**
 * Warns of a filter's periods in which no quarter is stored: of these companies, or of any (null). Where quarters are so many that memory
 * does not hold them all, every period that anybody means is stored of somebody, and only those of companies are looked at. LATEST is
 * never warned of. May throw NeedLookup.
 */
export function warnUnstored(
  op: Operation,
  { period, periodFrom, periodTo }: PeriodFilter,
  companies: readonly number[] | null,
): void {
  const plain = (asked: AskedPeriod | null | undefined) => (asked && !isLatest(asked) ? asked : undefined);
  const [only, from, to] = [plain(period), plain(periodFrom), plain(periodTo)];
  // Of no company that is known: that is warned of, and says nothing of periods.
  if ((!only && !from && !to) || companies?.length === 0) return;
  const quarters = storedQuarters(op, companies);
  if (quarters === null) return;
  const [company] = companies?.length === 1 ? companies : [];
  const whom = company === undefined ? '' : ` of ${op.view.linked('company', company).name}`;
  const warn = (argument: string, asked: Period, what: string): void =>
    op.warn({
      code: 'UNKNOWN_PERIOD',
      message: `${what}${whom} is stored.`,
      argument: `filter.${argument}`,
      candidates: () => nearest(quarters, asked),
    });
  if (only && !quarters.some((quarter) => within(quarter, only, only)))
    warn('period', only, `Nothing about ${printPeriod(only)}`);
  if ((!from && !to) || quarters.some((quarter) => within(quarter, from, to))) return;
  if (from && !quarters.some((quarter) => within(quarter, from, undefined)))
    warn('periodFrom', from, `Nothing from ${printPeriod(from)} on`);
  else if (to) warn('periodTo', to, `Nothing ${from ? `from ${printPeriod(from)} ` : ''}until ${printPeriod(to)}`);
}

/** Null: too many to look at. */
function storedQuarters(op: Operation, companies: readonly number[] | null): readonly Counted[] | null {
  if (companies !== null) {
    return companies.length <= MANY ? mapNeeding(companies, (id) => op.view.quartersOf(id)).flat() : null;
  }
  const { quarter } = op.view.store.shelves;
  return quarter.complete ? quarter.index('each period once', eachOnce) : null;
}

function eachOnce(quarters: readonly Counted[]): readonly Counted[] {
  const found = new Map<string, Counted>();
  for (const q of quarters) found.set([q.fiscalYear, q.fiscalQuarter, q.calendarYear, q.calendarQuarter].join(), q);
  return [...found.values()];
}

/** Stored periods that lie nearest to one that is not, in its counting; years for a year. */
export function nearest(quarters: readonly Counted[], period: AskedPeriod): readonly string[] {
  if (isLatest(period)) return [];
  const wanted = quarterOrdinal(period.year, period.quarter ?? 1);
  const found = [...quarters]
    .map((quarter) => ordinalIn(quarter, period))
    .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || b - a);
  const written = found.map((ordinal) => {
    const [year, number] = [Math.floor(ordinal / 4), ((ordinal % 4) + 1) as 1];
    return printPeriod({ kind: period.kind, year, quarter: period.quarter && number });
  });
  return [...new Set(written)].slice(0, MOST_OFFERED);
}
