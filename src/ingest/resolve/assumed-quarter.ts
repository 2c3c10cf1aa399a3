import type { Client } from 'pg';
import { calendarQuarterOf } from '../../domain/fiscal/calendar';
import { addDays } from '../../domain/fiscal/day';

interface AssumedQuarter {
  readonly id: number;
  readonly fiscal_year: number;
  readonly fiscal_quarter: number;
  readonly start_date: string;
  readonly end_date: string;
}

interface QuarterDays {
  readonly id: number;
  readonly start: string;
  readonly end: string;
}

/** Far enough away that no filing's quarter overlaps it. */
const PARKED = '2990-01-01';

/**
 * Runs `work`, which writes the quarters that filings show, while quarters whose days were only assumed stand out of their way.
 * Afterwards those that filings show take the days shown; the others go back, where nothing stands there now.
 */
export async function withAssumedQuarters<T extends { readonly quarters: { readonly disputed: readonly string[] } }>(
  client: Client,
  companyId: number,
  work: () => Promise<T>,
): Promise<T> {
  const { rows: assumed } = await client.query<AssumedQuarter>(
    `SELECT id, fiscal_year, fiscal_quarter, start_date::text, end_date::text FROM quarter
     WHERE company_id = $1 AND is_assumed ORDER BY start_date`,
    [companyId],
  );
  const park = assumed.map(({ id }, i) => ({ id, start: addDays(PARKED, 2 * i), end: addDays(PARKED, 2 * i + 1) }));
  for (const quarter of park) await move(client, quarter, { keepCalendar: true });
  const result = await work();
  const shown = new Map(result.quarters.disputed.map((text) => readShown(text)));
  for (const quarter of assumed) {
    const days = shown.get(`FY${quarter.fiscal_year}Q${quarter.fiscal_quarter}`);
    if (days) await settle(client, { id: quarter.id, ...days });
    else await goBack(client, companyId, quarter);
  }
  return result;
}

/** `FY2024Q1 2023-02-01/2023-04-30` */
function readShown(text: string): [string, { start: string; end: string }] {
  const [period = '', days = ''] = text.split(' ');
  const [start = '', end = ''] = days.split('/');
  return [period, { start, end }];
}

async function settle(client: Client, quarter: QuarterDays): Promise<void> {
  await move(client, quarter, { keepCalendar: false });
  await client.query('UPDATE quarter SET is_assumed = false WHERE id = $1', [quarter.id]);
}

/** Back to the assumed days; where those are taken now, the assumption was wrong: next to the quarter that the count puts there. */
async function goBack(client: Client, companyId: number, quarter: AssumedQuarter): Promise<void> {
  const { rows: taken } = await client.query(
    "SELECT FROM quarter WHERE company_id = $1 AND id <> $2 AND daterange(start_date, end_date, '[]') && daterange($3::date, $4::date, '[]')",
    [companyId, quarter.id, quarter.start_date, quarter.end_date],
  );
  if (taken.length === 0) {
    await move(client, { id: quarter.id, start: quarter.start_date, end: quarter.end_date }, { keepCalendar: true });
    return;
  }
  const { rows } = await client.query<{ start: string; end: string }>(
    `SELECT (n.start_date + make_interval(months => d.months))::date::text AS start,
       ((n.end_date + 1 + make_interval(months => d.months))::date - 1)::text AS "end"
     FROM quarter n CROSS JOIN LATERAL (SELECT 3 * ($3 * 4 + $4 - n.fiscal_year * 4 - n.fiscal_quarter) AS months) d
     WHERE n.company_id = $1 AND NOT n.is_assumed AND n.id <> $2 ORDER BY abs(d.months) LIMIT 1`,
    [companyId, quarter.id, quarter.fiscal_year, quarter.fiscal_quarter],
  );
  if (rows[0]) await move(client, { id: quarter.id, ...rows[0] }, { keepCalendar: false });
}

async function move(
  client: Client,
  { id, start, end }: QuarterDays,
  { keepCalendar }: { readonly keepCalendar: boolean },
): Promise<void> {
  const calendar = calendarQuarterOf(start, end);
  await client.query(
    `UPDATE quarter SET start_date = $2, end_date = $3,
       calendar_year = CASE WHEN $6 THEN calendar_year ELSE $4 END, calendar_quarter = CASE WHEN $6 THEN calendar_quarter ELSE $5 END WHERE id = $1`,
    [id, start, end, calendar.year, calendar.quarter, keepCalendar],
  );
}
