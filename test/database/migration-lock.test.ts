import { once } from 'node:events';
import { Client } from 'pg';
import pino from 'pino';
import { migrate, readMigrationStatus, revertMigrations } from '../../src/platform/database/migrate';
import { printDatabaseSchema } from '../../src/platform/database/print-schema';
import { startCli } from '../support/cli';
import { createTestDatabase, type TestDatabase } from '../support/database';

const log = pino({ level: 'silent' });
let database: TestDatabase;
/** Has read in a transaction that stays open: an ordinary report, or a dump. */
let holder: Client;
let other: Client;
let schema: string;
/** Undoing so many comes to one that alters a table which is read. */
let steps: number;

beforeAll(async () => {
  database = await createTestDatabase();
  schema = await printDatabaseSchema(database.url);
  const names = (await readMigrationStatus(database.url)).map(({ name }) => name);
  steps = names.length - names.indexOf('KeepVersionsAndWatches20261124005000');
  holder = new Client({ connectionString: database.url, application_name: 'a long report' });
  other = new Client({ connectionString: database.url });
  await Promise.all([holder.connect(), other.connect()]);
});

afterAll(async () => {
  await Promise.all([holder.end(), other.end()]);
  await database.drop();
});

/** Every table is read in a transaction that does not end: whatever a migration changes, this is in its way. */
async function readEverything(): Promise<void> {
  await holder.query('BEGIN');
  const { rows } = await holder.query(
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'schema_migration'",
  );
  await holder.query(rows.map(({ relname }) => `SELECT count(*) FROM ${relname}`).join('; '));
}

/** The longest of many short reads, milliseconds, while `work` is on its way. */
async function slowestRead(work: Promise<unknown>): Promise<number> {
  let slowest = 0;
  let done = false;
  void work
    .catch(() => {})
    .finally(() => {
      done = true;
    });
  while (!done) {
    const started = performance.now();
    await other.query('SELECT count(*) FROM utterance; SELECT count(*) FROM document; SELECT count(*) FROM company');
    slowest = Math.max(slowest, performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return slowest;
}

const isWaiting = (): Promise<boolean> =>
  other
    .query(
      'SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())',
    )
    .then(({ rows }) => rows.length > 0);

async function untilItWaits(): Promise<void> {
  const end = performance.now() + 15_000;
  while (!(await isWaiting()) && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('a migration behind a long reader lets the others pass, and runs when it is free', async () => {
  const patience = { lockMs: 400, pauseMs: 300, patienceMs: 60_000 };
  for (const change of [
    () => revertMigrations(database.url, log, steps, patience),
    () => migrate(database.url, log, patience),
  ]) {
    await readEverything();
    const changing = change();
    const reading = slowestRead(Promise.race([changing, new Promise((resolve) => setTimeout(resolve, 2_000))]));
    // One wait of the migration, and what a busy machine adds; never the whole time that the reader takes.
    expect(await reading).toBeLessThan(1_500);
    await holder.query('ROLLBACK');
    expect(await changing).toHaveLength(steps);
  }
  expect(await printDatabaseSchema(database.url)).toBe(schema);
});

test('a lock that does not come free is told: who holds it, and what to do', async () => {
  await readEverything();
  const { rows } = await holder.query('SELECT pg_backend_pid() AS pid');
  const trying = revertMigrations(database.url, log, steps, { lockMs: 1_200, pauseMs: 50, patienceMs: 1_500 });
  await expect(trying).rejects.toMatchObject({
    reason: 'busy',
    message: expect.stringMatching(
      new RegExp(
        `could not run within 2 s: .*process ${rows[0].pid} \\(user \\w+, "a long report", in a transaction for \\d+ s\\)`,
      ),
    ),
  });
  await holder.query('ROLLBACK');
  await migrate(database.url, log);
  expect(await printDatabaseSchema(database.url)).toBe(schema);
});

test('killed in the middle, a migration leaves nothing half done, and three servers that start at once migrate once', async () => {
  await revertMigrations(database.url, log, steps);
  await readEverything();
  const child = startCli(['migrate'], { DATABASE_URL: database.url });
  await untilItWaits();
  child.kill('SIGKILL');
  await once(child, 'close');
  await holder.query('ROLLBACK');
  const missing = (await readMigrationStatus(database.url)).filter(({ applied }) => !applied).map(({ name }) => name);
  expect(missing).toContain('KeepVersionsAndWatches20261124005000');
  const runs = await Promise.all([1, 2, 3].map(() => migrate(database.url, log)));
  expect(runs.flat()).toEqual(missing);
  expect(await printDatabaseSchema(database.url)).toBe(schema);
});
