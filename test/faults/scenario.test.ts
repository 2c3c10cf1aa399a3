import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { fillSynthetic } from '../support/synthetic';
import { SCENARIOS } from './registry';
import type { World } from './scenario';
import { poolExhausted } from './scenario/pool-exhausted';
import { ServerProcess } from './server';

/** `npm run test:faults` tries them all, on a Postgres that may be stopped and killed; here is one that leaves it alone. */
jest.setTimeout(120_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillSynthetic(database.url, { companies: 20, people: 50, quartersEach: 6, utterances: 2_000 });
});
afterAll(() => database.drop());

test('each scenario has a name of its own, and its row in docs/running.md; no row tells of another', () => {
  const names = SCENARIOS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const docs = readFileSync(join(__dirname, '../../docs/running.md'), 'utf8');
  const section = docs.split('## When something goes wrong')[1]?.split('\n## ')[0] ?? '';
  const rows = [...section.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell]) => (cell as string).match(/[\w-]+/g));
  expect(rows.sort()).toEqual([...names].sort());
});

test('with every connection waiting and the queue full, the rest is refused at once and memory is read', async () => {
  const servers: ServerProcess[] = [];
  const world: World = {
    get postgres(): never {
      throw new Error('this one belongs to all tests');
    },
    databaseUrl: database.url,
    makeEmptyDatabase: () => Promise.resolve(database.url),
    makeMigratedDatabase: () => Promise.resolve(database.url),
    async serve(url, env) {
      const server = await ServerProcess.start(url, env);
      servers.push(server);
      return server;
    },
    afterwards: () => {},
    scale: 0.1,
  };
  try {
    const { wrongs, happened } = await poolExhausted.run(world);
    expect(wrongs).toEqual([]);
    expect(happened).toMatch(/503 SERVER_BUSY/);
  } finally {
    for (const server of servers) await server.stop();
  }
});
