import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { FaultProxy } from '../support/fault-proxy';

let database: TestDatabase;
let proxy: FaultProxy;
const clients: Client[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});

beforeEach(async () => {
  proxy = await FaultProxy.open(database.url);
});

afterEach(async () => {
  const ended = clients.splice(0).map((client) => client.end().catch(() => {}));
  await proxy.close();
  await Promise.all(ended);
});

afterAll(() => database.drop());

async function open(name: string): Promise<Client> {
  const client = new Client({ connectionString: proxy.url, application_name: name });
  client.on('error', () => {});
  clients.push(client);
  await client.connect();
  return client;
}

/** Whether it is not answered in a time that is long for an answer. */
async function isSilent(work: Promise<unknown>): Promise<boolean> {
  const answered = work.then(
    () => false,
    () => false,
  );
  return Promise.race([answered, new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 300))]);
}

const one = async (client: Client) => (await client.query('SELECT 1 AS n')).rows[0].n;

test('it passes, counts and knows connections by their name', async () => {
  expect(await one(await open('left'))).toBe(1);
  expect(await one(await open('right'))).toBe(1);
  expect(proxy.tried).toBe(2);
  expect([...proxy.openNames].sort()).toEqual(['left', 'right']);
  const { rows } = await (await open('big')).query("SELECT repeat('x', 3000000) AS text");
  expect(rows[0].text).toHaveLength(3_000_000);
});

test('a hole swallows, new connections too; what lost bytes stays silent, what did not goes on', async () => {
  const [idle, asking] = [await open('idle'), await open('asking')];
  proxy.hole();
  expect(await isSilent(one(asking))).toBe(true);
  expect(await isSilent(open('new'))).toBe(true);
  await proxy.heal();
  expect(await isSilent(one(asking))).toBe(true);
  expect(await one(idle)).toBe(1);
  expect(await one(await open('new'))).toBe(1);
});

test('one connection by name is silenced, paused or reset alone', async () => {
  const [left, right] = [await open('left'), await open('right')];
  proxy.pause('left');
  const asked = one(left);
  expect(await isSilent(asked)).toBe(true);
  expect(await one(right)).toBe(1);
  await proxy.heal();
  expect(await asked).toBe(1);
  proxy.hole('left');
  expect(await isSilent(one(left))).toBe(true);
  expect(await one(right)).toBe(1);
  const ended = new Promise((resolve) => right.once('error', resolve));
  proxy.reset('right');
  expect(await ended).toMatchObject({ code: 'ECONNRESET' });
});

test('it refuses and comes back at the same place; it delays', async () => {
  await proxy.refuse();
  await expect(open('a')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await proxy.heal();
  const client = await open('a');
  proxy.delay(60);
  const before = performance.now();
  await one(client);
  expect(performance.now() - before).toBeGreaterThan(110);
});
