import { Client } from 'pg';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { fillSynthetic } from '../support/synthetic';

const schema = buildGraph();
let database: TestDatabase;
let reader: Reader;
let client: Client;

/**
 * Eight quarters of four companies, from Q1 2020 to Q4 2021, each with an ended call. Then the first company's last call is still to come;
 * the second has numbers for its last quarter and no call on it; the third has numbers for a day near the end of its last quarter that were
 * filed before that day; the fourth has nothing that was reported.
 */
beforeAll(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
  await fillSynthetic(database.url, { companies: 4, people: 20, quartersEach: 8, utterances: 400 });
  client = new Client({ connectionString: database.url });
  await client.connect();
  const last = (company: number) => `quarter_id = (SELECT max(id) FROM quarter WHERE company_id = ${company})`;
  await client.query(
    `UPDATE event SET status = 'SCHEDULED' WHERE ${last(1)} OR ${last(2)} OR ${last(3)} OR company_id = 4`,
  );
  await client.query(
    `INSERT INTO fact (company_id, taxonomy, concept, unit, value, period_start, period_end, form, accession, filed_at, is_current) VALUES
      (2, 'us-gaap', 'Revenues', 'USD', 100, '2021-10-03', '2022-01-01', '10-K', '0000900002-22-000001', '2022-02-01', true),
      (3, 'us-gaap', 'Revenues', 'USD', 100, '2021-10-01', '2021-12-31', '10-Q', '0000900003-21-000001', '2021-11-01', true)`,
  );
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema });
}, 60_000);

afterAll(async () => {
  await reader.close();
  await client.end();
  await database.drop();
});

async function ask(source: string): Promise<Record<string, never>> {
  const answers = await runBoth(reader, schema, source);
  expect(answers.errors).toEqual([]);
  expect(answers.compiled).toBe(answers.walked);
  return JSON.parse(answers.walked);
}

test('LATEST is the newest quarter that was reported on, and nothing where there is none', async () => {
  const quarters = [1, 2, 3, 4].map(
    (n) => `c${n}: company(symbol: "SYN${n}") { quarter(period: "latest") { period } }`,
  );
  expect(await ask(`{ ${quarters.join(' ')} }`)).toEqual({
    c1: { quarter: { period: 'FY2021Q3' } },
    c2: { quarter: { period: 'FY2021Q4' } },
    c3: { quarter: { period: 'FY2021Q3' } },
    c4: { quarter: null },
  });
});

test('in filters each row is measured by its own company', async () => {
  const LATEST = '((1, 2021, 3), (2, 2021, 4), (3, 2021, 3))';
  const { rows } = await client.query(
    `SELECT (SELECT count(*)::int FROM utterance WHERE type = 'Statement' AND (company_id, fiscal_year, fiscal_quarter) IN ${LATEST}) AS "all",
       (SELECT count(*)::int FROM utterance WHERE type = 'Statement' AND company_id = 2 AND (fiscal_year, fiscal_quarter) = (2021, 4)) AS of_two,
       (SELECT count(*)::int FROM utterance WHERE type = 'Statement' AND company_id = 3 AND (fiscal_year, fiscal_quarter) = (2021, 3)) AS of_three,
       (SELECT count(*)::int FROM utterance WHERE type = 'Statement' AND company_id = 1 AND fiscal_year = 2021 AND fiscal_quarter IN (2, 3)) AS "until",
       (SELECT count(*)::int FROM exchange WHERE (company_id, fiscal_year, fiscal_quarter) IN ${LATEST}) AS exchanges`,
  );
  const [expected] = rows;
  const found = await ask(`{
    all: statements(filter: { period: "LATEST" }) { totalCount }
    named: statements(filter: { period: "LATEST", symbols: ["SYN2"] }) { totalCount }
    ofTwo: company(symbol: "SYN2") { statements(filter: { period: "LATEST" }) { totalCount } }
    ofThree: company(symbol: "SYN3") { statements(filter: { period: "LATEST" }) { totalCount } }
    ofFour: company(symbol: "SYN4") { statements(filter: { period: "LATEST" }) { totalCount } }
    until: company(symbol: "SYN1") { statements(filter: { periodFrom: "2021Q2", periodTo: "LATEST" }) { totalCount } }
    exchanges(filter: { period: "LATEST" }) { totalCount }
    events(filter: { period: "LATEST" }) { nodes { company { symbol } quarter { period } } }
  }`);
  const count = (totalCount: number) => ({ statements: { totalCount } });
  expect(found).toEqual({
    all: { totalCount: expected.all },
    named: { totalCount: expected.of_two },
    ofTwo: count(expected.of_two),
    ofThree: count(expected.of_three),
    ofFour: count(0),
    until: count(expected.until),
    exchanges: { totalCount: expected.exchanges },
    events: {
      nodes: [
        { company: { symbol: 'SYN2' }, quarter: { period: 'FY2021Q4' } },
        { company: { symbol: 'SYN3' }, quarter: { period: 'FY2021Q3' } },
        { company: { symbol: 'SYN1' }, quarter: { period: 'FY2021Q3' } },
      ],
    },
  });
  expect(expected.of_two).toBeGreaterThan(0);
});

test('series and lists of quarters end with it', async () => {
  const found = await ask(`{
    company(symbol: "SYN2") {
      quarters(from: "2021Q3", to: "LATEST") { nodes { period } }
      metric(name: "revenue", period: "LATEST") { period value }
    }
    none: company(symbol: "SYN4") { quarters(to: "LATEST") { totalCount } series(metric: "revenue", to: "LATEST") { period } }
    series(symbols: ["SYN1", "SYN2", "SYN4"], metrics: ["revenue"], periods: 2, to: "LATEST") { company { symbol } period value }
  }`);
  expect(found).toEqual({
    company: {
      quarters: { nodes: [{ period: 'FY2021Q4' }, { period: 'FY2021Q3' }] },
      metric: { period: 'FY2021Q4', value: '100' },
    },
    none: { quarters: { totalCount: 0 }, series: [] },
    series: [
      { company: { symbol: 'SYN1' }, period: 'FY2021Q2', value: null },
      { company: { symbol: 'SYN1' }, period: 'FY2021Q3', value: null },
      { company: { symbol: 'SYN2' }, period: 'FY2021Q3', value: null },
      { company: { symbol: 'SYN2' }, period: 'FY2021Q4', value: '100' },
    ],
  });
});

test('a field that takes one quarter refuses a year and says what to write', async () => {
  const { errors, codes } = await runBoth(
    reader,
    schema,
    '{ company(symbol: "SYN1") { quarter(period: "2021") { label } } }',
  );
  expect(codes).toEqual(['BAD_USER_INPUT']);
  expect(errors).toEqual([
    '`period` takes one quarter, and FY2021 is a year: write FY2021Q1, FY2021Q2, FY2021Q3 or FY2021Q4, or LATEST.',
  ]);
});
