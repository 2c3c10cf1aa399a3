import { chownSync, createReadStream, mkdirSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type ReadEntry, x as unpack } from 'tar';

import { knownMigrations } from '../database/data-source';
import type { Logger } from '../log';
import { messageOf, OperatorError } from '../operator-error';
import { type BackupNote, NOTE_NAME, readNote } from './backup-file';
import { DATABASE, ROLE } from './cluster';
import { type HeldFolder, holdFolder } from './embedded';
import { draftOf, replaceData } from './replace-data';
import { runSingleUser } from './run';
import { hasCluster, readPassword } from './state-folder';

export interface RestoreOptions {
  readonly home: string;
  readonly log: Logger;
  /** Whether a database that is there may be replaced. */
  readonly force: boolean;
}

/**
 * Makes the state folder's database the one of the backup. The backup is unpacked and started beside the old data first, so whatever is
 * wrong with it leaves the old data as it was; so does a kill. Returns what the backup says of itself.
 */
export async function restoreBackup(file: string, { home, log, force }: RestoreOptions): Promise<BackupNote> {
  const note = await readNote(file);
  const held = await holdFolder(home, log);
  try {
    refuseUnfit(file, note, held.major);
    if (hasCluster(held.folder) && !force) {
      throw new OperatorError(
        'refused',
        `There is a database in ${home} already. Back it up, then replace it with --force; or restore beside it with EARSHOT_HOME=<another folder>.`,
      );
    }
    await unpackAside(file, held);
    await recover(file, held);
    replaceData(held.folder);
    return note;
  } finally {
    rmSync(draftOf(held.folder), { recursive: true, force: true });
    held.lock.release();
  }
}

function refuseUnfit(file: string, note: BackupNote, major: number): void {
  if (note.postgres !== major) {
    throw new OperatorError(
      'database',
      `${file} was written by Postgres ${note.postgres}; this version of Earshot brings Postgres ${major}, which cannot read it. ` +
        `Restore it with a version of Earshot that brings Postgres ${note.postgres}, and move the data over as docs/running.md says ` +
        'under "Another major version of Postgres".',
    );
  }
  const known = new Set(knownMigrations());
  const unknown = note.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new OperatorError(
      'database',
      `${file} was written by a newer Earshot (it has run ${unknown.join(', ')}). Restore it with that version.`,
    );
  }
}

async function unpackAside(file: string, { folder, runtime: { account } }: HeldFolder): Promise<void> {
  const draft = draftOf(folder);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (account) chownSync(draft, account.uid, account.gid);
  const strangers: string[] = [];
  const isOurs = (path: string, entry: unknown): boolean => {
    if (path === NOTE_NAME) return false;
    const { type } = entry as ReadEntry;
    // Links are how an archive writes outside its folder; Postgres has them only for tablespaces, which a backup does not hold.
    const fits = type === 'File' || type === 'OldFile' || type === 'Directory';
    if (!fits) strangers.push(`${path} (${type})`);
    return fits;
  };
  try {
    await pipeline(
      createReadStream(file),
      createGunzip(),
      unpack({ cwd: draft, strict: true, filter: isOurs, preserveOwner: false, ...account }),
    );
    if (strangers.length > 0) throw new Error(`it holds ${strangers.slice(0, 3).join(', ')}`);
  } catch (cause) {
    throw new OperatorError('database', `${file} cannot be unpacked, and nothing was changed: ${messageOf(cause)}`, {
      cause,
    });
  }
}

/**
 * Starts the unpacked copy once, alone: Postgres recovers it to the moment of the backup and writes it to the disk, and a copy that it
 * cannot use never takes over. The password in the state folder stays the valid one; where there is none, the next start makes one.
 */
async function recover(file: string, { folder, runtime }: HeldFolder): Promise<void> {
  const password = readPassword(folder);
  const statement = password === null ? 'SELECT 1' : `ALTER ROLE ${ROLE} PASSWORD '${password}'`;
  try {
    await runSingleUser(runtime, draftOf(folder), DATABASE, statement);
  } catch (cause) {
    throw new OperatorError(
      'database',
      `Postgres cannot use what ${file} holds, and nothing was changed: ${messageOf(cause)}`,
      { cause },
    );
  }
}
