import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { OperatorError } from '../operator-error';
import type { Account } from './account';

/** Where Postgres' programs are and who runs them. */
export interface Runtime {
  readonly folder: string;
  readonly account: Account | null;
}

/** Postgres reads PG* variables and the locale from its environment; what the user has set for psql must not leak into it. */
export const CLEAN_ENVIRONMENT: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };

export const programOf = (runtime: Runtime, name: string): string => join(runtime.folder, 'bin', name);

/** Runs one of Postgres' programs to its end; its words become the error when it fails. */
export function runProgram(runtime: Runtime, name: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(programOf(runtime, name), args, {
      cwd: runtime.folder,
      env: CLEAN_ENVIRONMENT,
      ...runtime.account,
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (cause) => reject(cannotRun(runtime, name, cause)));
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new OperatorError('database', `${name} failed (exit ${code}):\n${output.trim()}`));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** One statement without a running server and without a password. Postgres leaves with 0 here whatever the statement did. */
export async function runSingleUser(runtime: Runtime, data: string, database: string, sql: string): Promise<void> {
  const said = await runProgram(runtime, 'postgres', ['--single', '-D', data, database], `${sql}\n`);
  const fault = said.split('\n').find((line) => /\b(ERROR|FATAL|PANIC):/.test(line));
  if (fault) throw new OperatorError('database', `Postgres could not prepare ${data}: ${fault}`);
}

function cannotRun(runtime: Runtime, name: string, cause: NodeJS.ErrnoException): OperatorError {
  const who = runtime.account ? `the user with the number ${runtime.account.uid}` : 'this user';
  const why =
    cause.code === 'EACCES'
      ? `${who} cannot reach ${programOf(runtime, name)}. Set EARSHOT_HOME to a folder that ${who} may enter, such as ` +
        '/var/lib/earshot, on a file system that allows programs to run'
      : cause.message;
  return new OperatorError(
    'database',
    `${name} cannot be run: ${why}. Or set DATABASE_URL to a Postgres of your own.`,
    {
      cause,
    },
  );
}
