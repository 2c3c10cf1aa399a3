import { fixed, ints, type Sql, sql } from './sql';

/** How far a filed period may stand off the stored quarter, in days: 52/53-week years end on a weekday near the nominal day. */
const TOLERANCE_DAYS = 7;

/**
 * Whether the quarter of that alias has been reported on: numbers of it were filed after it ended, or its earnings call was held. Asked quarter for quarter (OFFSET keeps
 * Postgres from that): it would read all calls of all companies first.
 */
export const isReported = (quarter: string): Sql =>
  fixed(`(EXISTS (SELECT FROM fact rf WHERE rf.company_id = ${quarter}.company_id AND rf.filed_at > ${quarter}.end_date
      AND rf.period_end BETWEEN ${quarter}.end_date - ${TOLERANCE_DAYS} AND ${quarter}.end_date + ${TOLERANCE_DAYS} OFFSET 0)
    OR EXISTS (SELECT FROM event re WHERE re.quarter_id = ${quarter}.id AND re.type = 'EARNINGS_CALL' AND re.status = 'ENDED' OFFSET 0))`);

/** Rows (company, fiscal year, fiscal quarter) of the newest reported quarter of every company, or of these. */
export const newestReported = (companies: readonly number[] | null): Sql =>
  sql`SELECT rc.id, rn.fiscal_year, rn.fiscal_quarter FROM company rc CROSS JOIN LATERAL (
      SELECT rq.fiscal_year, rq.fiscal_quarter FROM quarter rq WHERE rq.company_id = rc.id AND ${isReported('rq')} ORDER BY rq.end_date DESC LIMIT 1) rn
    WHERE ${companies ? sql`rc.id = ANY (${ints(companies)})` : fixed('true')}`;
