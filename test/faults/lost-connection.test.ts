import { Client } from 'pg';
import { ask } from '../security/small-graph';
import { comesTrue, readMetric, type Served, serveByProxy } from '../support/served';
import { runCount } from '../support/settings';

const QUESTION = '{ statements(first: 1) { nodes { text } } }';
/** Two levels, one after the other: the second is read in the snapshot of the first. */
const TWO_LEVELS = '{ events(first: 3) { nodes { statements(first: 3) { nodes { text } } } } }';
/** Of this one graphql-js reads the data. */
const WALKED = '{ __schema { queryType { name } } statements(first: 1) { nodes { text } } }';
const LOAD_MS = runCount('LOSS', 3_000);

let served: Served;
let direct: Client;

beforeAll(async () => {
  // A busy machine takes its time over new connections.
  served = await serveByProxy({ EARSHOT_RERUN_WITHIN: '8s' });
  direct = new Client({ connectionString: served.database.url });
  await direct.connect();
});

afterAll(async () => {
  await direct.end();
  await served.close();
});

const READERS = "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'earshot reader'";
const killReaders = () => direct.query(`SELECT pg_terminate_backend(pid) ${READERS}`);
const countHeld = async () =>
  (await direct.query(`SELECT count(*)::int AS n ${READERS} AND wait_event_type = 'Lock'`)).rows[0].n;

/** Keeps every statement on the big table waiting meanwhile. */
async function whileHeld<T>(work: (release: () => Promise<unknown>) => Promise<T>): Promise<T> {
  const locker = new Client({ connectionString: served.database.url });
  await locker.connect();
  try {
    await locker.query('BEGIN; LOCK TABLE utterance IN ACCESS EXCLUSIVE MODE');
    return await work(() => locker.query('ROLLBACK'));
  } finally {
    await locker.end();
  }
}

test.each([
  ['compiled', QUESTION],
  ['run by graphql-js', WALKED],
])('a query that loses its connection is run again: %s', async (_name, query) => {
  const expected = (await ask(served.server.url, query)).text;
  const before = await readMetric(served, 'earshot_reruns_total');
  const asked = await whileHeld(async (release) => {
    const answer = ask(served.server.url, query);
    expect(await comesTrue(async () => (await countHeld()) > 0)).toBe(true);
    await killReaders();
    await release();
    return answer;
  });
  expect([asked.status, asked.text]).toEqual([200, expected]);
  expect(await readMetric(served, 'earshot_reruns_total')).toBe(before + 1);
});

test('a query that is run again still says that memory is old', async () => {
  const isStale = async () => (await ask(served.server.url, QUESTION)).text.includes('STALE_MEMORY');
  served.proxy.hole('earshot reference');
  try {
    expect(await comesTrue(isStale, 20_000)).toBe(true);
    const { body } = await whileHeld(async (release) => {
      const answer = ask(served.server.url, QUESTION);
      expect(await comesTrue(async () => (await countHeld()) > 0)).toBe(true);
      await killReaders();
      await release();
      return answer;
    });
    expect(body.extensions.warnings).toEqual([expect.objectContaining({ code: 'STALE_MEMORY' })]);
  } finally {
    await served.proxy.heal();
  }
  expect(await comesTrue(async () => !(await isStale()), 20_000)).toBe(true);
});

test('once: a query that loses its second connection too is told so', async () => {
  const { status, body } = await whileHeld(async () => {
    const answer = ask(served.server.url, QUESTION);
    const before = await readMetric(served, 'earshot_reruns_total');
    expect(await comesTrue(async () => (await countHeld()) > 0)).toBe(true);
    await killReaders();
    const again = async () => (await readMetric(served, 'earshot_reruns_total')) > before && (await countHeld()) > 0;
    expect(await comesTrue(again)).toBe(true);
    await killReaders();
    return answer;
  });
  expect([status, body.errors[0].extensions.code]).toEqual([503, 'DATABASE_UNAVAILABLE']);
});

/** Below it nothing was tried; a busy machine is given the time that it takes. */
const LEAST = 60;

/** Asks over and over from several sides, so long and so often at least; what did not succeed. */
async function load(url: string, milliseconds: number, sides: number): Promise<string[]> {
  const until = performance.now() + milliseconds;
  const failed: string[] = [];
  let asked = 0;
  await Promise.all(
    Array.from({ length: sides }, async (_, side) => {
      while (performance.now() < until || asked < LEAST) {
        asked++;
        const answer = await ask(url, [QUESTION, TWO_LEVELS, WALKED][side % 3] as string);
        if (answer.status !== 200 || answer.body.errors) failed.push(answer.text);
      }
    }),
  );
  return failed;
}

test('backends that are killed under load cost no query its answer', async () => {
  const killing = setInterval(() => void killReaders().catch(() => {}), 1_400);
  try {
    expect(await load(served.server.url, LOAD_MS, 12)).toEqual([]);
    expect(await readMetric(served, 'earshot_reruns_total')).toBeGreaterThan(0);
  } finally {
    clearInterval(killing);
  }
}, 60_000);

test('where Postgres has no room for another connection, queries wait for those that exist', async () => {
  const role = `earshot_few_${process.pid}`;
  await direct.query(`CREATE ROLE ${role} LOGIN PASSWORD 'few' CONNECTION LIMIT 5`);
  await direct.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
  try {
    const limited = await serveByProxy({ EARSHOT_POOL_SIZE: '8' }, { role, password: 'few', on: served.database });
    try {
      expect(await load(limited.server.url, LOAD_MS, 24)).toEqual([]);
      // Beside one that keeps memory true and one that feels the pulse.
      const { rows } = await direct.query(`SELECT count(*)::int AS n ${READERS} AND usename = '${role}'`);
      expect([1, 2, 3]).toContain(rows[0].n);
    } finally {
      await limited.close();
    }
  } finally {
    await direct.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  }
}, 60_000);
