import { verify } from '../../src/ingest/verify/verify';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { Random } from '../support/random';
import { World } from '../support/random-change';
import { runCount, runSeed } from '../support/settings';
import { findUntrueCounts } from '../support/stored';

const CHANGES = runCount('CHANGES', 50);
/** After so many changes all is compared: one by one, comparing would take longer than changing. */
const STRIDE = runCount('CHANGES_COMPARED', 25);
const seed = runSeed();

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
});

afterAll(() => database.drop());

/** By the product's own comparison, and by SQL that shares nothing with it. */
async function findUntrue(): Promise<unknown[]> {
  const told = (await verify(database.url)).filter(({ differences }) => differences > 0);
  return [...told, ...(await findUntrueCounts(database.url))];
}

test(`after ${CHANGES} random changes everything that is kept beside the words is what they say (seed ${seed})`, async () => {
  console.info(`seed ${seed}`);
  const world = new World(database.url, new Random(seed));
  for (let n = 1; n <= CHANGES; n++) {
    await world.step();
    if (n % STRIDE > 0 && n < CHANGES) continue;
    const found = await findUntrue();
    // Which change it was, a run with EARSHOT_TEST_CHANGES_COMPARED=1 tells.
    if (found.length > 0) throw new Error(describe(world.told.slice(-STRIDE), found));
  }
}, 600_000);

const describe = (changes: readonly string[], found: readonly unknown[]): string =>
  `seed ${seed}: what differs after\n${changes.join('\n')}\n${JSON.stringify(found.slice(0, 20), null, 1)}`;
