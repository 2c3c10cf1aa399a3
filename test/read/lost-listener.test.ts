import { Client } from 'pg';
import pino from 'pino';
import { readConfig } from '../../src/platform/config';
import { type RunningServer, startServer } from '../../src/server/server';
import { ask, send } from '../security/small-graph';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { FaultProxy } from '../support/fault-proxy';
import { waitUntil } from '../support/wait-until';

/** The one connection that memory is kept true by. */
const LISTENER = 'earshot reference';

let database: TestDatabase;
let proxy: FaultProxy;
let server: RunningServer;
let writer: Client;

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
  proxy = await FaultProxy.open(database.url);
  writer = new Client({ connectionString: database.url });
  await writer.connect();
  server = await startServer({
    config: readConfig({ PORT: '0', LOG_LEVEL: 'silent' }),
    databaseUrl: proxy.url,
    log: pino({ level: 'silent' }),
  });
});

afterEach(() => proxy.heal());

afterAll(async () => {
  await server.close();
  await writer.end();
  await proxy.close();
  await database.drop();
});

const rename = (name: string) => writer.query("UPDATE topic SET name = $1 WHERE slug = 'compute'", [name]);
const ready = () => send(`${server.url}/ready`);
const isReady = async () => (await ready()).status === 200;

async function question() {
  const { body } = await ask(server.url, '{ topic(slug: "compute") { name } statements(first: 1) { nodes { text } } }');
  return body;
}
const nameNow = async () => (await question()).data.topic.name;

async function ageInMetrics(): Promise<number> {
  const { text } = await send(`${server.url}/metrics`);
  return Number(/^earshot_reference_age_seconds (\S+)$/m.exec(text)?.[1]);
}

test('the connection falls silent alone: another is made and what was missed is read', async () => {
  expect(await ageInMetrics()).toBeLessThan(5);
  proxy.hole(LISTENER);
  await rename('Renamed in Silence');
  // New ones of that name are swallowed too: memory ages, and the server says so and goes on answering.
  await waitUntil('/ready says no', async () => (await ready()).status === 503);
  expect((await ready()).body).toEqual({
    status: 'not ready',
    reason: expect.stringMatching(/could not be compared with the database for \d+ s/),
  });
  expect(await ageInMetrics()).toBeGreaterThan(4);
  const stale = await question();
  expect(stale.errors).toBeUndefined();
  expect(stale.data.statements.nodes).toHaveLength(1);
  expect(stale.extensions.warnings).toEqual([expect.objectContaining({ code: 'STALE_MEMORY' })]);
  await proxy.heal();
  const healed = performance.now();
  await waitUntil('/ready says yes', isReady, 10_000);
  // Two seconds by design; the rest is the patience for a machine that does other things as well.
  expect(performance.now() - healed).toBeLessThan(4_000);
  expect(await nameNow()).toBe('Renamed in Silence');
  expect((await question()).extensions).toBeUndefined();
  await rename('Renamed After');
  await waitUntil('changes are heard again', async () => (await nameNow()) === 'Renamed After');
});

test('where only the connection that was open is dead, the next one tells what was missed', async () => {
  proxy.hole(LISTENER);
  await rename('Renamed Meanwhile');
  // A connection that has lost bytes stays silent when new ones pass again.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await proxy.heal();
  await waitUntil('the change is seen', async () => (await nameNow()) === 'Renamed Meanwhile');
  await waitUntil('/ready says yes', isReady);
});

test('connections that are refused for a while are had again within two seconds of their return', async () => {
  await proxy.refuse();
  proxy.reset();
  await waitUntil('/ready says no', async () => !(await isReady()));
  await rename('Renamed Away');
  await proxy.heal();
  const healed = performance.now();
  await waitUntil('/ready says yes', isReady, 10_000);
  expect(performance.now() - healed).toBeLessThan(4_000);
  expect(await nameNow()).toBe('Renamed Away');
});
