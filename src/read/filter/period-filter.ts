import type { Period } from '../../domain/fiscal/period';
import { fixed, int, type Sql, sql } from '../sql/sql';

interface PeriodFilter {
  readonly period?: Period;
  readonly periodFrom?: Period;
  readonly periodTo?: Period;
}

/** Rows carry both countings, so a period is a comparison of columns. A year covers its four quarters. */
export function periodConditions({ period, periodFrom, periodTo }: PeriodFilter, alias: 'u' | 'q' = 'u'): Sql[] {
  const conditions: Sql[] = [];
  if (period) {
    const { year, quarter } = columnsOf(period, alias);
    conditions.push(sql`${year} = ${int(period.year)}`);
    if (period.quarter !== null) conditions.push(sql`${quarter} = ${int(period.quarter)}`);
  }
  if (periodFrom) conditions.push(bound(periodFrom, '>=', periodFrom.quarter ?? 1, alias));
  if (periodTo) conditions.push(bound(periodTo, '<=', periodTo.quarter ?? 4, alias));
  return conditions;
}

function bound(period: Period, operator: '>=' | '<=', edge: number, alias: 'u' | 'q'): Sql {
  const { year, quarter } = columnsOf(period, alias);
  return sql`(${year}, ${quarter}) ${fixed(operator)} (${int(period.year)}, ${int(edge)})`;
}

function columnsOf({ kind }: Period, alias: 'u' | 'q'): { year: Sql; quarter: Sql } {
  const counting = kind === 'FY' ? 'fiscal' : 'calendar';
  return { year: fixed(`${alias}.${counting}_year`), quarter: fixed(`${alias}.${counting}_quarter`) };
}
