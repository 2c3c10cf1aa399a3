import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import pino from 'pino';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { loadSample } from '../../src/ingest/sample';
import { readConfig } from '../../src/platform/config';
import { createApiKey } from '../../src/platform/database/api-key';
import { migrate, revertMigrations } from '../../src/platform/database/migrate';
import { startServer } from '../../src/server/server';
import { ask, send } from '../security/small-graph';
import { runCli, startCli } from '../support/cli';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { callOf } from '../support/invented';
import { type Pair, startPair } from '../support/standby';
import { queryRows } from '../support/stored';
import { onServer } from '../support/template';
import { endOf, firstLineOf, waitUntil } from '../support/wait-until';

const log = pino({ level: 'silent' });
const IMPORT =
  'mutation ($input: ImportDocumentInput!) { importDocument(input: $input) { document { title } userErrors { message } } }';
const QUESTION = '{ statements(first: 1) { nodes { text } } topic(slug: "compute") { name } }';

interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

/** From the command on, with all that it writes at its start elsewhere. */
async function serveByCommand(databaseUrl: string): Promise<Serving> {
  const child: ChildProcess = startCli(['serve', '--json'], { DATABASE_URL: databaseUrl, PORT: '0' });
  const { url } = JSON.parse(await firstLineOf(child));
  return {
    url: new URL(url).origin,
    async close() {
      child.kill('SIGTERM');
      await endOf(child);
    },
  };
}

const serve = (databaseUrl: string): Promise<Serving> =>
  startServer({ config: readConfig({ PORT: '0', LOG_LEVEL: 'silent' }), databaseUrl, log });

/** By way of another database: this one's own sessions may write no more. */
const alter = (name: string, change: string) =>
  onServer(process.env.EARSHOT_TEST_SERVER as string, (client) => client.query(`ALTER DATABASE ${name} ${change}`));

const readMode = async (url: string) => {
  const { status, body } = await send(`${url}/ready`);
  return status === 200 ? (body.mode ?? 'writable') : 'not ready';
};

async function importing(url: string, key: string) {
  const { body, text } = await ask(
    url,
    IMPORT,
    { input: { content: callOf('Brightmoor Tools') } },
    { 'x-api-key': key },
  );
  return { body, text };
}

async function makeKey(url: string): Promise<string> {
  const { key } = await createApiKey(url, { name: 'a test', scopes: ['read', 'import'], expiresAt: null });
  return key;
}

/** A server that cannot write answers questions, and refuses changes in words of its own. */
async function expectReadOnly(url: string, key: string, reason: string): Promise<void> {
  await waitUntil('/ready says read-only', async () => (await readMode(url)) === 'read-only');
  expect((await ask(url, QUESTION)).body.data.statements.nodes).toHaveLength(1);
  const { body, text } = await importing(url, key);
  expect(body.errors).toMatchObject([{ extensions: { code: 'READ_ONLY', reason } }]);
  expect(text).not.toMatch(/cannot execute|permission denied|transaction/);
}

describe('a database whose sessions begin read-only', () => {
  let database: TestDatabase;
  let name: string;
  let key: string;

  beforeAll(async () => {
    database = await createTestDatabase({ sample: true });
    name = new URL(database.url).pathname.slice(1);
    key = await makeKey(database.url);
    await alter(name, 'SET default_transaction_read_only = on');
  });

  afterAll(() => database.drop());

  test('serves, refuses changes with what to do, and notices when it may write', async () => {
    const server = await serveByCommand(database.url);
    try {
      await expectReadOnly(server.url, key, 'setting');
      await alter(name, 'RESET default_transaction_read_only');
      await waitUntil('it may write', async () => (await readMode(server.url)) === 'writable');
      const { body } = await importing(server.url, key);
      expect(body.errors).toBeUndefined();
      expect(body.data.importDocument).toMatchObject({ document: { title: expect.any(String) }, userErrors: [] });
    } finally {
      await server.close();
      await alter(name, 'SET default_transaction_read_only = on');
    }
  });

  test('is refused by commands that write, and read by the others', async () => {
    const env = { DATABASE_URL: database.url };
    const imported = await runCli(['import', '-', '--json'], { env, input: callOf('Calder Pumps') });
    expect(imported.code).toBe(4);
    expect(JSON.parse(imported.stderr).error).toMatchObject({
      reason: 'database',
      message: expect.stringMatching(/read-only.*nothing was changed/s),
    });
    expect((await runCli(['keys', 'create', 'x'], { env })).code).toBe(4);
    const listed = await runCli(['documents', '--json'], { env });
    expect([listed.code, listed.stderr]).toEqual([0, '']);
  });

  test('with a schema that is not current nothing serves, and it is told why', async () => {
    const other = await createTestDatabase();
    try {
      await revertMigrations(other.url, log, 1);
      const called = new URL(other.url).pathname.slice(1);
      await alter(called, 'SET default_transaction_read_only = on');
      const { code, stderr } = await runCli(['serve'], { env: { DATABASE_URL: other.url, PORT: '0' } });
      expect(code).toBe(4);
      expect(stderr).toMatch(/read-only.*1 migrations have not run/s);
      expect(stderr).not.toMatch(/\n\s+at /);
    } finally {
      await other.drop();
    }
  });
});

test('a role that may not write serves, and notices when it may', async () => {
  const database = await createTestDatabase({ sample: true });
  const role = `earshot_reader_${randomBytes(4).toString('hex')}`;
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  try {
    await owner.query(
      `CREATE ROLE ${role} LOGIN PASSWORD 'reads'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`,
    );
    const key = await makeKey(database.url);
    const url = new URL(database.url);
    url.username = role;
    url.password = 'reads';
    const server = await serve(url.href);
    try {
      await expectReadOnly(server.url, key, 'role');
      await owner.query(`GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`);
      await waitUntil('it may write', async () => (await readMode(server.url)) === 'writable');
    } finally {
      await server.close();
    }
  } finally {
    await owner.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    await owner.end();
    await database.drop();
  }
});

describe('a hot standby', () => {
  let pair: Pair;
  let key: string;

  beforeAll(async () => {
    pair = await startPair(async (url) => {
      await migrate(url, log);
      await syncCatalogue(url);
      await loadSample(url, log);
      key = await makeKey(url);
    });
  }, 120_000);

  afterAll(() => pair?.close());

  test('serves without notices, sees what is changed and deleted on the other, and writes when it leads', async () => {
    const server = await serve(pair.standby.url);
    try {
      await expectReadOnly(server.url, key, 'standby');
      const nameNow = async () => (await ask(server.url, QUESTION)).body.data.topic?.name ?? null;
      await queryRows(pair.primary.url, "UPDATE topic SET name = 'Renamed on the First' WHERE slug = 'compute'");
      await waitUntil('the change arrives', async () => (await nameNow()) === 'Renamed on the First');
      await queryRows(pair.primary.url, "INSERT INTO person (name) VALUES ('Nobody Atall')");
      const person = async () => (await ask(server.url, '{ person(name: "Nobody Atall") { name } }')).body.data.person;
      await waitUntil('a new person arrives', async () => (await person()) !== null);
      await queryRows(pair.primary.url, "DELETE FROM person WHERE name = 'Nobody Atall'");
      await waitUntil('a deleted person has gone', async () => (await person()) === null);
      await queryRows(pair.standby.url, 'SELECT pg_promote()');
      await waitUntil('it may write', async () => (await readMode(server.url)) === 'writable');
      const { body } = await importing(server.url, key);
      expect([body.errors, body.data.importDocument.userErrors]).toEqual([undefined, []]);
    } finally {
      await server.close();
    }
  }, 90_000);
});
