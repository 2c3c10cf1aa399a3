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
  await proxy.close();
  await Promise.all(clients.splice(0).map((client) => client.end().catch(() => {})));
});

afterAll(() => database.drop());

async function open(name: string): Promise<Client> {
  const client = new Client({
    connectionString: proxy.url,
    application_name: name,
    connectionTimeoutMillis: 300,
    query_timeout: 300,
  });
  client.on('error', () => {});
  await client.connect();
  clients.push(client);
  return client;
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
  await expect(one(asking)).rejects.toThrow('timeout');
  await expect(open('new')).rejects.toThrow('timeout');
  await proxy.heal();
  await expect(one(asking)).rejects.toThrow('timeout');
  expect(await one(idle)).toBe(1);
  expect(await one(await open('new'))).toBe(1);
});

test('one connection by name is silenced, paused or reset alone', async () => {
  const [left, right] = [await open('left'), await open('right')];
  proxy.pause('left');
  let answered = false;
  const asked = left.query({ text: 'SELECT 1', query_timeout: 5_000 } as { text: string }).then(() => {
    answered = true;
  });
  expect(await one(right)).toBe(1);
  expect(answered).toBe(false);
  await proxy.heal();
  await asked;
  proxy.hole('left');
  await expect(one(left)).rejects.toThrow('timeout');
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
