import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { QueryRunner } from 'typeorm';

import type { Logger } from '../log';
import { OperatorError } from '../operator-error';

export interface LockPatience {
  /**
   * How long one try waits for a lock: so long do those wait who come after it. Far below the deadline of a query, since a migration that
   * needs several locks keeps the first ones while it waits for the next.
   */
  readonly lockMs: number;
  /** The first pause between two tries, in which those who came after it are served; the following ones grow to four times that. */
  readonly pauseMs: number;
  /** How long to try in all, from the first lock that was waited for. */
  readonly patienceMs: number;
}

export const LOCK_PATIENCE: LockPatience = { lockMs: 1_000, pauseMs: 1_000, patienceMs: 120_000 };

/** A lock was not to be had in time; two that wait for each other, of which this one was chosen to give way. */
const WAITED = new Set(['55P03', '40P01']);
const LOOK_MS = 500;

/**
 * Runs work that changes tables, and begins again where a lock is not to be had. Whoever waits for an exclusive lock holds up all that
 * come after it, readers too, behind one long transaction that reads; so no try waits long, and everybody passes between two of them.
 * `work` is a transaction, or several that note what is done. `watcher` is another connection, to see who is in the way.
 */
export async function retryLocks(
  runner: QueryRunner,
  watcher: Client,
  log: Logger,
  { lockMs, pauseMs, patienceMs }: LockPatience,
  work: () => Promise<unknown>,
): Promise<void> {
  const [{ pid }] = await runner.query('SELECT pg_backend_pid() AS pid');
  await runner.query(`SET lock_timeout = ${lockMs}`);
  // What is done before the first lock is in the way does not try anybody's patience.
  let started: number | null = null;
  for (let tries = 1; ; tries++) {
    const holders = watchHolders(watcher, pid);
    try {
      await work();
      return;
    } catch (error) {
      if (!WAITED.has((error as { code?: string }).code ?? '')) throw error;
      const { holders: named = [] } = error as { holders?: readonly string[] };
      const who = [...holders.seen(), ...named];
      started ??= performance.now() - lockMs;
      if (performance.now() - started > patienceMs) throw gaveUp(who, patienceMs, error);
      log.warn({ holders: who, tries }, 'a migration waits for a lock; it lets others pass and tries again');
    } finally {
      await holders.stop();
    }
    await sleep(Math.min(pauseMs * 1.3 ** (tries - 1), 4 * pauseMs));
  }
}

/** Looks every half second who is in the way of a session; remembers those seen last. */
function watchHolders(watcher: Client, pid: number): { seen(): readonly string[]; stop(): Promise<void> } {
  let seen: readonly string[] = [];
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(async () => {
      const now = await findHolders(watcher, pid);
      if (now.length > 0) seen = now;
    });
    // It only helps to tell what is the matter; the work itself says what fails.
    looking = looking.catch(() => {});
  }, LOOK_MS);
  return {
    seen: () => seen,
    stop() {
      clearInterval(timer);
      return looking;
    },
  };
}

async function findHolders(watcher: Client, pid: number): Promise<string[]> {
  // Of sessions of others a role without rights sees name and process, and no times.
  const { rows } = await watcher.query<{ pid: number; who: string | null; app: string | null; seconds: number | null }>(
    `SELECT b.pid, a.usename AS who, nullif(a.application_name, '') AS app,
       extract(epoch FROM clock_timestamp() - a.xact_start)::int AS seconds
     FROM unnest(pg_blocking_pids($1)) AS b(pid) LEFT JOIN pg_stat_activity a ON a.pid = b.pid ORDER BY a.xact_start`,
    [pid],
  );
  return rows.map(({ pid: holder, who, app, seconds }) => {
    const about = [who && `user ${who}`, app && `"${app}"`, seconds !== null && `in a transaction for ${seconds} s`];
    return `process ${holder} (${about.filter(Boolean).join(', ') || 'a prepared transaction'})`;
  });
}

function gaveUp(holders: readonly string[], patienceMs: number, cause: unknown): OperatorError {
  const who = `a lock that it needs is held by ${holders.join(', ') || 'somebody who could not be found'}`;
  return new OperatorError(
    'busy',
    `A migration could not run within ${Math.round(patienceMs / 1000)} s: ${who}. Wait for that work or end it (in SQL: pg_terminate_backend and ` +
      'the number of the process), then start again: it goes on from there, and what is read is whole meanwhile.',
    { cause },
  );
}
