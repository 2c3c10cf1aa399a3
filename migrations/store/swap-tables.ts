import type { QueryRunner } from 'typeorm';
import { waitForSnapshots } from './wait-for-snapshots';

/**
 * Tables that are made anew beside the old ones, under their own names in a schema of their own, while readers go on reading the old ones;
 * then they change places in a moment. Writers wait from the beginning to the end.
 */
export interface Swap {
  /** Names of the tables, in the order in which a reader comes to them. */
  readonly tables: readonly string[];
  /** Makes, fills and indexes the new tables, which are qualified by `NEXT`; nothing of it touches other tables. */
  readonly fill: readonly string[];
  /** What changes with the tables, in the moment of the swap. */
  readonly swap: readonly string[];
  /** Foreign keys of the new tables, by table and name. Without them, what was filled can be dropped while others are read. */
  readonly keys: readonly (readonly [table: string, name: string, definition: string])[];
  /** What nobody needs when the old tables have gone. */
  readonly finish: readonly string[];
}

/** Schema of the new tables until they are in their place, and of the old ones from then on. */
export const NEXT = 'earshot_next';
const OLD = 'earshot_old';

/** The lock of whoever imports, merges, corrects or removes. */
const WRITERS_LOCK = 32_774_684;
/** A writer holds it for one document. Nobody waits behind a migration that waits for it, but other writers; milliseconds. */
const WRITERS_MS = 60_000;
/** Readers wait behind whoever waits for an exclusive lock; milliseconds, where nobody has set less. */
const LOCK_MS = 2_000;

/**
 * Fills and swaps. Each step takes an exclusive lock on one table that others read at most (on these tables themselves in the swap), so that
 * nobody can wait for it in a circle. Fails with Postgres' code for a lock that was not to be had, and goes on where it stopped when it is called
 * again: in the same session without filling anew, since writers stay out until `release`.
 */
export async function swapTables(runner: QueryRunner, { tables, fill, swap, keys, finish }: Swap): Promise<void> {
  if (!(await holdsWriters(runner))) {
    await inTransaction(runner, async () => {
      await runner.query(`SET LOCAL lock_timeout = ${WRITERS_MS}`);
      await runner.query(`SELECT pg_advisory_lock(${WRITERS_LOCK})`);
    });
    // Filled before others wrote.
    await runner.query(`DROP SCHEMA IF EXISTS ${NEXT} CASCADE`);
  }
  if (!(await isSwapped(runner))) {
    if (!(await exists(runner, NEXT))) await fillTables(runner, tables, fill);
    await waitForSnapshots(runner, NEXT, LOCK_MS);
    await briefly(runner, () => changePlaces(runner, tables, swap));
  }
  await addKeys(runner, keys);
  await leadTo(runner, tables);
  await dropOld(runner);
  for (const statement of finish) await runner.query(statement);
  await release(runner);
}

/** Whether the old tables wait to be dropped: the new ones are in their place, and something is still to do. */
export const isSwapped = (runner: QueryRunner): Promise<boolean> => exists(runner, OLD);

/** Lets writers in again, and drops what was filled and not swapped. */
export async function release(runner: QueryRunner): Promise<void> {
  await runner.query(`DROP SCHEMA IF EXISTS ${NEXT} CASCADE`);
  await runner.query('SELECT pg_advisory_unlock_all()');
}

async function fillTables(runner: QueryRunner, tables: readonly string[], fill: readonly string[]): Promise<void> {
  await inTransaction(runner, async () => {
    await runner.query(`CREATE SCHEMA ${NEXT}`);
    for (const statement of fill) await runner.query(statement);
    for (const table of tables) await copyGrants(runner, table);
    // From this transaction on the rows are seen.
    await runner.query(
      `DO $$ BEGIN EXECUTE format('COMMENT ON SCHEMA ${NEXT} IS %L', pg_current_xact_id()::xid::text); END $$`,
    );
  });
  // Planned by what is there, and read from the index alone where that is enough.
  for (const table of tables) await runner.query(`VACUUM (ANALYZE) ${NEXT}.${table}`);
}

async function changePlaces(runner: QueryRunner, tables: readonly string[], swap: readonly string[]): Promise<void> {
  await runner.query(`LOCK TABLE ${tables.join(', ')} IN ACCESS EXCLUSIVE MODE`);
  const [{ home }] = await runner.query('SELECT quote_ident(current_schema()) AS home');
  await runner.query(`CREATE SCHEMA ${OLD}`);
  for (const table of tables) {
    await runner.query(`ALTER TABLE ${table} SET SCHEMA ${OLD}`);
    await runner.query(`ALTER TABLE ${NEXT}.${table} SET SCHEMA ${home}`);
  }
  for (const statement of swap) await runner.query(statement);
  await runner.query(`DROP SCHEMA ${NEXT}`);
}

async function addKeys(runner: QueryRunner, keys: Swap['keys']): Promise<void> {
  for (const [table, name, definition] of keys) {
    const found = await runner.query(
      `SELECT FROM pg_constraint WHERE conrelid = '${table}'::regclass AND conname = '${name}'`,
    );
    if (found.length > 0) continue;
    await briefly(runner, () => runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} FOREIGN KEY ${definition}`));
  }
}

/** Foreign keys of other tables lead to the new ones: made beside the old ones first, so that nobody waits while rows are looked at. */
async function leadTo(runner: QueryRunner, tables: readonly string[]): Promise<void> {
  const links: { table: string; name: string; definition: string; made: boolean }[] = await runner.query(
    `SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(k.oid) AS definition,
       EXISTS (SELECT FROM pg_constraint n WHERE n.conrelid = k.conrelid AND n.conname = k.conname || '_next') AS made
     FROM pg_constraint k JOIN pg_class t ON t.oid = k.confrelid JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND t.relnamespace = '${OLD}'::regnamespace AND c.relnamespace <> '${OLD}'::regnamespace AND t.relname = ANY ($1) ORDER BY 1, 2`,
    [tables],
  );
  for (const { table, name, definition, made } of links) {
    const here = definition.replace(`REFERENCES ${OLD}.`, 'REFERENCES ');
    if (!made) await briefly(runner, () => runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name}_next ${here}`));
    await briefly(runner, async () => {
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
      await runner.query(`ALTER TABLE ${table} RENAME CONSTRAINT ${name}_next TO ${name}`);
    });
  }
}

/** A table that is dropped locks those that it refers to: one after the other, not all at once. */
async function dropOld(runner: QueryRunner): Promise<void> {
  const keys: { table: string; name: string }[] = await runner.query(
    `SELECT c.oid::regclass::text AS "table", conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND c.relnamespace = to_regnamespace('${OLD}') ORDER BY 1, 2`,
  );
  for (const { table, name } of keys)
    await briefly(runner, () => runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`));
  await runner.query(`DROP SCHEMA IF EXISTS ${OLD} CASCADE`);
}

async function holdsWriters(runner: QueryRunner): Promise<boolean> {
  const [{ holds }] = await runner.query(
    `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = ${WRITERS_LOCK} AND pid = pg_backend_pid() AND granted) AS holds`,
  );
  return holds;
}

async function exists(runner: QueryRunner, schema: string): Promise<boolean> {
  const [{ found }] = await runner.query('SELECT to_regnamespace($1) IS NOT NULL AS found', [schema]);
  return found;
}

/** Whom the operator has let read the old table may read the new one. */
async function copyGrants(runner: QueryRunner, table: string): Promise<void> {
  const grants: { statement: string }[] = await runner.query(
    `SELECT format('GRANT %s ON ${NEXT}.%I TO %s%s', a.privilege_type, c.relname, coalesce(quote_ident(r.rolname), 'PUBLIC'),
       CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) AS statement
     FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
     WHERE c.oid = $1::regclass AND a.grantee <> c.relowner`,
    [table],
  );
  for (const { statement } of grants) await runner.query(statement);
}

/** A transaction that does not wait for a lock for long. */
function briefly(runner: QueryRunner, work: () => Promise<unknown>): Promise<void> {
  return inTransaction(runner, async () => {
    await runner.query(
      `SELECT set_config('lock_timeout', least(nullif(setting::int, 0), ${LOCK_MS})::text, true) FROM pg_settings WHERE name = 'lock_timeout'`,
    );
    await work();
  });
}

async function inTransaction(runner: QueryRunner, work: () => Promise<unknown>): Promise<void> {
  await runner.startTransaction();
  try {
    await work();
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction().catch(() => {});
    throw error;
  }
}
