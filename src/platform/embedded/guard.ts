import { spawn } from 'node:child_process';

import { CLEAN_ENVIRONMENT, type Runtime } from './run';

/**
 * A Postgres whose Earshot was killed hard must not run on for ever. A tiny shell waits on a pipe that only this process holds open: when it
 * closes without a word, its holder has gone, and Postgres is asked to shut down. Postgres is in a process group of its own, so neither the
 * terminal nor a killed group ends it for us. Returns what calls the guard off.
 */
export function guard(pid: number, runtime: Runtime): () => void {
  // On Windows there is no such shell; the next start finds the orphan and ends it.
  if (process.platform === 'win32') return () => {};
  const child = spawn('/bin/sh', ['-c', 'read -r word; [ "$word" = done ] || kill -INT "$0"', String(pid)], {
    cwd: '/',
    env: CLEAN_ENVIRONMENT,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    ...runtime.account,
  });
  // A machine without /bin/sh runs unguarded, which the next start mends as well.
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  return () => child.stdin.end('done\n');
}
