import { join } from 'node:path';
import { Client } from 'pg';
import pino from 'pino';
import { Section, SpeakerRole } from '../../src/domain/utterance-enums';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { readItems } from '../../src/ingest/container/read-items';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { importItems } from '../../src/ingest/import-items';
import { importSources } from '../../src/ingest/import-source';
import { retag } from '../../src/ingest/retag';
import { loadSample } from '../../src/ingest/sample';
import { Source } from '../../src/ingest/source';
import { taxonomyVersion } from '../../src/language/topic/topic-taxonomy';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { type MadeDocument, topic, writeMade } from '../support/made-document';
import { expectTrueCounts } from '../support/stored';

let database: TestDatabase;
let client: Client;

beforeEach(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

const query = async (sql: string) => (await client.query(sql)).rows;

/** Everything that a retag may write, as one value. */
async function tagged(): Promise<string> {
  const found: unknown[] = [];
  for (const sql of [
    'SELECT utterance_id, topic_id, score, method, spans FROM topic_mention WHERE is_home ORDER BY 1, 2',
    'SELECT id, topic_ids FROM utterance ORDER BY 1',
    'SELECT id, ARRAY(SELECT unnest(topic_ids) ORDER BY 1) AS topics FROM exchange ORDER BY 1',
    'SELECT quarter_id, topic_id, mentions, statements, comments FROM topic_count ORDER BY 1, 2',
    'SELECT slug, utterance_count FROM topic ORDER BY 1',
  ]) {
    found.push(await query(sql));
  }
  return JSON.stringify(found);
}

const slugsBy = (table: 'utterance' | 'exchange') =>
  query(
    `SELECT ARRAY(SELECT slug FROM topic WHERE id = ANY (u.topic_ids) ORDER BY 1) AS slugs FROM ${table} u ORDER BY u.id`,
  ).then((rows) => rows.map(({ slugs }) => slugs.join()));

/** A call whose topics somebody else has chosen: the second of them by mistake. */
const call = (title: string): MadeDocument => ({
  document: { title, publisher: title },
  event: { company: `${title} Robotics`, symbol: null },
  speakers: [
    { name: `${title} Okafor`, title: 'CEO' },
    { name: `${title} Raman`, role: SpeakerRole.ANALYST, firm: 'Harbor Lane' },
  ],
  turns: [
    [
      1,
      'How will you fund the data centers?',
      { isComment: true, section: Section.QUESTION, role: SpeakerRole.ANALYST, topics: [topic('pricing')] },
    ],
    [
      0,
      'With cash that we have. 🚜 Compute stays our bottleneck.',
      { section: Section.ANSWER, topics: [topic('demand')] },
    ],
    [0, 'Thank you all.'],
  ],
  exchanges: [{ questions: [0], answers: [1] }],
});

const outdate = () => client.query("UPDATE document SET taxonomy_version = 'older'");

test('what this version has tagged is left alone, and a forced run finds the same again', async () => {
  const files = ['article-text', 'transcript-text', 'fmp', 'finnhub'].map((folder) => join(__dirname, folder, '*/*'));
  const summary = await importItems(
    database.url,
    readItems(files.map((pattern) => pattern.replace(/\*$/, '{article,input}.*'))),
  );
  expect(summary.created).toBeGreaterThan(20);
  const before = await tagged();
  expect(await retag(database.url)).toEqual({ version: taxonomyVersion(), documents: 0, changed: 0, unchanged: 0 });
  const forced = await retag(database.url, { force: true });
  const [{ words, documents }] = await query(
    'SELECT (SELECT count(*)::int FROM utterance) AS words, (SELECT count(*)::int FROM document) AS documents',
  );
  expect(forced).toEqual({ version: taxonomyVersion(), documents, changed: 0, unchanged: words });
  expect(await tagged()).toBe(before);
  expect(await query('SELECT DISTINCT taxonomy_version AS v FROM document')).toEqual([{ v: taxonomyVersion() }]);
}, 60_000);

/** The first to speak is of another company than the one that the news is of, and both are topics. */
const OF_TWO = `Nvidia's quarter ends with more orders than chips

SANTA CLARA, Calif., May 28, 2025 /PRNewswire/ -- NVIDIA Corporation (NASDAQ: NVDA) today reported revenue of $44.1 billion for the first quarter of fiscal 2026.

"Nvidia sells whatever it makes, and Intel has to answer with its own accelerators," said Lip-Bu Tan, chief executive officer of Intel Corporation (NASDAQ: INTC).

"Intel is a partner, and Nvidia has room for it," said Jensen Huang, chief executive officer of NVIDIA.
`;

test('a forced run leaves out the company that the import left out, whoever speaks first', async () => {
  await importSources(database.url, [new Source('two.txt', Buffer.from(OF_TWO))], { hints: NO_HINTS });
  const first = await query(
    'SELECT c.name FROM utterance u JOIN company c ON c.id = u.company_id ORDER BY position LIMIT 1',
  );
  expect(first).toEqual([{ name: 'Intel Corporation' }]);
  expect(await query('SELECT topics_about AS about FROM document')).toEqual([{ about: 'NVIDIA Corporation' }]);
  const before = await tagged();
  expect(before).toContain('"intel"');
  expect(await retag(database.url, { force: true })).toMatchObject({ documents: 1, changed: 0 });
  expect(await tagged()).toBe(before);
});

test('mentions, lists, exchanges, counts and the rollup follow a newer taxonomy', async () => {
  await writeMade(client, call('Orchard'));
  await outdate();
  const written = await query('SELECT id, updated_at FROM utterance ORDER BY position');
  expect(await retag(database.url)).toEqual({ version: taxonomyVersion(), documents: 1, changed: 2, unchanged: 1 });
  const [question, answer, thanks] = await slugsBy('utterance');
  expect(question).toContain('data-centers');
  expect(answer).toContain('compute');
  expect([question, answer, thanks].join()).not.toMatch(/pricing|demand/);
  expect(thanks).toBe('');
  const both = [...new Set(`${question},${answer}`.split(','))].sort().join();
  expect(await slugsBy('exchange')).toEqual([both]);
  await expectTrueCounts(database.url);
  // The sentence with the word, in code points: the tractor before it is one of them.
  expect(
    await query(
      `SELECT substr(d.text, m.spans[1] + 1, m.spans[2] - m.spans[1]) AS words, m.method FROM topic_mention m
       JOIN topic t ON t.id = m.topic_id JOIN utterance u ON u.id = m.utterance_id JOIN document d ON d.id = u.document_id WHERE t.slug = 'compute' AND m.is_home`,
    ),
  ).toEqual([
    {
      words: expect.stringMatching(/Compute stays our bottleneck\.$/),
      method: expect.stringContaining(`taxonomy/${taxonomyVersion()} `),
    },
  ]);
  const after = await query('SELECT id, updated_at FROM utterance ORDER BY position');
  expect(after.map(({ updated_at }, i) => updated_at > written[i].updated_at)).toEqual([true, true, false]);
  expect((await retag(database.url)).documents).toBe(0);
});

test('a run that is ended keeps what it has done, and the next goes on', async () => {
  for (let i = 0; i < 70; i++) await writeMade(client, call(`Grower${String.fromCharCode(65 + (i % 26))}${i}`));
  await outdate();
  const stop = new AbortController();
  const seen: number[] = [];
  const first = await retag(database.url, {
    signal: stop.signal,
    onStart: (documents) => seen.push(documents),
    onBatch: () => stop.abort(),
  });
  expect(seen).toEqual([70]);
  expect(first.documents).toBeGreaterThan(0);
  expect(first.documents).toBeLessThan(70);
  await expectTrueCounts(database.url);
  // A batch that fails leaves nothing of itself.
  await client.query(
    `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$`,
  );
  await client.query(
    'CREATE TRIGGER fail BEFORE UPDATE OF taxonomy_version ON document FOR EACH ROW WHEN (NEW.id = (70)) EXECUTE FUNCTION fail()',
  );
  const before = await tagged();
  await expect(retag(database.url)).rejects.toThrow('no room');
  expect(await tagged()).toBe(before);
  await client.query('DROP TRIGGER fail ON document');
  const rest = await retag(database.url, { onStart: (documents) => seen.push(documents) });
  expect(seen[1]).toBe(70 - first.documents);
  expect(first.documents + rest.documents).toBe(70);
  expect(first.changed + rest.changed).toBe(140);
  await expectTrueCounts(database.url);
}, 60_000);

test('what a NATIVE file says of topics stays, and what another version has tagged is read again', async () => {
  await loadSample(database.url, pino({ level: 'silent' }));
  await client.query("UPDATE document SET taxonomy_version = 'another'");
  const before = await tagged();
  const others = await query("SELECT id FROM document WHERE format <> 'NATIVE' ORDER BY id");
  expect(await retag(database.url)).toMatchObject({ documents: others.length, changed: 0 });
  expect(await tagged()).toBe(before);
  const outdated = await query("SELECT DISTINCT format FROM document WHERE taxonomy_version = 'another'");
  expect(outdated).toEqual([{ format: 'NATIVE' }]);
});
