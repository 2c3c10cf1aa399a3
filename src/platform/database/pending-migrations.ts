import { Client } from 'pg';

import { endConnection } from './client-socket';
import { knownMigrations, MIGRATION_TABLE } from './data-source';

/** For connecting and for each question; ms. */
const PATIENCE = 5_000;

/**
 * Names of this version's migrations that have not run. /ready asks at any moment, also while the database is silent: the connection is
 * given up in time, or its socket would keep a process alive that has been told to stop.
 */
export async function findPendingMigrations(url: string): Promise<string[]> {
  const client = new Client({
    connectionString: url,
    application_name: 'earshot',
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows: tables } = await client.query('SELECT to_regclass($1) AS name', [MIGRATION_TABLE]);
    if (tables[0]?.name === null) return knownMigrations();
    const { rows } = await client.query<{ name: string }>(`SELECT name FROM "${MIGRATION_TABLE}"`);
    const applied = new Set(rows.map(({ name }) => name));
    return knownMigrations().filter((name) => !applied.has(name));
  } finally {
    await endConnection(client);
  }
}
