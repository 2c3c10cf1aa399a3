import type { Period } from '../../domain/fiscal/period';
import type { Quarter } from '../../domain/quarter.entity';
import { ListConnection } from '../connection/list-connection';
import { connection, type Edges, value } from '../edge';
import type { Operation } from '../operation';
import { OF_QUARTER, utteranceConnection } from './utterance-connection';

/** A company's stored quarters that a period covers, in order: one for a quarter, up to four for a year. */
export function resolvePeriod(op: Operation, companyId: number, { kind, year, quarter }: Period): readonly Quarter[] {
  return op.view.quartersOf(companyId).filter((q) => {
    const [y, n] = kind === 'FY' ? [q.fiscalYear, q.fiscalQuarter] : [q.calendarYear, q.calendarQuarter];
    return y === year && (quarter === null || n === quarter);
  });
}

export function periodOf(quarter: Quarter): Period {
  return { kind: 'FY', year: quarter.fiscalYear, quarter: quarter.fiscalQuarter as 1 };
}

export function calendarPeriodOf(quarter: Quarter): Period {
  return { kind: 'CY', year: quarter.calendarYear, quarter: quarter.calendarQuarter as 1 };
}

/** Whether a quarter lies at or behind (`from`), or at or before (`to`), a bound in either counting. */
function within(quarter: Quarter, from: Period | undefined, to: Period | undefined): boolean {
  const at = ({ kind }: Period) =>
    kind === 'FY' ? quarter.fiscalYear * 4 + quarter.fiscalQuarter : quarter.calendarYear * 4 + quarter.calendarQuarter;
  if (from && at(from) < from.year * 4 + (from.quarter ?? 1)) return false;
  return !to || at(to) <= to.year * 4 + (to.quarter ?? 4);
}

export function quarterBefore(op: Operation, quarter: Quarter, count: 1 | 4): Quarter | null {
  const at = quarter.fiscalYear * 4 + quarter.fiscalQuarter - 1 - count;
  return op.view.quarterAt(quarter.companyId, Math.floor(at / 4), (at % 4) + 1);
}

export const QUARTER_EDGES: Edges = {
  'Company.quarters': connection((company, args, op) => {
    const quarters = op.view.quartersOf(company.id).filter((quarter) => within(quarter, args.from, args.to));
    return new ListConnection('Company.quarters', quarters, args, {
      descending: (args.orderBy?.direction ?? 'DESC') === 'DESC',
      types: ['text', 'int4'],
      keys: (quarter) => [quarter.endDate, quarter.id],
    });
  }),
  'Quarter.company': value((quarter, _, op) => op.view.linked('company', quarter.companyId)),
  'Quarter.label': value((quarter) => `Q${quarter.fiscalQuarter} ${quarter.fiscalYear}`),
  'Quarter.period': value((quarter) => periodOf(quarter)),
  'Quarter.calendarPeriod': value((quarter) => calendarPeriodOf(quarter)),
  'Quarter.previous': value((quarter, _, op) => quarterBefore(op, quarter, 1)),
  'Quarter.yearAgo': value((quarter, _, op) => quarterBefore(op, quarter, 4)),
  'Quarter.events': value((quarter, _, op) => op.view.eventsOf(quarter.id)),
  'Quarter.statements': utteranceConnection('Quarter.statements', { kind: 'Statement', ...OF_QUARTER }),
  'Quarter.analystComments': utteranceConnection('Quarter.analystComments', { kind: 'AnalystComment', ...OF_QUARTER }),
};
