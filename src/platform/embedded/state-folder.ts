import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { messageOf, OperatorError } from '../operator-error';
import { type Account, chooseAccount } from './account';

/** Where everything of the embedded server lies. */
export interface StateFolder {
  readonly home: string;
  /** Postgres' data directory. */
  readonly data: string;
  readonly binaries: string;
  readonly password: string;
  /** What Postgres says; the file to look into when it does not start. */
  readonly log: string;
}

export function layOut(home: string): StateFolder {
  return {
    home,
    data: join(home, 'data'),
    binaries: join(home, 'postgres'),
    password: join(home, 'password'),
    log: join(home, 'postgres.log'),
  };
}

/** Makes the folder where there is none. Everybody may enter it (Postgres may run as another user); what is secret in it is closed by itself. */
export function openStateFolder(home: string): StateFolder {
  const folder = layOut(home);
  try {
    if (!existsSync(home)) {
      mkdirSync(home, { recursive: true });
      chmodSync(home, 0o755);
    }
    mkdirSync(folder.binaries, { recursive: true });
    chmodSync(folder.binaries, 0o755);
  } catch (cause) {
    throw new OperatorError(
      'database',
      `The state folder ${home} cannot be written (${messageOf(cause)}). Set EARSHOT_HOME to a folder that you may write, ` +
        'or DATABASE_URL to a Postgres of your own; `docker compose up` needs neither.',
      { cause },
    );
  }
  return folder;
}

export function accountFor(folder: StateFolder): Account | null {
  return chooseAccount(existsSync(folder.data) ? statSync(folder.data) : null);
}

export const hasCluster = (folder: StateFolder): boolean => existsSync(join(folder.data, 'PG_VERSION'));

/** Whether there is a database in this folder, without making anything. */
export const existsCluster = (home: string): boolean => hasCluster(layOut(home));

export const majorOf = (folder: StateFolder): number =>
  Number.parseInt(readFileSync(join(folder.data, 'PG_VERSION'), 'utf8'), 10);

export const readPassword = (folder: StateFolder): string | null =>
  existsSync(folder.password) ? readFileSync(folder.password, 'utf8').trim() : null;

/** 144 bits, in letters that need no escaping, neither in a URL nor in SQL. */
export const inventPassword = (): string => randomBytes(18).toString('base64url');

/** Owned by the user that Postgres runs as, because initdb reads it. Moved into place: half a password would lock the database. */
export function keepPassword(folder: StateFolder, account: Account | null, password: string): void {
  const draft = `${folder.password}.draft`;
  writeFileSync(draft, `${password}\n`, { mode: 0o600 });
  if (account) chownSync(draft, account.uid, account.gid);
  renameSync(draft, folder.password);
}
