import { Company } from '../../domain/company.entity';
import { type AskedPeriod, isLatest, type Period, printPeriod } from '../../domain/fiscal/period';
import { Quarter } from '../../domain/quarter.entity';
import { badInput } from '../../platform/errors';
import { ListConnection } from '../connection/list-connection';
import type { PageArgs } from '../connection/page-args';
import { connection, type Edges, edges, value, WHOLE } from '../edge';
import { refuseReversedPeriods } from '../filter/bounds';
import { nearest, within } from '../filter/stored-period';
import type { Operation } from '../operation';
import { OF_QUARTER, utteranceConnection } from './utterance-connection';

/** A company's stored quarters that a period covers, in order: one for a quarter, up to four for a year. */
export function resolvePeriod(op: Operation, companyId: number, period: AskedPeriod): readonly Quarter[] {
  if (isLatest(period)) return op.view.reportedQuartersOf(companyId).slice(-1);
  const { kind, year, quarter } = period;
  return op.view.quartersOf(companyId).filter((q) => {
    const [y, n] = kind === 'FY' ? [q.fiscalYear, q.fiscalQuarter] : [q.calendarYear, q.calendarQuarter];
    return y === year && (quarter === null || n === quarter);
  });
}

/** A company's stored quarter; null where it is not stored. A year is refused: none of its quarters would be the one that was meant. */
export function findQuarter(op: Operation, companyId: number, period: AskedPeriod, argument: string): Quarter | null {
  if (!isLatest(period) && period.quarter === null) {
    const year = printPeriod(period);
    throw badInput(
      argument,
      `\`${argument}\` takes one quarter, and ${year} is a year: write ${year}Q1, ${year}Q2, ${year}Q3 or ${year}Q4, or LATEST.`,
    );
  }
  const found = resolvePeriod(op, companyId, period)[0];
  if (!found) warnPeriod(op, companyId, period, argument);
  return found ?? null;
}

/** Of a company that has nothing stored of a period. */
export function warnPeriod(op: Operation, companyId: number, period: AskedPeriod, argument: string): void {
  const { name } = op.view.linked('company', companyId);
  const message = isLatest(period)
    ? `Nothing is stored of a quarter that ${name} has reported.`
    : `${printPeriod(period)} of ${name} is not stored.`;
  op.warn({
    code: 'UNKNOWN_PERIOD',
    message,
    argument,
    candidates: () => nearest(op.view.quartersOf(companyId), period),
  });
}

export function periodOf(quarter: Quarter): Period {
  return { kind: 'FY', year: quarter.fiscalYear, quarter: quarter.fiscalQuarter as 1 };
}

export function calendarPeriodOf(quarter: Quarter): Period {
  return { kind: 'CY', year: quarter.calendarYear, quarter: quarter.calendarQuarter as 1 };
}

/** LATEST as the quarter that it is; null where there is none. */
function plainPeriod(op: Operation, companyId: number, period: AskedPeriod | undefined): Period | undefined | null {
  if (!period || !isLatest(period)) return period;
  const [quarter] = resolvePeriod(op, companyId, period);
  return quarter ? periodOf(quarter) : null;
}

export function quarterBefore(op: Operation, quarter: Quarter, count: 1 | 4): Quarter | null {
  const at = quarter.fiscalYear * 4 + quarter.fiscalQuarter - 1 - count;
  return op.view.quarterAt(quarter.companyId, Math.floor(at / 4), (at % 4) + 1);
}

interface QuartersArgs extends PageArgs {
  readonly from?: AskedPeriod;
  readonly to?: AskedPeriod;
  readonly orderBy?: { readonly direction?: string };
}

export const QUARTER_EDGES: Edges = {
  ...edges(Company, {
    quarters: connection(['id'], (company, args: QuartersArgs, op) => {
      refuseReversedPeriods(['from', args.from], ['to', args.to]);
      const [from, to] = [args.from, args.to].map((bound) => plainPeriod(op, company.id, bound));
      // Nothing has been reported on: nothing lies before or behind that.
      const isVoid = from === null || to === null;
      const quarters = isVoid ? [] : op.view.quartersOf(company.id).filter((quarter) => within(quarter, from, to));
      return new ListConnection('Company.quarters', quarters, args, {
        descending: (args.orderBy?.direction ?? 'DESC') === 'DESC',
        types: ['text', 'int4'],
        keys: (quarter) => [quarter.endDate, quarter.id],
      });
    }),
  }),
  ...edges(Quarter, {
    company: value(['companyId'], (quarter, _, op) => op.view.linked('company', quarter.companyId)),
    label: value(['fiscalQuarter', 'fiscalYear'], (quarter) => `Q${quarter.fiscalQuarter} ${quarter.fiscalYear}`),
    period: value(WHOLE, (quarter) => periodOf(quarter)),
    calendarPeriod: value(WHOLE, (quarter) => calendarPeriodOf(quarter)),
    previous: value(WHOLE, (quarter, _, op) => quarterBefore(op, quarter, 1)),
    yearAgo: value(WHOLE, (quarter, _, op) => quarterBefore(op, quarter, 4)),
    events: value(['id'], (quarter, _, op) => op.view.eventsOf(quarter.id)),
    statements: utteranceConnection('Quarter.statements', { kind: 'Statement', ...OF_QUARTER }),
    analystComments: utteranceConnection('Quarter.analystComments', { kind: 'AnalystComment', ...OF_QUARTER }),
  }),
};
