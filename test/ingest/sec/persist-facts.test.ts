import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { NO_HINTS } from '../../../src/ingest/formats/format';
import { secCompanyfactsFormat } from '../../../src/ingest/formats/sec-companyfacts.format';
import { secIxbrlFormat } from '../../../src/ingest/formats/sec-ixbrl.format';
import type { FiledFactRow } from '../../../src/ingest/neutral-document';
import { persistFacts } from '../../../src/ingest/persist/fact';
import { Source } from '../../../src/ingest/source';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { filed } from '../../unit/metric/filed-number';

const FIXTURES = join(__dirname, '../../../eval/fixtures/sec');
let database: TestDatabase;
let client: Client;
let companyId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

beforeEach(async () => {
  companyId = await makeCompany();
});

let made = 0;
async function makeCompany(): Promise<number> {
  made += 1;
  const { rows } = await client.query("INSERT INTO company (slug, name) VALUES ($1, 'A company') RETURNING id", [
    `company-${made}`,
  ]);
  return rows[0].id;
}

async function store(facts: readonly FiledFactRow[], into = companyId) {
  const { created, updated, unchanged } = await persistFacts(client, { companyId: into }, facts);
  return { created, updated, unchanged };
}

const row = (concept: string, period: string, value: string, filing: string, more: Partial<FiledFactRow> = {}) => ({
  frame: null,
  filingFiscalYear: null,
  filingFiscalPeriod: null,
  dimensions: [],
  ...filed(concept, period, value, filing),
  ...more,
});

/** All of a company's facts by content, with the content of what supersedes each: independent of ids and of order. */
async function stored(company = companyId): Promise<string[]> {
  const print = (t: string) =>
    `concat_ws(' ', ${t}.taxonomy, ${t}.concept, ${t}.unit, ${t}.dimensions, ${t}.period_start, ${t}.period_end, ${t}.value, ${t}.form, ${t}.accession, ${t}.filed_at, ${t}.frame)`;
  const { rows } = await client.query(
    `SELECT ${print('f')} || CASE WHEN f.is_current THEN ' current' ELSE ' -> ' || ${print('n')} END AS line
     FROM fact f LEFT JOIN fact n ON n.id = f.superseded_by_id WHERE f.company_id = $1 ORDER BY 1`,
    [company],
  );
  return rows.map(({ line }) => line);
}

async function readFixture(name: string): Promise<readonly FiledFactRow[]> {
  const source = new Source(name, readFileSync(join(FIXTURES, name)));
  const [document] = await secCompanyfactsFormat.parse(source, NO_HINTS);
  return document?.facts ?? [];
}

const YEAR = '2024-01-01/2024-12-31';

test('the same file twice changes nothing', async () => {
  const facts = await readFixture('apple-excerpt.json');
  expect(await store(facts)).toEqual({ created: facts.length, updated: 0, unchanged: 0 });
  const before = await stored();
  expect(await store(facts)).toEqual({ created: 0, updated: 0, unchanged: facts.length });
  expect(await stored()).toEqual(before);
});

test('filings one by one, in any order, give what the whole file gives', async () => {
  const facts = await readFixture('snowflake-excerpt.json');
  await store(facts);
  const whole = await stored();
  const byFiling = [...new Set(facts.map(({ accession }) => accession))].map((name) =>
    facts.filter(({ accession }) => accession === name),
  );
  for (const order of [
    byFiling,
    [...byFiling].reverse(),
    byFiling.filter((_, i) => i % 2).concat(byFiling.filter((_, i) => i % 2 === 0)),
  ]) {
    const other = await makeCompany();
    let created = 0;
    for (const filing of order) created += (await store(filing, other)).created;
    expect(created).toBe(facts.length);
    expect(await stored(other)).toEqual(whole);
  }
});

test('current is the latest filed among periodic forms; every chain ends there', async () => {
  await store([
    row('NetIncomeLoss', YEAR, '62300', '10-K 2025-01-30'),
    row('NetIncomeLoss', YEAR, '62111', '8-K 2025-01-29'),
  ]);
  // A later filing of the same number is a vintage of its own, the same value or not.
  expect(
    await store([
      row('NetIncomeLoss', YEAR, '62360', '10-K 2026-01-29'),
      row('NetIncomeLoss', YEAR, '62360', 'DEF14A 2026-04-16'),
    ]),
  ).toEqual({ created: 2, updated: 0, unchanged: 0 });
  const { rows } = await client.query(
    `SELECT f.form, f.filed_at::text AS filed, f.is_current AS current, n.filed_at::text AS next
     FROM fact f LEFT JOIN fact n ON n.id = f.superseded_by_id WHERE f.company_id = $1 ORDER BY f.filed_at`,
    [companyId],
  );
  expect(rows).toEqual([
    { form: '8-K', filed: '2025-01-29', current: false, next: '2026-01-29' },
    { form: '10-K', filed: '2025-01-30', current: false, next: '2026-01-29' },
    { form: '10-K', filed: '2026-01-29', current: true, next: null },
    { form: 'DEF14A', filed: '2026-04-16', current: false, next: '2026-01-29' },
  ]);
});

test('an earlier filing that comes later takes its place in the chain', async () => {
  await store([
    row('Assets', '2024-12-31', '1', '10-K 2025-01-30'),
    row('Assets', '2024-12-31', '3', '10-K 2027-01-30'),
  ]);
  await store([row('Assets', '2024-12-31', '2', '10-K 2026-01-30')]);
  expect(
    (await stored()).map((line) => line.replace(/us-gaap Assets USD \{\} 2024-12-31 (\d) \S+ \S+ \S+/g, '$1')),
  ).toEqual(['1 -> 2', '2 -> 3', '3 current']);
});

test('a frame that the SEC moved to a later filing moves', async () => {
  const [old, later] = ['10-K 2025-01-30', '10-K 2026-01-29'];
  await store([row('Assets', '2024-12-31', '1', old, { frame: 'CY2024Q4I' })]);
  expect(
    await store([
      row('Assets', '2024-12-31', '1', old),
      row('Assets', '2024-12-31', '1', later, { frame: 'CY2024Q4I' }),
    ]),
  ).toEqual({ created: 1, updated: 1, unchanged: 0 });
  const { rows } = await client.query('SELECT frame FROM fact WHERE company_id = $1 ORDER BY filed_at', [companyId]);
  expect(rows).toEqual([{ frame: null }, { frame: 'CY2024Q4I' }]);
  // A source that knows no frames takes none away.
  expect(await store([row('Assets', '2024-12-31', '1', later)])).toEqual({ created: 0, updated: 0, unchanged: 1 });
});

test('copies within a file are one fact; numbers keep every digit', async () => {
  const value = '12345678901234567890.123456789';
  const fact = row('Assets', '2024-12-31', value, '10-K 2025-01-30');
  expect(await store([fact, { ...fact, frame: 'CY2024Q4I' }, fact])).toEqual({ created: 1, updated: 0, unchanged: 2 });
  expect(await stored()).toEqual([
    `us-gaap Assets USD {} 2024-12-31 ${value} 10-K 0000000001-25-0130 2025-01-30 CY2024Q4I current`,
  ]);
});

test('words with tabs, quotes and backslashes survive the copy', async () => {
  const dimensions = ['a:b=c\td\\e', 'x:"y"={z},w'];
  await store([row('Odd', YEAR, '1', '10-K 2025-01-30', { unit: 'a\\b\tc\nd', frame: '\\N', dimensions })]);
  const { rows } = await client.query('SELECT unit, frame, dimensions FROM fact WHERE company_id = $1', [companyId]);
  expect(rows).toEqual([{ unit: 'a\\b\tc\nd', frame: '\\N', dimensions }]);
});

describe('a report as inline XBRL', () => {
  const report = async () => {
    const bytes = readFileSync(join(__dirname, 'quarterly-report.htm'));
    const [document] = await secIxbrlFormat.parse(new Source('lkw.htm', bytes), NO_HINTS);
    return document?.facts ?? [];
  };

  test('its segments never stand for the company, and a rounded repetition is no vintage', async () => {
    const facts = await report();
    // $1.2 million in the text repeats the 1,234.5 thousand of the table.
    expect(await store(facts)).toEqual({ created: facts.length - 1, updated: 0, unchanged: 1 });
    const { rows } = await client.query(
      `SELECT value::text, dimensions FROM fact WHERE company_id = $1 AND concept = 'Revenues' AND period_start = '2024-06-30' AND is_current
       ORDER BY 1`,
      [companyId],
    );
    expect(rows).toEqual([
      { value: '1234500', dimensions: [] },
      {
        value: '400000.25',
        dimensions: ['srt:ProductOrServiceAxis=lkw:KettleMember', 'us-gaap:StatementGeographicalAxis=srt:EuropeMember'],
      },
    ]);
    expect(await store(facts)).toEqual({ created: 0, updated: 0, unchanged: facts.length });
  });

  test('it is one filing with what company facts tell of it, whichever comes first', async () => {
    const facts = await report();
    const named = facts
      .filter((fact) => fact.dimensions.length === 0 && fact.taxonomy === 'us-gaap' && fact.decimals !== -5)
      .map((fact) => ({ ...fact, accession: '0009876543-24-000012', filedAt: '2024-11-01' }));
    await store(facts);
    expect(await store(named)).toMatchObject({ created: 0, updated: 0 });
    const pageFirst = await stored();
    expect(pageFirst.filter((line) => line.includes('sha256'))).toEqual([]);
    expect(pageFirst.filter((line) => line.includes('0009876543-24-000012 2024-11-01'))).toHaveLength(facts.length - 1);
    const other = await makeCompany();
    await store(named, other);
    await store(facts, other);
    expect(await stored(other)).toEqual(pageFirst);
  });

  test('it shows the quarter that it reports, and what the company counts in', async () => {
    await store(await report());
    const { rows } = await client.query(
      `SELECT fiscal_year, fiscal_quarter, start_date::text, end_date::text, calendar_year, calendar_quarter FROM quarter
       WHERE company_id = $1`,
      [companyId],
    );
    expect(rows).toEqual([
      {
        fiscal_year: 2024,
        fiscal_quarter: 3,
        start_date: '2024-06-30',
        end_date: '2024-09-28',
        calendar_year: 2024,
        calendar_quarter: 3,
      },
    ]);
    const { rows: companies } = await client.query('SELECT reporting_currency FROM company WHERE id = $1', [companyId]);
    expect(companies).toEqual([{ reporting_currency: 'USD' }]);
  });
});

describe('quarters', () => {
  const insert = (year: number, quarter: number, start: string, end: string) =>
    client.query(
      `INSERT INTO quarter (company_id, fiscal_year, fiscal_quarter, start_date, end_date, calendar_year, calendar_quarter)
       VALUES ($1, $2, $3, $4, $5, 2024, 1)`,
      [companyId, year, quarter, start, end],
    );
  const quarters = async () =>
    (
      await client.query(
        `SELECT fiscal_year || 'Q' || fiscal_quarter || ' ' || start_date || '/' || end_date || ' ' || calendar_year || 'Q' || calendar_quarter AS line
         FROM quarter WHERE company_id = $1 ORDER BY start_date`,
        [companyId],
      )
    ).rows.map(({ line }) => line);

  test('that were entered by nominal days get their real ones, neighbours too', async () => {
    await insert(2024, 1, '2023-10-01', '2023-12-31');
    await insert(2024, 2, '2024-01-01', '2024-03-31');
    const result = await persistFacts(client, { companyId }, await readFixture('apple-excerpt.json'));
    expect(result.quarters).toMatchObject({ updated: 2, disputed: [] });
    expect((await quarters()).filter((line) => line.startsWith('2024'))).toEqual([
      '2024Q1 2023-10-01/2023-12-30 2023Q4',
      '2024Q2 2023-12-31/2024-03-30 2024Q1',
      '2024Q3 2024-03-31/2024-06-29 2024Q2',
      '2024Q4 2024-06-30/2024-09-28 2024Q3',
    ]);
    const { rows } = await client.query('SELECT fiscal_year_end FROM company WHERE id = $1', [companyId]);
    expect(rows).toEqual([{ fiscal_year_end: '09-27' }]);
  });

  test('that were numbered otherwise stay, and are told', async () => {
    await insert(2025, 1, '2023-10-01', '2023-12-30');
    const { quarters: counts } = await persistFacts(client, { companyId }, await readFixture('apple-excerpt.json'));
    expect(counts.disputed).toEqual(['FY2024Q1 2023-10-01/2023-12-30', 'FY2025Q1 2024-09-29/2024-12-28']);
    expect((await quarters()).filter((line) => line.includes('Q1 2023-10'))).toEqual([
      '2025Q1 2023-10-01/2023-12-30 2024Q1',
    ]);
  });
});

test('two at once: no row twice', async () => {
  const facts = await readFixture('snowflake-excerpt.json');
  const run = async () => {
    const own = new Client({ connectionString: database.url });
    await own.connect();
    await own.query('BEGIN');
    const counts = await persistFacts(own, { companyId }, facts);
    await own.query('COMMIT');
    await own.end();
    return counts.created;
  };
  expect((await Promise.all([run(), run()])).sort()).toEqual([0, facts.length].sort());
  expect(await stored()).toHaveLength(facts.length);
});

test('a company that is not there is an error', async () => {
  await expect(store([row('Assets', '2024-12-31', '1', '10-K 2025-01-30')], 999_999)).rejects.toThrow(/no company/);
});

test('a row that the table refuses fails the whole', async () => {
  await client.query('BEGIN');
  const good = row('Assets', '2024-12-31', '1', '10-K 2025-01-30');
  await expect(store([good, { ...good, periodEnd: '2025-02-30' }])).rejects.toThrow(/out of range/);
  await client.query('ROLLBACK');
  await expect(store([good, { ...good, value: 'NaN' }])).rejects.toThrow(/"NaN" is not a decimal number/);
  expect(await stored()).toEqual([]);
});

test('a number written otherwise is the same number', async () => {
  const fact = row('Assets', '2024-12-31', '42.50', '10-K 2025-01-30');
  expect(await store([fact, { ...fact, value: '4.25e1' }])).toEqual({ created: 1, updated: 0, unchanged: 1 });
  expect(await store([{ ...fact, value: '42.5' }])).toEqual({ created: 0, updated: 0, unchanged: 1 });
});
