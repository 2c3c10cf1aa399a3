import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { importSource, importSources } from '../../src/ingest/import-source';
import { importNative, writeNative } from '../../src/ingest/native/import-native';
import { readNative } from '../../src/ingest/native/read-native';
import { inImport, withWriter } from '../../src/ingest/persist/import-lock';
import { removeDocument } from '../../src/ingest/remove-document';
import { removeSample } from '../../src/ingest/remove-sample';
import { correctSample, loadSample, sampleDocuments, sampleFiles } from '../../src/ingest/sample';
import { Source } from '../../src/ingest/source';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { countRows, expectTrueCounts, queryRows } from '../support/stored';

const log = pino({ level: 'silent' });
let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase({ sample: true });
});

afterEach(() => database.drop());

const query = (sql: string, parameters: unknown[] = []) => queryRows(database.url, sql, parameters);

const importing = async (text: string, hints = {}) => {
  const source = new Source('mine.txt', Buffer.from(text));
  const summary = await importSources(database.url, [source], { hints: { ...NO_HINTS, ...hints } });
  expect(summary.created).toBe(1);
};

/** All that is stored, table by table, without the times of writing and what tells of imports instead of documents. */
async function dump(url: string): Promise<Record<string, string[]>> {
  const stored: Record<string, string[]> = {};
  const apart = ['audit_entry', 'sample_row', 'native_fact'];
  for (const table of Object.keys(await countRows(url)).filter((name) => !apart.includes(name))) {
    const rows = await queryRows(
      url,
      `SELECT (to_jsonb(t) - ARRAY['imported_at', 'created_at', 'updated_at', 'changed_at', 'version'])::text AS row FROM ${table} t ORDER BY 1`,
    );
    stored[table] = rows.map(({ row }) => row);
  }
  return stored;
}

test('loading the sample stores what importing its files would', async () => {
  const other = await createTestDatabase();
  try {
    await syncCatalogue(other.url);
    const files = sampleFiles().map(readNative);
    // Over one connection, which takes ids ahead.
    await withWriter(other.url, async (client) => {
      await inImport(client, () => writeNative(client, files));
      for (const { source, hints } of sampleDocuments()) {
        const { name, outcome, faults, warnings } = await importSource(client, source, { hints });
        expect({ name, outcome, faults, warnings }).toEqual({ name, outcome: 'created', faults: [], warnings: [] });
      }
      await inImport(client, () => correctSample(client, 0));
    });
    expect(await dump(database.url)).toEqual(await dump(other.url));
  } finally {
    await other.drop();
  }
});

/** Of somebody who follows Meta: who speaks in which office is known from the sample already. */
const CALL = `Meta Platforms, Inc. (META) First Quarter 2025 Earnings Conference Call
April 24, 2025

Operator: Good afternoon, and welcome to the Meta Platforms first quarter 2025 earnings conference call. Please go ahead.

Mark Zuckerberg, Chief Executive Officer: Thank you. We added compute in every region this quarter, and we use all of it.

Susan Li, Chief Financial Officer: Thank you, Mark. Advertising grew in every region, and we hired fewer people than planned.

Operator: Our first question comes from the line of Helena Moorcastle with Gullwing Research. Please go ahead.

Helena Moorcastle, Gullwing Research: How much of that compute serves advertising today?

Susan Li, Chief Financial Officer: More than half of it, and the share grows.
`;

/** Who spoke for whom, in which office of the day. */
const spoken = () =>
  query(
    `SELECT p.name, c.slug, e.title, e.role, f.name AS firm, u.text FROM utterance u JOIN document d ON d.id = u.document_id
     LEFT JOIN person p ON p.id = u.speaker_id JOIN company c ON c.id = u.company_id
     LEFT JOIN executive e ON e.person_id = p.id AND e.company_id = c.id AND daterange(e.valid_from, e.valid_to, '[]') @> u.said_on
     LEFT JOIN firm f ON f.id = u.firm_id WHERE d.sha256 = $1 ORDER BY u.position`,
    [new Source('mine.txt', Buffer.from(CALL)).sha256],
  );

test('an imported call keeps speakers, offices, firms and its quarter when the sample is removed', async () => {
  await importing(CALL);
  const before = await spoken();
  expect(before.map(({ title }) => title)).toEqual([
    null,
    'Chief Executive Officer',
    'Chief Financial Officer',
    null,
    null,
    'Chief Financial Officer',
  ]);
  expect(before.at(-2).firm).toBe('Gullwing Research');
  await removeSample(database.url);
  expect(await spoken()).toEqual(before);
  expect(await query('SELECT name FROM person ORDER BY 1')).toEqual(
    ['Helena Moorcastle', 'Mark Zuckerberg', 'Susan Li'].map((name) => ({ name })),
  );
  expect(await query("SELECT format('FY%sQ%s', fiscal_year, fiscal_quarter) AS period FROM quarter")).toEqual([
    { period: 'FY2025Q1' },
  ]);
  await expectTrueCounts(database.url);
});

test('what a NATIVE file names is its own from then on, whoever brought it first', async () => {
  const own = {
    format: 'earshot/1',
    companies: [{ slug: 'meta', name: 'Meta Platforms, Inc.' }],
    people: [{ name: 'Susan Li' }],
    firms: [{ name: 'IA', kind: 'VENTURE' }],
    executives: [
      { person: 'Susan Li', company: 'meta', title: 'Chief Financial Officer', role: 'CFO', from: '2022-11-01' },
    ],
    quarters: [{ company: 'meta', period: 'FY2024Q4', start: '2024-10-01', end: '2024-12-31' }],
    events: [{ company: 'meta', type: 'EARNINGS_CALL', title: 'The call', date: '2025-01-29', quarter: 'FY2024Q4' }],
  };
  await importNative(database.url, [JSON.stringify(own)]);
  await removeSample(database.url);
  expect(await countRows(database.url)).toEqual({
    company: 1,
    company_identifier: 1,
    company_name: 2,
    company_symbol: 2,
    event: 1,
    executive: 1,
    firm: 1,
    person: 1,
    quarter: 1,
  });
});

test('facts that a filing brings keep their quarters', async () => {
  const fact = {
    start: '2024-10-01',
    end: '2024-12-31',
    val: 1,
    accn: '0000000000-25-000001',
    form: '10-K',
    filed: '2025-03-03',
  };
  const facts = {
    cik: 1326801,
    entityName: 'Meta',
    facts: { 'us-gaap': { InterestExpense: { units: { USD: [fact] } } } },
  };
  await importing(JSON.stringify(facts));
  await removeSample(database.url);
  expect(await query("SELECT format('FY%sQ%s', fiscal_year, fiscal_quarter) AS period FROM quarter")).toEqual([
    { period: 'FY2024Q4' },
  ]);
});

test('a document that was taken down stays out, and the rest is loaded', async () => {
  const [{ id }] = await query("SELECT id FROM document WHERE publisher = 'Lantern Street News'");
  await removeDocument(database.url, id, 'for the test');
  const { documents } = await loadSample(database.url, log);
  expect(documents).toEqual({ created: 0, updated: 0, unchanged: 11 });
  expect((await removeSample(database.url)).documents).toBe(11);
});

/** The first question, asked of the tables. */
const quotesOnCompute = () =>
  query(
    `SELECT u.text, d.kind FROM utterance u JOIN document d ON d.id = u.document_id JOIN person p ON p.id = u.speaker_id
     JOIN topic_mention m ON m.utterance_id = u.id JOIN topic t ON t.id = m.topic_id
     WHERE p.name = 'Mark Zuckerberg' AND t.slug = 'compute' AND u.directness = 'DIRECT_QUOTE' AND d.superseded_by_id IS NULL ORDER BY u.position`,
  );

const ARTICLE = join(__dirname, '../../../shared/data/seed/article.txt');

test('the article that the sample retells takes its place', async () => {
  if (!existsSync(ARTICLE)) return console.info('skipped: no article beside the checkout');
  const retold = await quotesOnCompute();
  expect(retold).toHaveLength(2);
  await importing(readFileSync(ARTICLE, 'utf8'));
  const quotes = await quotesOnCompute();
  expect(quotes.map(({ text }) => text)).toEqual(retold.map(({ text }) => text));
  expect(quotes.map(({ kind }) => kind)).toEqual(['NEWS_ARTICLE', 'NEWS_ARTICLE']);
  await expectTrueCounts(database.url);
  // Neither does a second load bring it back, nor does removing the sample take the article with it.
  expect((await loadSample(database.url, log)).documents).toEqual({ created: 0, updated: 0, unchanged: 11 });
  await removeSample(database.url);
  expect(await quotesOnCompute()).toEqual(quotes);
});
