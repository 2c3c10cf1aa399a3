import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import pino from 'pino';
import { buildGraph } from '../../../src/api/schema';
import { syncCatalogue } from '../../../src/ingest/catalogue';
import { NO_HINTS } from '../../../src/ingest/formats/format';
import { secCompanyfactsFormat } from '../../../src/ingest/formats/sec-companyfacts.format';
import { secIxbrlFormat } from '../../../src/ingest/formats/sec-ixbrl.format';
import { persistFacts } from '../../../src/ingest/persist/fact';
import { Source } from '../../../src/ingest/source';
import { Reader } from '../../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { runBoth } from '../../support/executors';

/** The questions of the contract about facts, asked of complete SEC files, which lie beside the repository on some machines. */
const DATA = join(__dirname, '../../../../shared/data/sec');
const hasData = existsSync(join(DATA, 'CIK0000320193.json'));
const describeHere = hasData ? describe : describe.skip;
const schema = buildGraph();
let database: TestDatabase;
let reader: Reader;

const COMPANIES = [
  { slug: 'apple', cik: '320193', symbols: [['AAPL', 'NASDAQ', null, null]], files: ['CIK0000320193.json'] },
  { slug: 'snowflake', cik: '1640147', symbols: [['SNOW', 'NYSE', '2020-09-16', null]], files: ['CIK0001640147.json'] },
  {
    slug: 'meta',
    cik: '1326801',
    symbols: [
      ['FB', 'NASDAQ', '2012-05-18', '2022-06-08'],
      ['META', 'NASDAQ', '2022-06-09', null],
    ],
    files: ['CIK0001326801.json', 'meta-10-k-2025-01-30.html'],
  },
  { slug: 'metaverse-fund', cik: null, symbols: [['META', 'NYSE ARCA', '2021-06-30', '2022-01-30']], files: [] },
] as const;

beforeAll(async () => {
  if (!hasData) return;
  database = await createTestDatabase();
  await syncCatalogue(database.url);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  for (const { slug, cik, symbols, files } of COMPANIES) {
    const { rows } = await client.query('INSERT INTO company (slug, name) VALUES ($1, $1) RETURNING id', [slug]);
    const companyId = rows[0].id;
    if (cik) {
      const insert = "INSERT INTO company_identifier (company_id, scheme, value) VALUES ($1, 'CIK', $2)";
      await client.query(insert, [companyId, cik]);
    }
    for (const symbol of symbols) {
      const insert =
        'INSERT INTO company_symbol (company_id, symbol, exchange, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5)';
      await client.query(insert, [companyId, ...symbol]);
    }
    for (const file of files) {
      const format = file.endsWith('.json') ? secCompanyfactsFormat : secIxbrlFormat;
      const [document] = await format.parse(new Source(file, readFileSync(join(DATA, file))), NO_HINTS);
      expect(document?.metadata.cik).toBe(cik);
      await client.query('BEGIN');
      await persistFacts(client, { companyId }, document?.facts ?? []);
      await client.query('COMMIT');
    }
  }
  await client.query('ANALYZE');
  await client.end();
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema });
}, 120_000);

afterAll(async () => {
  await reader?.close();
  await database?.drop();
});

async function ask(question: string) {
  const both = await runBoth(reader, schema, question);
  expect(both.errors).toEqual([]);
  expect(both.compiled).toBe(both.walked);
  return { ...JSON.parse(both.walked), statements: both.statements };
}

describeHere(`complete SEC files${hasData ? '' : ' (need ../shared/data/sec)'}`, () => {
  test('30: revenue of the fourth quarter is the year less nine months, from two filings', async () => {
    const { company } = await ask(
      '{ company(symbol: "META") { metric(name: "revenue", period: "2024Q4", asOf: "2025-02-01") { value derivation formula evidence { accession dimensions } } } }',
    );
    expect(company.metric).toMatchObject({ value: '48385000000', derivation: 'DERIVED', formula: 'FY2024 − 9M2024' });
    // The report was imported as a page as well, which does not name its accession number: it is one filing all the same.
    expect(company.metric.evidence).toEqual([
      { accession: '0001326801-25-000017', dimensions: [] },
      { accession: '0001326801-24-000081', dimensions: [] },
    ]);
  });

  test('31: deferred taxes that are no longer filed as one number are not made up', async () => {
    const { company } = await ask(
      '{ company(symbol: "AAPL") { metric(name: "deferred taxes", period: "2024Q4") { value derivation formula } } }',
    );
    expect(company.metric).toMatchObject({ value: null, derivation: 'NOT_DERIVABLE' });
    expect(company.metric.formula).toMatch(/no periodic report gives Deferred income tax/);
  });

  test('32: eight quarters with growth in one request and three statements at most', async () => {
    const { company, statements } = await ask(
      '{ company(symbol: "META") { series(metric: "revenue", periods: 8, to: "2024Q4") { period value yoy { percent } qoq { percent } } } }',
    );
    expect(company.series.map((point: { value: string }) => Number(point.value) / 1e6)).toEqual([
      28645, 31999, 34146, 40111, 36455, 39071, 40589, 48385,
    ]);
    expect(company.series.at(-1)).toMatchObject({ period: 'FY2024Q4', yoy: { percent: '20.6278' } });
    expect(company.series.every((point: { qoq: unknown }) => point.qoq !== null)).toBe(true);
    expect(statements).toBeLessThanOrEqual(3);
  });

  test('33: what was known on a day leaves out what was filed later', async () => {
    const { company } = await ask(
      '{ company(symbol: "META") { metric(name: "revenue", period: "2024Q4", asOf: "2024-12-31") { value } facts(filter: { metrics: ["revenue"], periodEnd: "2024-12-31", filedTo: "2024-12-31", currentOnly: false }) { totalCount } } }',
    );
    expect(company).toEqual({ metric: { value: null }, facts: { totalCount: 0 } });
  });

  test('34: the revenue of a year that ended in January is found by its days, whatever its filings call it', async () => {
    const { company } = await ask(
      '{ company(symbol: "SNOW") { metric(name: "revenue", period: "FY2024") { value derivation } facts(filter: { metrics: ["revenue"], periodStart: "2023-02-01", periodEnd: "2024-01-31", currentOnly: false }) { nodes { value filingFiscalYear } } } }',
    );
    expect(company.metric).toEqual({ value: '2806489000', derivation: 'REPORTED' });
    expect(new Set(company.facts.nodes.map((fact: { value: string }) => fact.value))).toEqual(new Set(['2806489000']));
    expect(new Set(company.facts.nodes.map((fact: { filingFiscalYear: number }) => fact.filingFiscalYear))).toEqual(
      new Set([2024, 2025]),
    );
  });

  test('35: a symbol belongs to a company for a time', async () => {
    const answer = await ask(
      '{ fb: company(symbol: "FB", asOf: "2021-06-01") { cik } before: company(symbol: "META", asOf: "2021-12-01") { slug } today: company(symbol: "META") { slug } }',
    );
    expect(answer).toMatchObject({
      fb: { cik: '1326801' },
      before: { slug: 'metaverse-fund' },
      today: { slug: 'meta' },
    });
  });

  test('parts of a company stay apart: its revenue is one number, its regions come when asked for', async () => {
    const filter =
      'concepts: ["RevenueFromContractWithCustomerExcludingAssessedTax"], periodStart: "2024-01-01", periodEnd: "2024-12-31"';
    const { company } = await ask(
      `{ company(symbol: "META") { whole: facts(filter: { ${filter} }) { nodes { value dimensions } }
         parts: facts(first: 50, filter: { ${filter}, includeParts: true }) { nodes { value dimensions } } } }`,
    );
    expect(company.whole.nodes).toEqual([{ value: '164501000000', dimensions: [] }]);
    expect(company.parts.nodes).toContainEqual({
      value: '162355000000',
      dimensions: ['us-gaap:StatementBusinessSegmentsAxis=meta:FamilyOfAppsMember'],
    });
    expect(company.parts.nodes).toContainEqual({
      value: '59730000000',
      dimensions: ['srt:StatementGeographicalAxis=country:US'],
    });
  });

  test('a company with 25,000 facts answers as fast as any', async () => {
    const question =
      '{ company(symbol: "AAPL") { series(metric: "free_cash_flow", periods: 20, to: "2025Q4") { value derivation } } }';
    const { company, statements } = await ask(question);
    expect(company.series).toHaveLength(20);
    expect(company.series.every(({ derivation }: { derivation: string }) => derivation === 'DERIVED')).toBe(true);
    expect(statements).toBeLessThanOrEqual(3);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      `EXPLAIN SELECT * FROM fact f WHERE f.company_id = ANY ('{1}') AND f.concept = ANY ('{Revenues,SalesRevenueNet}')
       AND f.period_end BETWEEN '2020-01-01' AND '2025-12-31' AND f.filed_at <= '9999-12-31' AND f.dimensions = '{}' ORDER BY f.id`,
    );
    await client.end();
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/fact_concept_idx|fact_key/);
  });
});
