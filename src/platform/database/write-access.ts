import type { Client } from 'pg';
import { OperatorError } from '../operator-error';
import { withClient } from './session';

/** For a question that reads no row of a table. */
const ANSWER_MS = 10_000;

/** Why nothing can be written: the whole server only follows another one, sessions begin read-only, or the role may not. */
export type ReadOnlyReason = 'standby' | 'setting' | 'role';

/** Null: it can be written to. */
export type WriteAccess = ReadOnlyReason | null;

export const READ_ONLY_WORDS: Readonly<Record<ReadOnlyReason, string>> = {
  standby: 'it is a standby that follows another server',
  setting: 'its sessions begin read-only (default_transaction_read_only)',
  role: 'the role that Earshot connects as may not write',
};

/**
 * One row, one column `access`: null, or the reason as `ReadOnlyReason` names it. Asked on a session that has not been made read-only by
 * Earshot itself. The tables stand for all: a role that may fill these was meant to write.
 */
export const WRITE_ACCESS_SQL = `
  CASE WHEN pg_is_in_recovery() THEN 'standby'
    WHEN current_setting('transaction_read_only') = 'on' THEN 'setting'
    WHEN NOT (coalesce(has_table_privilege(to_regclass('document'), 'INSERT'), true)
      AND coalesce(has_table_privilege(to_regclass('topic'), 'INSERT'), true)) THEN 'role' END AS access`;

/** Rejects where no answer comes: servers ask while they run, and ask again only after this. */
export function readWriteAccess(url: string): Promise<WriteAccess> {
  const read = async (client: Client): Promise<WriteAccess> => {
    const { rows } = await client.query<{ access: WriteAccess }>(`SELECT ${WRITE_ACCESS_SQL}`);
    return rows[0]?.access ?? null;
  };
  return withClient(url, read, { query_timeout: ANSWER_MS });
}

/** For commands that have nothing to do on a database that cannot be written to. */
export async function demandWritable(url: string): Promise<void> {
  const access = await readWriteAccess(url);
  if (access) throw readOnlyError(access);
}

export function readOnlyError(reason: ReadOnlyReason, what = 'nothing was changed'): OperatorError {
  const advice = {
    standby: 'Run this against the server that it follows.',
    setting: 'Run this where writing is allowed, or lift the setting.',
    role: 'Run this as a role that may, or grant it.',
  };
  return new OperatorError(
    'database',
    `The database is read-only (${READ_ONLY_WORDS[reason]}): ${what}. ${advice[reason]}`,
  );
}
