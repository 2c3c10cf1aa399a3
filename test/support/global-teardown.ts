import { rmSync } from 'node:fs';
import { onServer, runPrefix } from './template';

/** Nothing is left behind: not a database on somebody's server, not a process, not a folder. */
export default async function tearDown(): Promise<void> {
  const home = globalThis.earshotTestServer?.home;
  // A server of this run goes with all that it holds.
  if (!home) await dropAll(process.env.EARSHOT_TEST_SERVER as string);
  await globalThis.earshotTestServer?.stop();
  if (home) rmSync(home, { recursive: true, force: true });
}

const dropAll = (server: string): Promise<void> =>
  onServer(server, async (client) => {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      runPrefix(),
    ]);
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  });
