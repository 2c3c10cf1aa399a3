import { Client } from 'pg';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { Random } from '../support/random';
import { OperationMaker, type Pool } from '../support/random-operation';
import { runCount, runSeed } from '../support/settings';
import { fillSynthetic } from '../support/synthetic';
import { readSyntheticPool } from '../support/synthetic-pool';
import { waitUntil } from '../support/wait-until';

const schema = buildGraph();
const log = pino({ level: 'silent' });
let database: TestDatabase;
let reader: Reader;
let cramped: Reader;
let pool: Pool;
let writer: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillSynthetic(database.url, { companies: 6, people: 60, quartersEach: 16, utterances: 3_000 });
  pool = await readSyntheticPool(database.url);
  reader = await Reader.open({ databaseUrl: database.url, log, schema, poolSize: 2 });
  // Ten nodes of each kind that may outgrow memory.
  cramped = await Reader.open({ databaseUrl: database.url, log, schema, poolSize: 2, referenceBudget: 5_120 });
  writer = new Client({ connectionString: database.url });
  await writer.connect();
}, 60_000);

afterAll(async () => {
  await writer.end();
  await Promise.all([reader.close(), cramped.close()]);
  await database.drop();
});

/** Writes something that reference nodes or rows show, and waits until the reader has heard of it. */
async function disturb(turn: number): Promise<void> {
  const before = reader.store.generation;
  await writer.query('UPDATE person SET name = $1 WHERE id = $2', [`Mark Person${turn}`, 1 + (turn % 60)]);
  await writer.query(
    'UPDATE utterance SET sentiment_score = 0.5, sentiment_label = $1, sentiment_method = $2 WHERE id = $3',
    ['POSITIVE', 'test/1', 1 + turn],
  );
  await waitUntil('what was written', () => reader.store.generation !== before);
}

test.each([
  ['memory that holds every reference node', () => reader, 200],
  ['memory of ten nodes', () => cramped, 60],
])(
  'both executors give the same bytes, with %s',
  async (_, readerOf, usual) => {
    const runs = runCount('OPERATIONS', usual);
    const seed = runSeed();
    console.log(`${runs} random operations, seed ${seed}`);
    let compiled = 0;
    for (let run = 0; run < runs; run++) {
      if (run % 20 === 19) await disturb(run);
      const source = new OperationMaker(schema, new Random(seed + run), pool).make();
      const answers = await runBoth(readerOf(), schema, source);
      expect({ source, errors: answers.errors }).toEqual({ source, errors: [] });
      if (answers.compiled === null) continue;
      compiled++;
      if (answers.compiled !== answers.walked)
        expect({ source, data: JSON.parse(answers.compiled) }).toEqual({ source, data: JSON.parse(answers.walked) });
      expect(answers.compiled).toBe(answers.walked);
    }
    expect(compiled / runs).toBeGreaterThanOrEqual(0.99);
  },
  // Long runs take as long as they are long, on a machine that others use too.
  60_000 + 600 * runCount('OPERATIONS', 200),
);
