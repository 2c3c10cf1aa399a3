import threads from 'node:worker_threads';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { ImportDesk } from '../../src/ingest/import-desk';
import type { ItemReport } from '../../src/ingest/import-report';
import { processActor } from '../../src/platform/actor';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { callOf } from '../support/invented';
import { queryRows } from '../support/stored';

jest.setTimeout(120_000);

let database: TestDatabase;
const desks: ImportDesk[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
});

afterAll(async () => {
  await Promise.all(desks.map((desk) => desk.close()));
  await database.drop();
});

function openDesk(options: Partial<ConstructorParameters<typeof ImportDesk>[0]> = {}): ImportDesk {
  const desk = new ImportDesk({ queue: 4, ...options });
  desks.push(desk);
  return desk;
}

async function take(desk: ImportDesk, text: string, signal?: AbortSignal): Promise<ItemReport[]> {
  const items: ItemReport[] = [];
  const options = { actor: processActor(), dryRun: false };
  const task = { databaseUrl: database.url, name: 'content', bytes: Buffer.from(text), options };
  await desk.take(task, (item) => items.push(item), signal);
  return items;
}

const LONG = 'Ann Lee, the chief executive of Brookline Foods, spoke. “We will build a plant,” she said. '.repeat(
  6_000,
);

test('beyond the queue imports are refused at once, and who is no longer waited for leaves it', async () => {
  const desk = openDesk({ queue: 2 });
  const gone = new AbortController();
  const first = take(desk, callOf('Brightmoor Tools'));
  const second = take(desk, callOf('Calder Pumps'), gone.signal);
  const third = take(desk, callOf('Dunmore Foods'));
  await expect(take(desk, callOf('Ebling Mills'))).rejects.toMatchObject({
    code: 'SERVER_BUSY',
    details: { retryAfter: expect.any(Number) },
  });
  gone.abort(new Error('the client has gone'));
  await expect(second).rejects.toThrow('the client has gone');
  expect((await Promise.all([first, third])).flat().map(({ outcome }) => outcome)).toEqual(['created', 'created']);
  expect(await queryRows(database.url, "SELECT FROM company WHERE name = 'Calder Pumps'")).toEqual([]);
});

test('a document that keeps the thread too long is given up by name, and the next one is taken in', async () => {
  const desk = openDesk({ patienceOf: (bytes) => (bytes > 100_000 ? 50 : 60_000) });
  const [slow] = await take(desk, LONG);
  expect(slow).toMatchObject({ name: 'content', outcome: 'refused', faults: [{ code: 'TOO_SLOW' }] });
  const [next] = await take(desk, callOf('Farley Ships'));
  expect(next).toMatchObject({ outcome: 'created' });
  expect(await queryRows(database.url, "SELECT FROM document WHERE text LIKE 'Ann Lee%'")).toEqual([]);
});

test('a thread that has ended by being idle is made again', async () => {
  const desk = openDesk({ idleMs: 1 });
  const [first] = await take(desk, callOf('Garnet Rail'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const [again] = await take(desk, callOf('Garnet Rail'));
  expect([first?.outcome, again?.outcome]).toEqual(['created', 'unchanged']);
});

test('a thread that dies while it is idle is made again', async () => {
  const made: threads.Worker[] = [];
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      made.push(this);
    }
  };
  const desk = openDesk();
  const [first] = await take(desk, callOf('Harrow Glass'));
  threads.Worker = Worker;
  expect(made).toHaveLength(1);
  await made[0]?.terminate();
  const [again] = await take(desk, callOf('Harrow Glass'));
  expect([first?.outcome, again?.outcome]).toEqual(['created', 'unchanged']);
});
