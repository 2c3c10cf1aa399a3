import { Client } from 'pg';
import { parsePeriod } from '../../../src/domain/fiscal/period';
import { withAssumedQuarters } from '../../../src/ingest/resolve/assumed-quarter';
import type { KnownCompany } from '../../../src/ingest/resolve/company';
import { resolveQuarter } from '../../../src/ingest/resolve/quarter';
import { createTestDatabase, type TestDatabase } from '../../support/database';

let database: TestDatabase;
let client: Client;

beforeEach(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

async function makeCompany(fiscalYearEnd: string | null): Promise<KnownCompany> {
  const { rows } = await client.query(
    "INSERT INTO company (slug, name, fiscal_year_end) VALUES ('orchard', 'Orchard', $1) RETURNING id, slug, name, fiscal_year_end",
    [fiscalYearEnd],
  );
  return rows[0];
}

const DAYS = `SELECT 'FY' || fiscal_year || 'Q' || fiscal_quarter AS period, start_date::text AS first, end_date::text AS last,
  'CY' || calendar_year || 'Q' || calendar_quarter AS calendar, is_assumed AS assumed FROM quarter ORDER BY start_date`;
const stored = async () => (await client.query(DAYS)).rows;
const resolve = (company: KnownCompany, period: string, day: string | null = null) => {
  const resolution = { client, warnings: [] as { code: string; message: string }[], day, told: [] };
  return resolveQuarter(resolution, company, parsePeriod(period)).then((quarter) => ({ quarter, resolution }));
};

test('a known fiscal year end gives the real days; the year is named after the day it ends', async () => {
  const company = await makeCompany('01-31');
  await resolve(company, 'FY2024Q4');
  await resolve(company, 'FY2025Q1');
  expect(await stored()).toEqual([
    { period: 'FY2024Q4', first: '2023-11-01', last: '2024-01-31', calendar: 'CY2023Q4', assumed: false },
    { period: 'FY2025Q1', first: '2024-02-01', last: '2024-04-30', calendar: 'CY2024Q1', assumed: false },
  ]);
});

test('without a fiscal year end the calendar stands in, unless the call could not be about it then', async () => {
  const company = await makeCompany(null);
  await resolve(company, 'FY2024Q3', '2024-10-24');
  await resolve(company, 'FY2024Q4', '2025-01-29');
  expect(await stored()).toEqual([
    { period: 'FY2024Q3', first: '2024-07-01', last: '2024-09-30', calendar: 'CY2024Q3', assumed: true },
    { period: 'FY2024Q4', first: '2024-10-01', last: '2024-12-31', calendar: 'CY2024Q4', assumed: true },
  ]);
  await client.query('DELETE FROM quarter');
  // A call in May 2024 about the first quarter of fiscal 2025: the year ends with January.
  await resolve(company, 'FY2025Q1', '2024-05-29');
  expect(await stored()).toEqual([
    { period: 'FY2025Q1', first: '2024-02-01', last: '2024-04-30', calendar: 'CY2024Q1', assumed: true },
  ]);
});

test('a calendar period finds the fiscal quarter; another is reckoned from the nearest that is known', async () => {
  const company = await makeCompany(null);
  await client.query(`INSERT INTO quarter (company_id, fiscal_year, fiscal_quarter, start_date, end_date, calendar_year, calendar_quarter)
    VALUES (${company.id}, 2025, 1, '2024-02-01', '2024-04-30', 2024, 1)`);
  expect((await resolve(company, 'CY2024Q1')).quarter).toMatchObject({ fiscal_year: 2025, fiscal_quarter: 1 });
  expect((await resolve(company, 'CY2024Q3')).quarter).toMatchObject({ fiscal_year: 2025, fiscal_quarter: 3 });
  expect((await resolve(company, 'FY2026Q4')).quarter).toMatchObject({ calendar_year: 2025, calendar_quarter: 4 });
  expect((await stored()).slice(1)).toEqual([
    { period: 'FY2025Q3', first: '2024-08-01', last: '2024-10-31', calendar: 'CY2024Q3', assumed: false },
    { period: 'FY2026Q4', first: '2025-11-01', last: '2026-01-31', calendar: 'CY2025Q4', assumed: false },
  ]);
  expect((await resolve(company, 'FY2026')).quarter).toBeNull();
});

test('days that would overlap a stored quarter make no quarter, and it is said', async () => {
  const company = await makeCompany('12-31');
  await client.query(`INSERT INTO quarter (company_id, fiscal_year, fiscal_quarter, start_date, end_date, calendar_year, calendar_quarter, is_assumed)
    VALUES (${company.id}, 2024, 1, '2024-02-10', '2024-05-10', 2024, 1, true), (${company.id}, 2024, 3, '2024-05-11', '2024-10-01', 2024, 3, true)`);
  const { quarter, resolution } = await resolve(company, 'FY2024Q2');
  expect(quarter).toBeNull();
  expect(resolution.warnings).toEqual([expect.objectContaining({ code: 'QUARTER_UNKNOWN' })]);
});

test('assumed quarters make way for those that filings show, and take their days', async () => {
  const company = await makeCompany(null);
  await resolve(company, 'FY2024Q3', '2024-10-24');
  await resolve(company, 'FY2024Q4', '2025-01-29');
  // Filings show the third quarter elsewhere; the fourth follows it at the distance of a quarter.
  await withAssumedQuarters(client, company.id, async () => {
    await client.query(`INSERT INTO quarter (company_id, fiscal_year, fiscal_quarter, start_date, end_date, calendar_year, calendar_quarter)
      VALUES (${company.id}, 2024, 2, '2024-08-01', '2024-10-31', 2024, 3)`);
    return { quarters: { disputed: ['FY2024Q3 2024-11-01/2025-01-31'] } };
  });
  expect(await stored()).toEqual([
    { period: 'FY2024Q2', first: '2024-08-01', last: '2024-10-31', calendar: 'CY2024Q3', assumed: false },
    { period: 'FY2024Q3', first: '2024-11-01', last: '2025-01-31', calendar: 'CY2024Q4', assumed: false },
    { period: 'FY2024Q4', first: '2025-02-01', last: '2025-04-30', calendar: 'CY2025Q1', assumed: true },
  ]);
});
