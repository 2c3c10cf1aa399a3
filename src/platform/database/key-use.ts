import { Pool } from 'pg';

import { endPool } from './client-socket';

/** Notes when keys were last used, so that those that nobody uses can be found and ended. */
export interface KeyUse {
  /** Returns at once; nobody waits for what it writes, nor is told when that fails. */
  note(keyId: number): void;
  close(): Promise<void>;
}

const EVERY_MS = 60_000;
const PATIENCE_MS = 2_000;
/** Keys that are remembered as noted; past it all are forgotten, and noted once too often at worst. */
const MOST_REMEMBERED = 10_000;

const MAY_WRITE = `SELECT current_setting('transaction_read_only') = 'off' AND has_table_privilege('api_key', 'UPDATE') AS may`;
// Other servers note the same keys.
const WRITE = `UPDATE api_key SET last_used_at = now()
  WHERE id = ANY ($1) AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`;

/** Writes at most once a minute for each key, over a connection that answers nobody, and never on a database that only reads. */
export function openKeyUse(url: string): KeyUse {
  const pool = new Pool({
    connectionString: url,
    application_name: 'earshot key use',
    max: 1,
    allowExitOnIdle: true,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  pool.on('error', () => {
    // The next time will tell; being late by a minute more harms nobody.
  });
  const noted = new Map<number, number>();
  const waiting = new Set<number>();
  let isWriting = false;

  async function write(): Promise<void> {
    while (waiting.size > 0) {
      const ids = [...waiting];
      waiting.clear();
      const { rows } = await pool.query<{ may: boolean }>(MAY_WRITE);
      if (rows[0]?.may) await pool.query(WRITE, [ids]);
    }
  }

  return {
    note(keyId) {
      const now = performance.now();
      const last = noted.get(keyId);
      if (last !== undefined && now - last < EVERY_MS) return;
      if (noted.size >= MOST_REMEMBERED) noted.clear();
      noted.set(keyId, now);
      waiting.add(keyId);
      if (isWriting) return;
      isWriting = true;
      write()
        .catch(() => {
          waiting.clear();
          // The next look-up of each tries again.
          noted.clear();
        })
        .finally(() => {
          isWriting = false;
        });
    },
    close: () => endPool(pool),
  };
}
