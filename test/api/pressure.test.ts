import { request } from 'node:http';
import { Client } from 'pg';
import pino from 'pino';
import { readConfig } from '../../src/platform/config';
import { type RunningServer, startServer } from '../../src/server/server';
import { ask } from '../security/small-graph';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { waitUntil } from '../support/wait-until';

/** A table that somebody else holds makes every statement on it wait, for as long as the test likes. */
const QUESTION = '{ statements(first: 1) { nodes { text } } }';

let database: TestDatabase;
let holder: Client;
let watcher: Client;
const running: RunningServer[] = [];

async function start(env: Record<string, string> = {}): Promise<RunningServer> {
  const server = await startServer({
    config: readConfig({ PORT: '0', LOG_LEVEL: 'silent', EARSHOT_POOL_SIZE: '1', ...env }),
    databaseUrl: database.url,
    log: pino({ level: 'silent' }),
  });
  running.push(server);
  await ask(server.url, QUESTION);
  return server;
}

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
  holder = new Client({ connectionString: database.url });
  watcher = new Client({ connectionString: database.url });
  await Promise.all([holder.connect(), watcher.connect()]);
});

beforeEach(() => holder.query('BEGIN'));

afterEach(async () => {
  await holder.query('ROLLBACK');
  await Promise.all(running.splice(0).map((server) => server.close()));
});

afterAll(async () => {
  await Promise.all([holder.end(), watcher.end()]);
  await database.drop();
});

const hold = () => holder.query('LOCK TABLE utterance IN ACCESS EXCLUSIVE MODE');

async function countWaiting(): Promise<number> {
  const { rows } = await watcher.query(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'earshot reader' AND datname = current_database() AND wait_event_type = 'Lock'",
  );
  return rows[0].n;
}

const untilOneWaits = () => waitUntil('a statement that waits', async () => (await countWaiting()) === 1);
const untilNoneWaits = () => waitUntil('the end of the statement', async () => (await countWaiting()) === 0);

test('a client that goes away takes its statement along, and the next one is served', async () => {
  const server = await start();
  await hold();
  const leaving = request(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' } });
  leaving.on('error', () => {});
  leaving.end(JSON.stringify({ query: QUESTION }));
  await untilOneWaits();
  leaving.destroy();
  await untilNoneWaits();
  await holder.query('ROLLBACK');
  expect((await ask(server.url, QUESTION)).body.data.statements.nodes).toHaveLength(1);
});

test('a statement that runs too long is stopped by the database: one error, no data, nothing of the SQL', async () => {
  const server = await start({ EARSHOT_STATEMENT_TIMEOUT: '100ms' });
  await hold();
  const { status, body, text } = await ask(server.url, QUESTION);
  expect([status, body]).toMatchObject([503, { data: null, errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }] }]);
  expect(body.errors).toHaveLength(1);
  expect(text).not.toMatch(/SELECT|utterance|canceling/);
  await holder.query('ROLLBACK');
  expect((await ask(server.url, QUESTION)).body.errors).toBeUndefined();
});

test('what the server lacks ends a query as a whole, also where one of its lists was refused', async () => {
  const server = await start({ EARSHOT_STATEMENT_TIMEOUT: '100ms' });
  await hold();
  const { status, body } = await ask(server.url, QUESTION.replace('{', '{ bad: statements(first: -1) { totalCount } '));
  expect([status, body.data]).toEqual([503, null]);
  const codes = body.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code);
  expect(codes.sort()).toEqual(['BAD_USER_INPUT', 'DEADLINE_EXCEEDED']);
  await holder.query('ROLLBACK');
});

test('a query whose time is over is stopped, on the server too', async () => {
  const server = await start({ EARSHOT_DEADLINE: '150ms' });
  await hold();
  const { body } = await ask(server.url, QUESTION);
  expect(body.errors).toMatchObject([{ extensions: { code: 'DEADLINE_EXCEEDED' } }]);
  await untilNoneWaits();
});

test('who finds the queue full is told to come again', async () => {
  const server = await start({ EARSHOT_POOL_QUEUE: '0' });
  await hold();
  const first = ask(server.url, QUESTION);
  await untilOneWaits();
  const { status, headers, body } = await ask(server.url, QUESTION);
  expect([status, headers.get('retry-after')]).toEqual([503, '1']);
  expect(body.errors).toMatchObject([{ extensions: { code: 'SERVER_BUSY' } }]);
  await holder.query('ROLLBACK');
  expect((await first).body.data.statements.nodes).toHaveLength(1);
});

test('a connection lost in the middle is one error where nothing is run again, and the next query has a new one', async () => {
  const server = await start({ EARSHOT_RERUN_WITHIN: '0ms' });
  await hold();
  const asked = ask(server.url, QUESTION);
  await untilOneWaits();
  await watcher.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'earshot reader' AND datname = current_database()",
  );
  const { status, body, text } = await asked;
  expect([status, body]).toMatchObject([
    503,
    { data: null, errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }] },
  ]);
  expect(text).not.toMatch(/terminat|SELECT|utterance/);
  await holder.query('ROLLBACK');
  expect((await ask(server.url, QUESTION)).body.data.statements.nodes).toHaveLength(1);
});
