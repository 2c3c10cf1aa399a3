import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import pino from 'pino';
import { readNative } from '../../src/ingest/formats/native.format';
import { importNative } from '../../src/ingest/import-native';
import { loadSample, removeSample } from '../../src/ingest/sample';
import { createTestDatabase, type TestDatabase } from '../support/database';

const FILE = join(__dirname, '../../schema/sample/meta-2024q4.json');
const FACTS = join(__dirname, '../../schema/sample/meta-facts.json');
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

const query = async (sql: string) => (await client.query(sql)).rows;

test('it is small', () => {
  expect(statSync(FILE).size + statSync(FACTS).size).toBeLessThan(1_000_000);
});

test('every word stands in the document where its span says', async () => {
  expect(
    await query(
      'SELECT u.id FROM utterance u JOIN document d ON d.id = u.document_id WHERE u.text <> substr(d.text, u.span_start + 1, u.span_end - u.span_start)',
    ),
  ).toEqual([]);
});

test('it has six quotes of Zuckerberg, one a fragment, nine paraphrases, one of Susan Li, and one comment of 53 words', async () => {
  expect(
    await query(
      'SELECT p.name, u.type, u.directness, count(*)::int AS n FROM utterance u JOIN person p ON p.id = u.speaker_id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3',
    ),
  ).toEqual([
    { name: 'Deepak Sharma', type: 'AnalystComment', directness: 'DIRECT_QUOTE', n: 1 },
    { name: 'Mark Zuckerberg', type: 'Statement', directness: 'DIRECT_QUOTE', n: 5 },
    { name: 'Mark Zuckerberg', type: 'Statement', directness: 'FRAGMENT', n: 1 },
    { name: 'Mark Zuckerberg', type: 'Statement', directness: 'PARAPHRASE', n: 9 },
    { name: 'Susan Li', type: 'Statement', directness: 'PARAPHRASE', n: 1 },
  ]);
  const [{ text }] = await query("SELECT text FROM utterance WHERE type = 'AnalystComment'");
  expect(text.split(/\s+/)).toHaveLength(53);
});

test('a second load changes nothing', async () => {
  const counts = () =>
    query(
      'SELECT (SELECT count(*) FROM utterance) AS u, (SELECT count(*) FROM fact) AS f, (SELECT count(*) FROM person) AS p, (SELECT max(version) FROM person) AS v',
    );
  const before = await counts();
  expect(await loadSample(database.url, log)).toEqual({
    documents: { created: 0, updated: 0, unchanged: 1 },
    facts: 0,
  });
  expect(await counts()).toEqual(before);
});

test('a corrected document is a new revision, and the old one stays', async () => {
  const file = JSON.parse(readFileSync(FILE, 'utf8'));
  file.documents[0].title = 'Corrected';
  const report = await importNative(database.url, [JSON.stringify(file)]);
  expect(report.documents).toEqual({ created: 0, updated: 1, unchanged: 0 });
  expect(await query('SELECT revision, superseded_by_id IS NULL AS current FROM document ORDER BY revision')).toEqual([
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

test('it can be removed', async () => {
  const other = await createTestDatabase({ sample: true });
  await removeSample(other.url);
  const gone = new Client({ connectionString: other.url });
  await gone.connect();
  const { rows } = await gone.query(
    'SELECT (SELECT count(*)::int FROM utterance) AS u, (SELECT count(*)::int FROM fact) AS f, (SELECT count(*)::int FROM document) AS d',
  );
  await gone.end();
  await other.drop();
  expect(rows).toEqual([{ u: 0, f: 0, d: 0 }]);
});
