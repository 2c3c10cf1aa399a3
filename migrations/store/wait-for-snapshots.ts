import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';

const LOOK_MS = 50;

/**
 * Waits until nobody reads by a snapshot from before the transaction that is noted at a schema: whoever does would find the rows of that
 * transaction missing, and say so. Fails with Postgres' code for a lock that was not to be had, and with who is in the way.
 */
export async function waitForSnapshots(runner: QueryRunner, schema: string, patienceMs: number): Promise<void> {
  for (let waited = 0; ; waited += LOOK_MS) {
    const old: { pid: number; app: string }[] = await runner.query(
      `SELECT a.pid, coalesce(a.application_name, '') AS app FROM pg_stat_activity a
       WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.backend_type = 'client backend'
         AND age(a.backend_xmin) >= age(obj_description('${schema}'::regnamespace, 'pg_namespace')::xid)`,
    );
    if (old.length === 0) return;
    if (waited >= patienceMs) {
      const holders = old.map(({ pid, app }) => `process ${pid} ("${app}", reading by an older snapshot)`);
      throw Object.assign(new Error('readers with an older snapshot are in the way'), { code: '55P03', holders });
    }
    await sleep(LOOK_MS);
  }
}
