import { Client } from 'pg';
import pino from 'pino';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { readConfig } from '../../src/platform/config';
import { createApiKey } from '../../src/platform/database/api-key';
import { type RunningServer, startServer } from '../../src/server/server';
import { type Answer, ask } from '../security/small-graph';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { FaultProxy } from '../support/fault-proxy';
import { callOf } from '../support/invented';
import { queryRows } from '../support/stored';
import { waitUntil } from '../support/wait-until';

const IMPORT = `mutation ($input: ImportDocumentInput!) { importDocument(input: $input) {
  document { id title } statements { created } warnings { code message } userErrors { code message } } }`;
const CORRECT = `mutation ($input: CorrectSpeakerInput!) { correctSpeaker(input: $input) { utterances { id } userErrors { message } } }`;
const WRITER = 'earshot writer';
const READER = 'earshot reader';
/** Long enough for a test to see that a COMMIT is under way, and to do something to it. */
const COMMIT_SECONDS = 1;

let database: TestDatabase;
let proxy: FaultProxy;
let server: RunningServer;
let other: Client;
/** Outside of any transaction: within one, what others do is seen as it was at first. */
let watcher: Client;
let key: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
  ({ key } = await createApiKey(database.url, { name: 'a test', scopes: ['read', 'import'], expiresAt: null }));
  other = new Client({ connectionString: database.url });
  watcher = new Client({ connectionString: database.url });
  await Promise.all([other.connect(), watcher.connect()]);
  await other.query(
    `CREATE FUNCTION test_wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(${COMMIT_SECONDS}); RETURN NULL; END $$`,
  );
  await other.query(`CREATE FUNCTION test_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'could not extend file "base/1/2": No space left on device' USING ERRCODE = '53100'; END $$`);
  proxy = await FaultProxy.open(database.url);
  server = await startServer({
    config: readConfig({ PORT: '0', LOG_LEVEL: 'silent', EARSHOT_DEADLINE: '3s', EARSHOT_MUTATION_DEADLINE: '5s' }),
    databaseUrl: proxy.url,
    log: pino({ level: 'silent' }),
  });
  // The first import starts the thread that reads them; the tests look at the time that the others take.
  await ask(server.url, IMPORT, { input: { content: callOf('Nobody'), dryRun: true } }, { 'x-api-key': key });
}, 60_000);

afterEach(async () => {
  await proxy.heal();
  await other.query('ROLLBACK');
  await other.query('DROP TRIGGER IF EXISTS test_wait ON document; DROP TRIGGER IF EXISTS test_full ON utterance');
});

afterAll(async () => {
  await server.close();
  await Promise.all([other.end(), watcher.end()]);
  await proxy.close();
  await database.drop();
});

const slowDown = () =>
  other.query(
    'CREATE CONSTRAINT TRIGGER test_wait AFTER INSERT ON document DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION test_wait()',
  );

/** `waited` is time on the wall: what is waited for here takes no processor. */
async function importing(company: string): Promise<Answer & { readonly waited: number }> {
  const started = performance.now();
  const answer = await ask(server.url, IMPORT, { input: { content: callOf(company) } }, { 'x-api-key': key });
  return { ...answer, waited: performance.now() - started };
}

const isDoing = (statement: string) => async () => {
  const { rows } = await watcher.query(
    "SELECT FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database() AND state = 'active' AND query LIKE $2",
    [WRITER, `${statement}%`],
  );
  return rows.length > 0;
};

const stored = async (company: string): Promise<boolean> =>
  (await queryRows(database.url, 'SELECT FROM document WHERE title LIKE $1', [`${company}%`])).length > 0;

test('a memory that hears of no changes does not hold a mutation up, and the answer says what it may lack', async () => {
  proxy.hole('earshot reference');
  const { body, waited } = await importing('Ashdown Locks');
  expect(waited).toBeLessThan(8_000);
  expect(body.errors).toBeUndefined();
  expect(body.data.importDocument).toMatchObject({
    document: { title: expect.stringContaining('Ashdown Locks') },
    userErrors: [],
  });
  expect(body.extensions.warnings).toMatchObject([{ code: 'STALE_MEMORY' }]);
});

test('a connection that is lost before the COMMIT: nothing is stored, and the error says so', async () => {
  await other.query('BEGIN; SELECT pg_advisory_xact_lock(32774684)');
  const asked = importing('Berrow Mills');
  await waitUntil('it waits for its turn', isDoing('BEGIN'));
  proxy.reset(WRITER);
  const { body } = await asked;
  await other.query('ROLLBACK');
  expect(body.errors).toMatchObject([{ extensions: { code: 'DATABASE_UNAVAILABLE', committed: false } }]);
  expect(await stored('Berrow Mills')).toBe(false);
});

test.each([
  ['is lost', 'Calder Pumps', () => proxy.reset(WRITER)],
  ['falls silent', 'Corran Boats', () => proxy.hole(WRITER)],
])('a connection that %s during the COMMIT: nobody knows, and the error says so', async (how, company, happen) => {
  await slowDown();
  const asked = importing(company);
  await waitUntil('it commits', isDoing('COMMIT'));
  happen();
  const { body, waited } = await asked;
  expect(waited).toBeLessThan(8_000);
  expect(body.errors).toMatchObject([
    { message: expect.stringContaining('It is not known whether'), extensions: { committed: null } },
  ]);
  // Postgres, which hears nothing of a hole, goes on; one that finds its client gone may roll back just before.
  if (how === 'falls silent') await waitUntil('it is stored', () => stored(company));
});

test('what cannot be read back is stored all the same, and told with its id', async () => {
  await slowDown();
  const asked = importing('Denholm Rail');
  await waitUntil('it commits', isDoing('COMMIT'));
  proxy.hole(READER);
  const { body, waited } = await asked;
  expect(waited).toBeLessThan(8_000);
  expect(body.errors).toBeUndefined();
  const { document, statements, warnings } = body.data.importDocument;
  expect(document).toBeNull();
  expect(statements.created).toBeGreaterThan(0);
  expect(warnings).toMatchObject([{ code: 'NOT_READ_BACK', message: expect.stringMatching(/is stored.*id, "/) }]);
  expect(await stored('Denholm Rail')).toBe(true);
});

test('a correction that cannot be read back is an error that says it is stored', async () => {
  await importing('Exmoor Glass');
  const [words] = await queryRows(
    database.url,
    "SELECT u.id FROM utterance u JOIN document d ON d.id = u.document_id WHERE d.title LIKE 'Exmoor%' AND u.type = 'Statement' ORDER BY u.id LIMIT 1",
  );
  await other.query('BEGIN; SELECT pg_advisory_xact_lock(32774684)');
  const id = Buffer.from(`Utterance:${words.id}`).toString('base64url');
  const input = { utteranceIds: [id], person: 'Tom Reyes', reason: 'heard it' };
  const asked = ask(server.url, CORRECT, { input }, { 'x-api-key': key });
  await waitUntil('it waits for its turn', isDoing('BEGIN'));
  proxy.hole(READER);
  await other.query('ROLLBACK');
  const { body } = await asked;
  expect(body.errors).toMatchObject([
    { message: expect.stringContaining('What was to be changed is stored.'), extensions: { committed: true } },
  ]);
  expect(await queryRows(database.url, 'SELECT FROM utterance_revision')).toHaveLength(1);
});

test('a disk without room: nothing is half done, the words are ours, and reading goes on', async () => {
  await other.query('CREATE TRIGGER test_full BEFORE INSERT ON utterance FOR EACH ROW EXECUTE FUNCTION test_full()');
  const { body, text } = await importing('Fenwick Foods');
  expect(body.errors).toMatchObject([
    { message: expect.stringMatching(/no room/), extensions: { code: 'DATABASE_UNAVAILABLE', committed: false } },
  ]);
  expect(text).not.toMatch(/extend file|device/);
  expect(await stored('Fenwick Foods')).toBe(false);
  expect((await ask(server.url, '{ companies { totalCount } }')).body.errors).toBeUndefined();
});
