import { randomBytes } from 'node:crypto';
import { cloneDatabase, onServer, runPrefix, urlOf } from './template';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated database of the test's own; with `sample`, one that holds the catalogue and the sample. */
export async function createTestDatabase({ sample = false } = {}): Promise<TestDatabase> {
  const server = process.env.EARSHOT_TEST_SERVER as string;
  const name = `${runPrefix()}_${randomBytes(5).toString('hex')}`;
  const template = `${runPrefix()}_${sample ? 'sample' : 'empty'}`;
  await cloneDatabase(server, name, template);
  return {
    url: urlOf(server, name),
    drop: () =>
      onServer(server, async (client) => {
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      }),
  };
}
