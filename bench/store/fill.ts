import type { Build } from './build';
import { readSpent } from './processor';
import { makeDocuments, makeWorld, type Shape, type World } from './world';

/** Rows of utterances in a second, with all that belongs to them; a transaction for each document, as an import makes them. */
export interface Stored {
  readonly perSecond: readonly number[];
  /** Of this build to the other one: the median of rounds that lie side by side. */
  readonly ratio: number | null;
  /** Microseconds of processor for a row, by build: of the writer, and of its Postgres where that runs here. */
  readonly processor: readonly { readonly writer: number; readonly postgres: number | null }[];
}

/** Documents of a round: some seconds. */
const ROUND = 40;

/** All builds store the same documents, in turn. */
export async function fill(builds: readonly Build[], shape: Shape, utterances: number): Promise<Stored> {
  const worlds: World[] = [];
  for (const { client } of builds) {
    worlds.push(await makeWorld(client, shape));
    // As a writer sets it for its session.
    await client.query('ANALYZE; SET enable_seqscan = off');
  }
  const streams = worlds.map((world) => makeDocuments(world, utterances));
  const totals = builds.map(() => ({ rows: 0, ms: 0, here: 0, postgres: 0 as number | null }));
  const ratios: number[] = [];
  for (let round = 0, more = true; more; round++) {
    const paces = builds.map(() => 0);
    // Who begins changes, so that neither always meets the colder machine.
    const turns = builds.map((_, i) => (i + round) % builds.length);
    for (const i of turns) {
      const documents = take(streams[i]!, ROUND);
      more = documents.length === ROUND;
      const before = await readSpent(builds[i]!.client);
      const started = performance.now();
      await builds[i]!.write(documents);
      const ms = performance.now() - started;
      const rows = documents.reduce((sum, { utterances: words }) => sum + words.length, 0);
      totals[i]!.rows += rows;
      totals[i]!.ms += ms;
      const after = await readSpent(builds[i]!.client);
      totals[i]!.here += after.here - before.here;
      totals[i]!.postgres = sum(totals[i]!.postgres, after.postgres, before.postgres);
      paces[i] = rows / ms;
    }
    if (builds.length > 1 && paces.every((pace) => pace > 0)) ratios.push(paces[0]! / paces[1]!);
  }
  for (const { client } of builds) await client.query('VACUUM ANALYZE');
  const median = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)];
  return {
    perSecond: totals.map(({ rows, ms }) => Math.round((1000 * rows) / ms)),
    ratio: median === undefined ? null : Number(median.toFixed(3)),
    processor: totals.map(({ rows, here, postgres }) => ({
      writer: Math.round(here / rows),
      postgres: postgres === null ? null : Math.round(postgres / rows),
    })),
  };
}

const sum = (so: number | null, after: number | null, before: number | null): number | null =>
  so === null || after === null || before === null ? null : so + after - before;

function take<T>(stream: Generator<T>, count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const { value, done } = stream.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}
