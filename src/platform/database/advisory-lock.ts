import type { Logger } from '../log';
import { withClient } from './session';

/** Any number will do, as long as nobody else uses it on this database: "earshot" on a telephone's keys. */
const MIGRATION_LOCK = 32_774_683;

/**
 * Runs `work` while holding the lock of migrations. Two servers that start at once both come here; the second waits and then finds nothing
 * left to do. The lock belongs to a connection of its own, so it goes with the process, even with a killed one.
 */
export function withMigrationLock<T>(url: string, log: Logger, work: () => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [MIGRATION_LOCK]);
    if (!rows[0]!.free) {
      log.info('another Earshot is migrating this database; waiting for it');
      await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    }
    return work();
  });
}
