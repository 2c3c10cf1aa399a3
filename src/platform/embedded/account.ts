import { execFileSync } from 'node:child_process';

import { OperatorError } from '../operator-error';

/** The user that Postgres runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'earshot';

/**
 * Postgres refuses to run as root. A normal user runs it as itself (null). For root, in this order: whoever owns the data already, a user
 * `earshot`, a user `postgres`, a system user `earshot` made now, `nobody`. A bare number without an entry in the user list does not do:
 * initdb looks the name up.
 */
export function chooseAccount(dataOwner: Account | null): Account | null {
  if (process.getuid?.() !== 0) return null;
  if (dataOwner && dataOwner.uid !== 0) return dataOwner;
  const found = lookUp(NAME) ?? lookUp('postgres') ?? makeAccount() ?? lookUp('nobody');
  if (found) return found;
  throw new OperatorError(
    'database',
    'Postgres does not run as root, and no other user was found or could be made. Make one (useradd --system earshot), ' +
      'start Earshot as a normal user, or set DATABASE_URL to a Postgres of your own.',
  );
}

function lookUp(name: string): Account | null {
  const [uid, gid] = [ask('id', ['-u', name]), ask('id', ['-g', name])].map(Number);
  return uid && gid ? { uid, gid } : null;
}

/** Debian, Red Hat and their kin have useradd; Alpine's busybox has adduser with flags of its own. */
function makeAccount(): Account | null {
  if (process.platform !== 'linux') return null;
  const made =
    ask('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]) ??
    ask('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', NAME]);
  return made === null ? null : lookUp(NAME);
}

/** What a command printed, or null when it failed or does not exist. */
function ask(command: string, args: readonly string[]): string | null {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}
