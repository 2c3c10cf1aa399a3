import { Client } from 'pg';
import { type Answer, ask } from '../security/small-graph';
import { comesTrue, readMetric, type Served, serveByProxy } from '../support/served';
import { runCount } from '../support/settings';

const QUESTION = '{ statements(first: 1) { nodes { text } } }';
/** Silence is known after three of them. */
const EARSHOT_HEARTBEAT = '300ms';
/** Milliseconds of silence. */
const HOLE = runCount('HOLE', 2_500);
/** What "at once" may take, ms, beside what answers take that need no database: a busy machine is slow with both. */
const AT_ONCE = 700;

let served: Served;
let holder: Client;

beforeAll(async () => {
  served = await serveByProxy({
    EARSHOT_POOL_SIZE: '4',
    EARSHOT_DEADLINE: '2s',
    EARSHOT_STATEMENT_TIMEOUT: '1m',
    EARSHOT_HEARTBEAT,
  });
  holder = new Client({ connectionString: served.database.url });
  await holder.connect();
});

afterEach(async () => {
  await served.proxy.heal();
  expect(await comesTrue(async () => (await question()).status === 200)).toBe(true);
});

afterAll(async () => {
  await holder.end();
  await served.close();
});

const question = () => ask(served.server.url, QUESTION);
const questions = (count: number) => Promise.all(Array.from({ length: count }, question));
const codeOf = ({ body }: Answer) => body.errors?.[0].extensions.code;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function takes(work: Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work;
  return performance.now() - started;
}

/** Everything that the server says while it knows that the database is silent. */
async function expectSilence(): Promise<void> {
  expect(await comesTrue(async () => (await readMetric(served, 'earshot_database_silent')) === 1)).toBe(true);
  const answers = Promise.all(Array.from({ length: 20 }, () => ask(served.server.url, '{ __typename }')));
  const usual = await takes(answers);
  expect((await answers).every(({ status }) => status === 200)).toBe(true);
  const refused = questions(20);
  expect(await takes(refused)).toBeLessThan(AT_ONCE + 3 * usual);
  for (const answer of await refused) expect([answer.status, codeOf(answer)]).toEqual([503, 'DATABASE_UNAVAILABLE']);
  expect(await readMetric(served, 'earshot_pool_waiting')).toBe(0);
  expect(await readMetric(served, 'earshot_heartbeat_age_seconds')).toBeGreaterThan(0.5);
  expect((await fetch(`${served.server.url}/ready`)).status).toBe(503);
}

/** And once it is not silent any more: all is as it was, soon. */
async function expectService(): Promise<void> {
  expect(await comesTrue(async () => (await question()).status === 200, 5_000)).toBe(true);
  const started = performance.now();
  for (const answer of await questions(75)) expect(answer.status).toBe(200);
  expect(performance.now() - started).toBeLessThan(6_000);
  expect(await readMetric(served, 'earshot_database_silent')).toBe(0);
  expect(await readMetric(served, 'earshot_pool_busy')).toBe(0);
}

test('a hole between server and database: what runs ends at its deadline, the rest at once, and all is well after it', async () => {
  await questions(8);
  served.proxy.hole();
  const healed = pause(HOLE);
  // Before the others, so that it gets a connection.
  const probed = fetch(`${served.server.url}/ready`);
  await pause(50);
  const running = questions(12);
  await expectSilence();
  expect((await probed).status).toBe(503);
  const tried = served.proxy.tried;
  for (const answer of await running) expect([answer.status, codeOf(answer)]).toEqual([503, 'DATABASE_UNAVAILABLE']);
  // A host that is gone is looked for again, and not only when somebody asks.
  expect(await comesTrue(() => served.proxy.tried > tried + 1)).toBe(true);
  await healed;
  await served.proxy.heal();
  await expectService();
  // Nothing that died in the hole is held any longer: it would keep a server from ending.
  const countReaders = () => served.proxy.openNames.filter((name) => name === 'earshot reader').length;
  expect(await comesTrue(() => countReaders() <= 4, 5_000)).toBe(true);
}, 60_000);

test('a short silence under way of queries: their dead connections take no places from those that come after', async () => {
  await questions(8);
  served.proxy.hole();
  const running = questions(4);
  expect(await comesTrue(async () => (await readMetric(served, 'earshot_database_silent')) === 1)).toBe(true);
  await served.proxy.heal();
  await expectService();
  await running;
});

test('a database that is only held up goes on where it was: nothing is lost that is not too late', async () => {
  await questions(8);
  served.proxy.pause();
  const running = questions(4);
  await expectSilence();
  await served.proxy.heal();
  for (const answer of await running) expect(answer.status).toBe(200);
  await expectService();
});

test('connections refused: what has lost its connection and what waits for one is told so soon', async () => {
  await holder.query('BEGIN; LOCK TABLE utterance IN ACCESS EXCLUSIVE MODE');
  const running = questions(20);
  expect(await comesTrue(async () => (await readMetric(served, 'earshot_pool_waiting')) === 16)).toBe(true);
  await served.proxy.refuse();
  served.proxy.reset();
  expect(await takes(running)).toBeLessThan(2_500);
  for (const answer of await running) expect([answer.status, codeOf(answer)]).toEqual([503, 'DATABASE_UNAVAILABLE']);
  await holder.query('ROLLBACK');
  await served.proxy.heal();
  await expectService();
});

test('who has gone leaves the queue at once, while what is before him still runs', async () => {
  await holder.query('BEGIN; LOCK TABLE utterance IN ACCESS EXCLUSIVE MODE');
  const running = questions(4);
  expect(await comesTrue(async () => (await readMetric(served, 'earshot_pool_busy')) === 4)).toBe(true);
  const leaving = new AbortController();
  const gone = fetch(`${served.server.url}/graphql?query=${encodeURIComponent(QUESTION)}`, { signal: leaving.signal });
  gone.catch(() => {});
  expect(await comesTrue(async () => (await readMetric(served, 'earshot_pool_waiting')) === 1)).toBe(true);
  leaving.abort();
  expect(await comesTrue(async () => (await readMetric(served, 'earshot_pool_waiting')) === 0, 1_000)).toBe(true);
  await holder.query('ROLLBACK');
  for (const answer of await running) expect(answer.status).toBe(200);
});

test('a statement that hangs on a connection of its own is given up at the deadline, with its connection', async () => {
  await questions(8);
  served.proxy.hole('earshot reader');
  const [answer] = await questions(1);
  expect([answer?.status, answer && codeOf(answer)]).toEqual([503, 'DEADLINE_EXCEEDED']);
  await served.proxy.heal();
  await expectService();
});

test('a server that is held up itself does not take that for silence', async () => {
  const until = performance.now() + 2_000;
  while (performance.now() < until);
  await pause(100);
  expect(await readMetric(served, 'earshot_database_silent')).toBe(0);
});
