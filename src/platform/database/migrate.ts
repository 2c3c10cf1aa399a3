import { type DataSource, MigrationExecutor, type MigrationInterface, type QueryRunner } from 'typeorm';

import type { Logger } from '../log';
import { OperatorError } from '../operator-error';
import { withMigrationLock } from './advisory-lock';
import { MIGRATION_TABLE, openDataSource } from './data-source';
import { LOCK_PATIENCE, type LockPatience, retryLocks } from './retry-locks';
import { demandWritable, readOnlyError, readWriteAccess } from './write-access';

export interface MigrationStatus {
  readonly name: string;
  readonly applied: boolean;
}

/**
 * Brings the schema up to this version; returns the names of what was run. Each migration is one transaction, and none stops those who
 * read for long. Where nothing has to be run nothing is locked or written, so that a read-only database serves too.
 */
export function migrate(url: string, log: Logger, patience: LockPatience = LOCK_PATIENCE): Promise<string[]> {
  return withSource(url, async (source) => {
    const missing = await pendingNames(source);
    if (missing.length === 0) return [];
    await demandSchemaRights(url, missing);
    return withMigrationLock(url, log, async (watcher) => {
      const names = await pendingNames(source);
      if (names.length === 0) return [];
      await withExecutor(source, async (executor, runner) => {
        await tellWhatItTakes(source, names, runner, log);
        await retryLocks(runner, watcher, log, patience, () => executor.executePendingMigrations());
      });
      for (const name of names) log.info({ migration: name }, 'migrated');
      return names;
    });
  });
}

/** Undoes the migrations that were run last, as many as `steps`; returns their names, the last one first. */
export function revertMigrations(
  url: string,
  log: Logger,
  steps = 1,
  patience: LockPatience = LOCK_PATIENCE,
): Promise<string[]> {
  return withSource(url, async (source) => {
    await demandWritable(url);
    return withMigrationLock(url, log, async (watcher) => {
      await refuseNewer(source);
      const undone: string[] = [];
      for (let step = 0; step < steps; step++) {
        const name = await lastApplied(source);
        if (name === null) break;
        await withExecutor(source, async (executor, runner) => {
          await tellWhatItTakes(source, [name], runner, log);
          await retryLocks(runner, watcher, log, patience, () => executor.undoLastMigration());
        });
        log.info({ migration: name }, 'reverted');
        undone.push(name);
      }
      return undone;
    });
  });
}

/** Names that have not run, the oldest first. */
async function pendingNames(source: DataSource): Promise<string[]> {
  await refuseNewer(source);
  const applied = new Set(await appliedNames(source));
  return knownNames(source).filter((name) => !applied.has(name));
}

async function demandSchemaRights(url: string, missing: readonly string[]): Promise<void> {
  const access = await readWriteAccess(url);
  if (access) throw readOnlyError(access, `${missing.length} migrations have not run (${missing.join(', ')})`);
}

/** What a migration of large tables may have besides its ways up and down. */
interface LargeMigration extends MigrationInterface {
  /** What it takes, where that is worth telling: bytes that are needed and free (null: cannot be seen), and all of it in words. */
  foretell?(
    runner: QueryRunner,
  ): Promise<{ readonly needs: number; readonly free: number | null; readonly message: string } | null>;
  /** Takes back what its tries have prepared, when the last one has failed. */
  abandon?(runner: QueryRunner): Promise<void>;
}

async function tellWhatItTakes(
  source: DataSource,
  names: readonly string[],
  runner: QueryRunner,
  log: Logger,
): Promise<void> {
  for (const migration of source.migrations as LargeMigration[]) {
    const name = migration.name ?? migration.constructor.name;
    const foretold = names.includes(name) ? await migration.foretell?.(runner) : null;
    if (!foretold) continue;
    const { needs, free, message } = foretold;
    if (free !== null && free < needs)
      throw new OperatorError('database', `Migration ${name} has no room: ${message}. Nothing was changed.`);
    log.info({ migration: name }, message);
  }
}

/** TypeORM's way through the migrations, each in a transaction, over one connection that is known. */
async function withExecutor(
  source: DataSource,
  use: (executor: MigrationExecutor, runner: QueryRunner) => Promise<void>,
): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    const executor = new MigrationExecutor(source, runner);
    executor.transaction = 'each';
    await use(executor, runner);
  } catch (error) {
    // The connection may be what failed; what is left behind is dropped by the next try.
    for (const migration of source.migrations as LargeMigration[]) await migration.abandon?.(runner).catch(() => {});
    throw error;
  } finally {
    await runner.release();
  }
}

export function readMigrationStatus(url: string): Promise<MigrationStatus[]> {
  return withSource(url, async (source) => {
    const applied = new Set(await appliedNames(source));
    const known = knownNames(source).map((name) => ({ name, applied: applied.delete(name) }));
    // What is left was run by a newer Earshot.
    return [...known, ...[...applied].map((name) => ({ name, applied: true }))];
  });
}

/** A schema from the future would be reverted to something that never was, or served with columns that nobody knows. */
async function refuseNewer(source: DataSource): Promise<void> {
  const known = new Set(knownNames(source));
  const unknown = (await appliedNames(source)).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new OperatorError(
    'database',
    `This database was migrated by a newer Earshot (${unknown.join(', ')}). Run that version, or use another database.`,
  );
}

const knownNames = (source: DataSource): string[] =>
  source.migrations
    .map((migration) => migration.name ?? migration.constructor.name)
    .sort((a, b) => Number(a.slice(-13)) - Number(b.slice(-13)));

/** In order of their timestamps. None where the table is not there yet: asking must not write. */
async function appliedNames(source: DataSource): Promise<string[]> {
  const [found] = await source.query('SELECT to_regclass($1) AS name', [MIGRATION_TABLE]);
  if (found.name === null) return [];
  const rows: { name: string }[] = await source.query(`SELECT name FROM "${MIGRATION_TABLE}" ORDER BY "timestamp", id`);
  return rows.map((row) => row.name);
}

/** That was run last, whatever its timestamp: one of another branch may have come behind newer ones. Null: there is none. */
async function lastApplied(source: DataSource): Promise<string | null> {
  if ((await appliedNames(source)).length === 0) return null;
  const [last] = await source.query(`SELECT name FROM "${MIGRATION_TABLE}" ORDER BY id DESC LIMIT 1`);
  return last.name;
}

async function withSource<T>(url: string, use: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await openDataSource(url);
  try {
    return await use(source);
  } finally {
    await source.destroy();
  }
}
