import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { migrate } from '../../src/platform/database/migrate';

/** Every database of this run begins with this, so that nothing else on the server is touched and all of it can be dropped. */
export const runPrefix = (): string => process.env.EARSHOT_TEST_PREFIX as string;

export function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/**
 * Makes a database like another one. On a server of the run's own, which never syncs, by copying its files; elsewhere that would make the
 * server write out all that others have changed.
 */
export const cloneDatabase = (server: string, name: string, template: string): Promise<unknown> =>
  onServer(server, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template} ${process.env.EARSHOT_TEST_CLONE ?? ''}`),
  );

export async function onServer<T>(server: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const NEEDS_CREATEDB =
  'The tests make and drop databases of their own beside the one that DATABASE_URL names, which they never write to, and its user may not: ' +
  'it lacks CREATEDB. Give it that (ALTER ROLE … CREATEDB), or run the tests without DATABASE_URL.';

/** Databases to clone from: `…_empty` is migrated, `…_sample` has the catalogue and the sample as well. */
export async function prepareTemplates(server: string, log: Logger): Promise<void> {
  process.env.EARSHOT_TEST_PREFIX = `earshot_test_${process.pid}_${Date.now().toString(36)}`;
  const empty = `${runPrefix()}_empty`;
  await onServer(server, async (client) => {
    const { rows } = await client.query(
      'SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user',
    );
    if (!rows[0]?.may) throw new Error(NEEDS_CREATEDB);
    await client.query(`CREATE DATABASE ${empty}`);
  });
  await migrate(urlOf(server, empty), log);
  const sample = `${runPrefix()}_sample`;
  await cloneDatabase(server, sample, empty);
  if (!existsSync(join(__dirname, '../../src/ingest/sample.ts'))) return;
  const { syncCatalogue } = require('../../src/ingest/catalogue');
  const { loadSample } = require('../../src/ingest/sample');
  await syncCatalogue(urlOf(server, sample));
  await loadSample(urlOf(server, sample), log);
}
