import type { ClientBase } from 'pg';
import { calendarQuarterOf } from '../../domain/fiscal/calendar';
import { daysBetween } from '../../domain/fiscal/day';
import type { FiledQuarter } from '../../domain/metric/filed-quarter';

export interface QuarterCounts {
  readonly created: number;
  /** Stored before with days that were near, but not those that the filings show. */
  readonly updated: number;
  /** Shown by filings, but at odds with a stored quarter, which stays as it is: `FY2024Q1 2023-02-01/2023-04-30`. */
  readonly disputed: readonly string[];
}

interface StoredQuarter extends FiledQuarter {
  readonly id: number;
}

/** Days that were reckoned from a nominal year end are off by a week at most, and a few more where 52/53 weeks drift. */
const NEAR_DAYS = 10;

/** Stores the quarters that a source's numbers show. Who numbered a quarter otherwise before is not overruled. */
export async function persistFiledQuarters(
  client: ClientBase,
  companyId: number,
  shown: readonly FiledQuarter[],
): Promise<QuarterCounts> {
  if (shown.length === 0) return { created: 0, updated: 0, disputed: [] };
  const { rows: stored } = await client.query<StoredQuarter>(
    `SELECT id, fiscal_year AS "fiscalYear", fiscal_quarter AS "fiscalQuarter", start_date::text AS "startDate",
       end_date::text AS "endDate" FROM quarter WHERE company_id = $1`,
    [companyId],
  );
  const moved: StoredQuarter[] = [];
  const fresh: FiledQuarter[] = [];
  const disputed: string[] = [];
  for (const quarter of shown) {
    const same = stored.find((s) => s.fiscalYear === quarter.fiscalYear && s.fiscalQuarter === quarter.fiscalQuarter);
    const isTaken = stored.some((other) => other !== same && overlaps(other, quarter) && !isShown(other, shown));
    if (isTaken || (same && !isNear(same, quarter))) {
      disputed.push(`FY${quarter.fiscalYear}Q${quarter.fiscalQuarter} ${quarter.startDate}/${quarter.endDate}`);
    } else if (!same) {
      fresh.push(quarter);
    } else if (same.startDate !== quarter.startDate || same.endDate !== quarter.endDate) {
      moved.push({ ...quarter, id: same.id });
    }
  }
  await moveQuarters(client, moved);
  await insertQuarters(client, companyId, fresh);
  return { created: fresh.length, updated: moved.length, disputed };
}

const isNear = (a: FiledQuarter, b: FiledQuarter): boolean =>
  Math.abs(daysBetween(a.startDate, b.startDate)) <= NEAR_DAYS &&
  Math.abs(daysBetween(a.endDate, b.endDate)) <= NEAR_DAYS;

const overlaps = (a: FiledQuarter, b: FiledQuarter): boolean => a.startDate <= b.endDate && b.startDate <= a.endDate;

/** Whether the same filings show it too: then it has, or gets, days that overlap none of theirs. */
function isShown(stored: StoredQuarter, shown: readonly FiledQuarter[]): boolean {
  return shown.some(
    (quarter) =>
      quarter.fiscalYear === stored.fiscalYear &&
      quarter.fiscalQuarter === stored.fiscalQuarter &&
      isNear(stored, quarter),
  );
}

const columnsOf = (quarters: readonly FiledQuarter[]) => {
  const calendar = quarters.map(({ startDate, endDate }) => calendarQuarterOf(startDate, endDate));
  return [
    quarters.map(({ startDate }) => startDate),
    quarters.map(({ endDate }) => endDate),
    calendar.map(({ year }) => year),
    calendar.map(({ quarter }) => quarter),
  ];
};

/** Neighbours may not overlap at any moment, so that all shrink to their middle before they take their new days. */
async function moveQuarters(client: ClientBase, quarters: readonly StoredQuarter[]): Promise<void> {
  if (quarters.length === 0) return;
  const ids = quarters.map(({ id }) => id);
  await client.query(
    'UPDATE quarter SET start_date = start_date + 30, end_date = start_date + 31 WHERE id = ANY ($1)',
    [ids],
  );
  await client.query(
    `UPDATE quarter SET start_date = s.first, end_date = s.last, calendar_year = s.year, calendar_quarter = s.quarter
     FROM unnest($1::int[], $2::date[], $3::date[], $4::int[], $5::int[]) s(id, first, last, year, quarter) WHERE quarter.id = s.id`,
    [ids, ...columnsOf(quarters)],
  );
  // Utterances carry a copy of their quarter's calendar period.
  await client.query(
    `UPDATE utterance u SET calendar_year = q.calendar_year, calendar_quarter = q.calendar_quarter FROM quarter q
     WHERE q.id = ANY ($1) AND u.quarter_id = q.id
       AND (u.calendar_year, u.calendar_quarter) IS DISTINCT FROM (q.calendar_year, q.calendar_quarter)`,
    [ids],
  );
}

async function insertQuarters(client: ClientBase, companyId: number, quarters: readonly FiledQuarter[]): Promise<void> {
  if (quarters.length === 0) return;
  await client.query(
    `INSERT INTO quarter (company_id, fiscal_year, fiscal_quarter, start_date, end_date, calendar_year, calendar_quarter)
     SELECT $1, s.* FROM unnest($2::int[], $3::int[], $4::date[], $5::date[], $6::int[], $7::int[]) s`,
    [
      companyId,
      quarters.map(({ fiscalYear }) => fiscalYear),
      quarters.map(({ fiscalQuarter }) => fiscalQuarter),
      ...columnsOf(quarters),
    ],
  );
}
