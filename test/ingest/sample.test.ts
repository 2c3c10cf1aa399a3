import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import pino from 'pino';
import { importNative } from '../../src/ingest/native/import-native';
import { readNative } from '../../src/ingest/native/read-native';
import { removeSample } from '../../src/ingest/remove-sample';
import { loadSample } from '../../src/ingest/sample';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { processorMs } from '../support/processor-time';
import { countRows, expectTrueCounts } from '../support/stored';

const FOLDER = join(__dirname, '../../schema/sample');
const FILE = join(FOLDER, 'meta-2024q4.json');
const log = pino({ level: 'silent' });
let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const query = async (sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows;

test('it is small', () => {
  const sizes = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).map(
    (file) => statSync(join(FOLDER, file)).size,
  );
  expect(sizes.length).toBeGreaterThanOrEqual(12);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(500_000);
});

test('every word stands in the document where its span says', async () => {
  expect(
    await query(
      'SELECT u.id FROM utterance u JOIN document d ON d.id = u.document_id WHERE u.text <> substr(d.text, u.span_start + 1, u.span_end - u.span_start)',
    ),
  ).toEqual([]);
});

test('of Meta it has six quotes of Zuckerberg, one a fragment, nine paraphrases, one of Susan Li, and one comment of 53 words', async () => {
  expect(
    await query(
      'SELECT p.name, u.type, u.directness, count(*)::int AS n FROM utterance u JOIN person p ON p.id = u.speaker_id JOIN company c ON c.id = u.company_id WHERE c.slug = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3',
      ['meta'],
    ),
  ).toEqual([
    { name: 'Deepak Sharma', type: 'AnalystComment', directness: 'DIRECT_QUOTE', n: 1 },
    { name: 'Mark Zuckerberg', type: 'Statement', directness: 'DIRECT_QUOTE', n: 5 },
    { name: 'Mark Zuckerberg', type: 'Statement', directness: 'FRAGMENT', n: 1 },
    { name: 'Mark Zuckerberg', type: 'Statement', directness: 'PARAPHRASE', n: 9 },
    { name: 'Susan Li', type: 'Statement', directness: 'PARAPHRASE', n: 1 },
  ]);
  const [{ text }] = await query(
    "SELECT u.text FROM utterance u JOIN person p ON p.id = u.speaker_id WHERE p.name = 'Deepak Sharma'",
  );
  expect(text.split(/\s+/)).toHaveLength(53);
});

test('a second load changes nothing', async () => {
  const counts = () =>
    query(
      'SELECT (SELECT count(*) FROM utterance) AS u, (SELECT count(*) FROM fact) AS f, (SELECT count(*) FROM person) AS p, (SELECT max(version) FROM person) AS v, (SELECT count(*) FROM sample_row) AS s',
    );
  const before = await counts();
  const { documents, statements, analystComments, facts } = await loadSample(database.url, log);
  const none = { created: 0, updated: 0, unchanged: expect.any(Number) };
  expect(documents).toEqual({ ...none, unchanged: 12 });
  expect(statements).toEqual(none);
  expect(analystComments).toEqual(none);
  expect(facts).toMatchObject({ created: 0, updated: 0 });
  expect(await counts()).toEqual(before);
});

test('a corrected document is a new revision, and the old one stays', async () => {
  const file = JSON.parse(readFileSync(FILE, 'utf8'));
  file.documents[0].title = 'Corrected';
  const report = await importNative(database.url, [JSON.stringify(file)]);
  expect(report.documents).toEqual({ created: 0, updated: 1, unchanged: 0 });
  expect(
    await query(
      "SELECT revision, superseded_by_id IS NULL AS current FROM document WHERE natural_key = 'native:meta-2024q4-retold' ORDER BY revision",
    ),
  ).toEqual([
    { revision: 1, current: false },
    { revision: 2, current: true },
  ]);
});

test('a file with a fault is refused by path, and nothing of it is kept', async () => {
  const file = JSON.parse(readFileSync(FILE, 'utf8'));
  file.documents[0].key = 'another';
  file.documents[0].utterances[16].text = 'words that nobody said';
  await expect(importNative(database.url, [JSON.stringify(file)])).rejects.toThrow(
    /documents\[0\]\.utterances\[16\]: the text has/,
  );
  expect(await query("SELECT FROM document WHERE natural_key = 'native:another'")).toEqual([]);
  expect(() =>
    readNative('{"format": "earshot/1", "quarters": [{"company": "meta", "period": "Q4", "start": "2024-13-01"}]}'),
  ).toThrow(/quarters\[0\]\.end: is missing[\s\S]*quarters\[0\]\.period|quarters\[0\]/);
  expect(() => readNative('{')).toThrow(/is no JSON/);
});

test('a long file of nothing but faults is refused in bounded time', () => {
  const started = processorMs();
  const empty = `{"format": "earshot/1", "documents": [${Array(60_000).fill('{}').join()}]}`;
  expect(() => readNative(empty)).toThrow(/documents\[0\].*is missing/);
  expect(processorMs() - started).toBeLessThan(5_000);
});

test('its topics are those of the answer key, where that is at hand', async () => {
  const key = join(__dirname, '../../../shared/data/seed/gold.json');
  if (!existsSync(key)) return console.info('skipped: no answer key beside the checkout');
  const gold = JSON.parse(readFileSync(key, 'utf8'));
  const file = JSON.parse(readFileSync(FILE, 'utf8'));
  const topicsOf = (id: string) =>
    file.documents[0].utterances
      .find((u: { key: string }) => u.key === id.toLowerCase())
      .topics.map((t: { topic: string }) => t.topic);
  for (const { id, topics } of [...gold.directQuotes, ...gold.indirectStatements]) {
    // I1 and I5 are retold in other words: what those words no longer name is not tagged, competition is named anew.
    if (id === 'I1' || id === 'I5') continue;
    expect({ id, topics: topicsOf(id).sort() }).toEqual({ id, topics: [...topics].sort() });
  }
});

test('it can be removed, and nothing of it is left', async () => {
  const other = await createTestDatabase({ sample: true });
  const report = await removeSample(other.url);
  expect(report).toMatchObject({ documents: 12 });
  expect(report.facts).toBeGreaterThan(1000);
  expect(await countRows(other.url)).toEqual({});
  await other.drop();
});

test('what others use stays when it is removed: their words, their facts, the nodes they point to', async () => {
  const other = await createTestDatabase({ sample: true });
  const own = JSON.stringify({
    format: 'earshot/1',
    documents: [
      {
        key: 'of-my-own',
        kind: 'NOTE',
        title: 'Of my own',
        text: 'Compute is what we plan for, Mark Zuckerberg wrote.',
        companies: ['meta'],
        quarter: 'FY2024Q4',
        utterances: [
          {
            text: 'Compute is what we plan for',
            directness: 'DIRECT_QUOTE',
            speaker: 'Mark Zuckerberg',
            topics: ['compute'],
          },
        ],
      },
    ],
  });
  await importNative(other.url, [own]);
  await removeSample(other.url);
  expect(await countRows(other.url)).toEqual({
    company: 1,
    company_identifier: 1,
    company_name: 2,
    company_symbol: 2,
    document: 1,
    document_company: 1,
    executive: 1,
    // compute, plan; the company, the quarter.
    lexeme_count: 4,
    person: 1,
    quarter: 1,
    topic_branch_count: 1,
    topic_count: 1,
    topic_mention: 1,
    utterance: 1,
  });
  await expectTrueCounts(other.url);
  await other.drop();
});
