import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import pino from 'pino';
import { readItems } from '../../src/ingest/container/read-items';
import { importItems } from '../../src/ingest/import-items';
import { migrate, readMigrationStatus, revertMigrations } from '../../src/platform/database/migrate';
import { printDatabaseSchema } from '../../src/platform/database/print-schema';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { expectTrueCounts } from '../support/stored';

const log = pino({ level: 'silent' });
const MIGRATION = 'OrderByPlace20261129001000';
/** Real documents, where they are; made-up ones in any case. */
const REAL = ['seed/article.txt', 'transcripts-official/META-Q4-2024-Earnings-Call-Transcript.txt']
  .map((name) => join(__dirname, '../../../shared/data', name))
  .filter(existsSync);
const MADE = ['article-text', 'transcript-text/brackets-colon', 'native'].map((folder) =>
  join(__dirname, '../ingest', folder),
);

let database: TestDatabase;
let client: Client;
let other: Client;
let schema: string;
/** Undoing so many undoes the migration. */
let steps: number;

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
  await importItems(database.url, readItems([...REAL, ...MADE]), {});
  schema = await printDatabaseSchema(database.url);
  const names = (await readMigrationStatus(database.url)).map(({ name }) => name);
  steps = names.length - names.indexOf(MIGRATION);
  [client, other] = [new Client({ connectionString: database.url }), new Client({ connectionString: database.url })];
  await Promise.all([client.connect(), other.connect()]);
}, 120_000);

afterAll(async () => {
  await Promise.all([client.end(), other.end()]);
  await database.drop();
});

const rows = async (sql: string) => (await client.query(sql)).rows;

/** All that both shapes have, by id. */
async function dump() {
  const found: Record<string, unknown>[][] = [];
  for (const sql of DUMPED) found.push(await rows(sql));
  return found;
}

const DUMPED = [
  "SELECT id, to_jsonb(u) - '{place,word_count,lexemes}'::text[] AS row FROM utterance u ORDER BY id",
  `SELECT utterance_id, topic_id, score, method, spans FROM topic_mention m WHERE coalesce((to_jsonb(m) ->> 'is_home')::boolean, true) ORDER BY 1, 2`,
  'SELECT utterance_id, document_id, span_start FROM rendering ORDER BY id',
  // Claims of documents without a company are younger than the shape before: it cannot hold them.
  'SELECT id, utterance_id FROM claim WHERE company_id IS NOT NULL ORDER BY id',
  'SELECT last_value, is_called FROM utterance_id_seq',
];

test('down and up again: every row as it was, by its id, and everything around it', async () => {
  const before = await dump();
  expect(before[0]?.length).toBeGreaterThan(100);
  expect(before[1]?.length).toBeGreaterThan(50);
  await client.query('GRANT SELECT ON utterance TO PUBLIC');
  await expectTrueCounts(database.url);
  await revertMigrations(database.url, log, steps);
  expect(await dump()).toEqual(before);
  expect(await migrate(database.url, log)).toContain(MIGRATION);
  expect(await dump()).toEqual(before);
  expect(await printDatabaseSchema(database.url)).toBe(schema);
  expect(await rows("SELECT has_table_privilege('public', 'utterance', 'SELECT') AS may")).toEqual([{ may: true }]);
  await expectTrueCounts(database.url);
  // The next row gets the next number, and old keys still hold.
  const [{ id }] = await rows("SELECT nextval(pg_get_serial_sequence('utterance', 'id')) AS id");
  expect(Number(id)).toBeGreaterThan(Number(before[0]?.at(-1)?.id));
  await expect(
    client.query(
      'INSERT INTO rendering (utterance_id, document_id, span_start, span_end) SELECT 0, min(id), 0, 1 FROM document',
    ),
  ).rejects.toThrow('rendering_utterance_id_fkey');
});

/** Reads again and again, as a server does, until `work` is done: how many rows each time, and the longest wait in ms. */
async function readMeanwhile(work: Promise<unknown>): Promise<{ counts: Set<string>; slowest: number }> {
  let done = false;
  void work
    .catch(() => {})
    .finally(() => {
      done = true;
    });
  const counts = new Set<string>();
  let slowest = 0;
  while (!done) {
    const started = performance.now();
    await other.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await other.query('SELECT count(*) FROM document');
    const { rows: found } = await other.query('SELECT count(*) AS n FROM utterance');
    await other.query('COMMIT');
    counts.add(found[0].n);
    slowest = Math.max(slowest, performance.now() - started);
  }
  return { counts, slowest };
}

test('whoever reads meanwhile finds all rows, also by a snapshot from before, and waits for nobody', async () => {
  const [{ n }] = await rows('SELECT count(*) AS n FROM utterance');
  for (const change of [() => revertMigrations(database.url, log, steps), () => migrate(database.url, log)]) {
    // A long report that has not come to the words yet.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM company');
    const changing = change();
    const reading = readMeanwhile(changing);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await rows('SELECT count(*) AS n FROM utterance')).toEqual([{ n }]);
    await client.query('COMMIT');
    await changing;
    const { counts, slowest } = await reading;
    expect([...counts]).toEqual([n]);
    expect(slowest).toBeLessThan(2_500);
  }
});

test('given up or ended half way it goes on from there, and nothing is lost', async () => {
  const before = await dump();
  const patience = { lockMs: 200, pauseMs: 50, patienceMs: 500 };
  // Claims are read for long: the tables have changed places when their keys are to be led to the new ones.
  await client.query('BEGIN; SELECT count(*) FROM claim');
  await expect(revertMigrations(database.url, log, steps, patience)).rejects.toMatchObject({ reason: 'busy' });
  await client.query('COMMIT');
  await revertMigrations(database.url, log, steps);
  // And here they have not: what was filled is gone.
  await client.query('BEGIN; SELECT count(*) FROM utterance');
  await expect(migrate(database.url, log, patience)).rejects.toMatchObject({ reason: 'busy' });
  expect(await rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'earshot%'")).toEqual([]);
  await client.query('COMMIT');
  await migrate(database.url, log);
  expect(await dump()).toEqual(before);
  expect(await printDatabaseSchema(database.url)).toBe(schema);
});

test('it says what it takes before it begins', async () => {
  await revertMigrations(database.url, log, steps);
  const told: string[] = [];
  await migrate(database.url, pino({ level: 'info' }, { write: (line: string) => void told.push(line) }));
  const { msg } = told
    .map((line) => JSON.parse(line))
    .find(({ migration, msg: text }) => migration === MIGRATION && text !== 'migrated');
  expect(msg).toMatch(
    /^utterance and topic_mention are made anew .*: about \d+ utterances, \d+ s .*; reading goes on, writing waits; \d+ MB of disk/,
  );
});
