import threads from 'node:worker_threads';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { ImportDesk } from '../../src/ingest/import-desk';
import type { ItemReport } from '../../src/ingest/import-report';
import { processActor } from '../../src/platform/actor';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { callOf } from '../support/invented';
import { queryRows } from '../support/stored';
import { waitUntil } from '../support/wait-until';

jest.setTimeout(120_000);

let database: TestDatabase;
/** The tests' own, in which a long document has no time; each thread costs about a second. */
let desk: ImportDesk;
const desks: ImportDesk[] = [];

const { Worker } = threads;
const threadsMade: threads.Worker[] = [];

beforeAll(async () => {
  threads.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      threadsMade.push(this);
    }
  };
  database = await createTestDatabase();
  await syncCatalogue(database.url);
  desk = openDesk({ queue: 2, patienceOf: (bytes) => (bytes > 100_000 ? 50 : 60_000) });
});

afterAll(async () => {
  threads.Worker = Worker;
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
  const [slow] = await take(desk, LONG);
  expect(slow).toMatchObject({ name: 'content', outcome: 'refused', faults: [{ code: 'TOO_SLOW' }] });
  const [next] = await take(desk, callOf('Farley Ships'));
  expect(next).toMatchObject({ outcome: 'created' });
  expect(await queryRows(database.url, "SELECT FROM document WHERE text LIKE 'Ann Lee%'")).toEqual([]);
});

test('a thread that dies while it is idle is made again', async () => {
  const [first] = await take(desk, callOf('Harrow Glass'));
  await threadsMade.at(-1)?.terminate();
  const [again] = await take(desk, callOf('Harrow Glass'));
  expect([first?.outcome, again?.outcome]).toEqual(['created', 'unchanged']);
});

test('a thread that has ended by being idle is made again', async () => {
  const fleeting = openDesk({ idleMs: 1 });
  const [first] = await take(fleeting, callOf('Garnet Rail'));
  const [thread] = threadsMade.slice(-1) as [threads.Worker];
  // Its number once it has ended.
  await waitUntil('the end of an idle thread', () => thread.threadId === -1);
  const [again] = await take(fleeting, callOf('Garnet Rail'));
  expect([first?.outcome, again?.outcome]).toEqual(['created', 'unchanged']);
  expect(threadsMade.at(-1)).not.toBe(thread);
});
