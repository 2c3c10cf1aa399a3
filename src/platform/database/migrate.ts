import type { DataSource } from 'typeorm';

import type { Logger } from '../log';
import { OperatorError } from '../operator-error';
import { withMigrationLock } from './advisory-lock';
import { MIGRATION_TABLE, openDataSource } from './data-source';

export interface MigrationStatus {
  readonly name: string;
  readonly applied: boolean;
}

/** Brings the schema up to this version; returns the names of what was run. Each migration is one transaction. */
export function migrate(url: string, log: Logger): Promise<string[]> {
  return withMigrationLock(url, log, () =>
    withSource(url, async (source) => {
      await refuseNewer(source);
      const done = await source.runMigrations({ transaction: 'each' });
      for (const { name } of done) log.info({ migration: name }, 'migrated');
      return done.map(({ name }) => name);
    }),
  );
}

/** Undoes the newest migrations, as many as `steps`; returns their names, the newest first. */
export function revertMigrations(url: string, log: Logger, steps = 1): Promise<string[]> {
  return withMigrationLock(url, log, () =>
    withSource(url, async (source) => {
      await refuseNewer(source);
      const undone: string[] = [];
      for (let step = 0; step < steps; step++) {
        const name = (await appliedNames(source)).at(-1);
        if (name === undefined) break;
        await source.undoLastMigration({ transaction: 'each' });
        log.info({ migration: name }, 'reverted');
        undone.push(name);
      }
      return undone;
    }),
  );
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

async function withSource<T>(url: string, use: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await openDataSource(url);
  try {
    return await use(source);
  } finally {
    await source.destroy();
  }
}
