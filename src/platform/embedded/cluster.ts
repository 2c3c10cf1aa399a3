import { chownSync, mkdirSync, renameSync, rmSync } from 'node:fs';

import { OperatorError } from '../operator-error';
import { draftOf } from './replace-data';
import { type Runtime, runProgram, runSingleUser } from './run';
import { hasCluster, inventPassword, keepPassword, majorOf, readPassword, type StateFolder } from './state-folder';

/** The one role and the one database of the embedded server. */
export const ROLE = 'earshot';
export const DATABASE = 'earshot';

/** Makes the cluster where there is none and returns its password. Half a cluster is never left: it is made aside and moved into place. */
export async function prepareCluster(
  folder: StateFolder,
  runtime: Runtime,
  major: number,
  durable: boolean,
): Promise<string> {
  if (!hasCluster(folder)) {
    const password = inventPassword();
    keepPassword(folder, runtime.account, password);
    await initialise(folder, runtime, durable);
    return password;
  }
  checkMajor(folder, major);
  const password = readPassword(folder);
  if (password !== null) return password;
  return resetPassword(folder, runtime);
}

export function checkMajor(folder: StateFolder, major: number): void {
  const found = majorOf(folder);
  if (found === major) return;
  throw new OperatorError(
    'database',
    `The data in ${folder.home} was written by Postgres ${found}; this version of Earshot brings Postgres ${major}, which cannot read it. ` +
      'Either run the version of Earshot that wrote it, or start afresh beside it with EARSHOT_HOME=<another folder> and import again, ' +
      `or serve it with a Postgres ${found} of your own (its data directory is ${folder.data}) and set DATABASE_URL. ` +
      'docs/running.md tells how to move the data to the new version.',
  );
}

/**
 * Gives the role a new password in single-user mode, which asks for none: after a restore, or when the password file was lost. The file
 * comes last: a start that is killed before it finds none again, and not one that does not fit.
 */
async function resetPassword(folder: StateFolder, runtime: Runtime): Promise<string> {
  const password = inventPassword();
  await runSingleUser(runtime, folder.data, DATABASE, `ALTER ROLE ${ROLE} PASSWORD '${password}'`);
  keepPassword(folder, runtime.account, password);
  return password;
}

/**
 * The text of statements has every alphabet in it, so characters are classed by Unicode, but compared by code point: the builtin provider
 * does both the same on every machine, where libc and ICU change their order between versions and so break indexes. pg_trgm and the text
 * search parser still ask libc what a letter is, hence lc_ctype; where C.UTF-8 does not exist (macOS), en_US.UTF-8 does.
 */
async function initialise(folder: StateFolder, runtime: Runtime, durable: boolean): Promise<void> {
  const draft = draftOf(folder);
  const locales = ['C.UTF-8', 'en_US.UTF-8'];
  for (const [index, locale] of locales.entries()) {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    if (runtime.account) chownSync(draft, runtime.account.uid, runtime.account.gid);
    try {
      await runProgram(runtime, 'initdb', [
        ...['--pgdata', draft, '--username', ROLE, '--pwfile', folder.password, '--auth', 'scram-sha-256'],
        ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
        ...['--locale', 'C', '--lc-ctype', locale, '--text-search-config', 'english'],
        ...(durable ? [] : ['--no-sync']),
      ]);
      break;
    } catch (error) {
      const last = index === locales.length - 1;
      if (last || !/locale/.test(String(error))) throw error;
    }
  }
  // One database for all of Earshot: made here, because CREATE DATABASE on a running server would cost a checkpoint at each first start.
  await runSingleUser(runtime, draft, 'template1', `CREATE DATABASE ${DATABASE} OWNER ${ROLE}`);
  renameSync(draft, folder.data);
}
