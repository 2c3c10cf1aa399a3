import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

import type { Logger } from '../log';
import { withClient } from './session';

/** Any number will do, as long as nobody else uses it on this database: "earshot" on a telephone's keys. */
const MIGRATION_LOCK = 32_774_683;

const ASK_MS = 250;
const TELL_MS = 30_000;

/**
 * Runs `work` while holding the lock of migrations. Two servers that start at once both come here; the second waits and then finds nothing
 * left to do. The lock belongs to a connection of its own, so it goes with the process, even with a killed one; `work` may ask on it.
 * Whoever waits asks again and again instead of letting Postgres wait: an open statement would be in the way of the migrations themselves.
 */
export function withMigrationLock<T>(url: string, log: Logger, work: (holder: Client) => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    for (let waited = 0; !(await takeLock(client)); waited += ASK_MS) {
      if (waited % TELL_MS === 0) log.info('another Earshot is migrating this database; waiting for it');
      await sleep(ASK_MS);
    }
    return work(client);
  });
}

async function takeLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [MIGRATION_LOCK]);
  return rows[0]?.free === true;
}
