import { type AskedPeriod, isLatest, type Period } from '../../domain/fiscal/period';
import { newestReported } from '../sql/reported-quarter';
import { fixed, int, type Sql, sql } from '../sql/sql';

interface PeriodFilter {
  readonly period?: AskedPeriod | null;
  readonly periodFrom?: AskedPeriod | null;
  readonly periodTo?: AskedPeriod | null;
}

/**
 * Rows carry both countings, so a period is a comparison of columns. A year covers its four quarters. `companies`: the only ones that rows
 * can be of, where that is known, so that LATEST need not be found for all.
 */
export function periodConditions(
  { period, periodFrom, periodTo }: PeriodFilter,
  alias: 'u' | 'q' = 'u',
  companies: readonly number[] | null = null,
): Sql[] {
  const conditions: Sql[] = [];
  if (period && isLatest(period)) {
    conditions.push(
      sql`${fixed(`(${alias}.company_id, ${alias}.fiscal_year, ${alias}.fiscal_quarter)`)} IN (${newestReported(companies)})`,
    );
  } else if (period) {
    const { year, quarter } = columnsOf(period, alias);
    conditions.push(sql`${year} = ${int(period.year)}`);
    if (period.quarter !== null) conditions.push(sql`${quarter} = ${int(period.quarter)}`);
  }
  if (periodFrom) conditions.push(bound(periodFrom, '>=', 1, alias, companies));
  if (periodTo) conditions.push(bound(periodTo, '<=', 4, alias, companies));
  return conditions;
}

/** `edge`: the quarter at which a year begins or ends. */
function bound(
  period: AskedPeriod,
  operator: '>=' | '<=',
  edge: number,
  alias: 'u' | 'q',
  companies: readonly number[] | null,
): Sql {
  if (isLatest(period)) {
    return sql`EXISTS (SELECT FROM (${newestReported(companies)}) rl WHERE rl.id = ${fixed(`${alias}.company_id`)}
      AND ${fixed(`(${alias}.fiscal_year, ${alias}.fiscal_quarter) ${operator}`)} (rl.fiscal_year, rl.fiscal_quarter))`;
  }
  const { year, quarter } = columnsOf(period, alias);
  return sql`(${year}, ${quarter}) ${fixed(operator)} (${int(period.year)}, ${int(period.quarter ?? edge)})`;
}

function columnsOf({ kind }: Period, alias: 'u' | 'q'): { year: Sql; quarter: Sql } {
  const counting = kind === 'FY' ? 'fiscal' : 'calendar';
  return { year: fixed(`${alias}.${counting}_year`), quarter: fixed(`${alias}.${counting}_quarter`) };
}
