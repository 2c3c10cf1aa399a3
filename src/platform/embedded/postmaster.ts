import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { OperatorError } from '../operator-error';
import { isAlive } from '../process-identity';
import { guard } from './guard';
import { findPostmaster, type Postmaster } from './postmaster-file';
import { CLEAN_ENVIRONMENT, programOf, type Runtime } from './run';
import { serverArguments } from './server-settings';
import type { StateFolder } from './state-folder';

const START_DEADLINE = 120_000; // ms; recovery after a kill in the middle of a large import takes its time
const STOP_DEADLINE = 30_000; // ms
const LOG_LIMIT = 10 * 1024 * 1024; // bytes

export interface RunningPostmaster {
  readonly port: number;
  /** Resolves when it ends, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export async function startPostmaster(
  folder: StateFolder,
  runtime: Runtime,
  durable: boolean,
): Promise<RunningPostmaster> {
  const deadline = performance.now() + START_DEADLINE;
  for (;;) {
    const started = await tryToStart(folder, runtime, durable, deadline);
    if (typeof started !== 'string') return started;
    // Two faults pass by themselves: somebody took the port meanwhile, and the children of a killed Postgres need a moment to notice.
    const passing = /Address already in use|could not create any TCP|pre-existing shared memory|lock file/.test(
      started,
    );
    if (!passing || performance.now() > deadline) throw failedToStart(folder, started);
    await sleep(200);
  }
}

async function tryToStart(folder: StateFolder, runtime: Runtime, durable: boolean, deadline: number) {
  rotate(folder.log);
  const port = await findFreePort();
  const log = openSync(folder.log, 'a', 0o600);
  const said = statSync(folder.log).size;
  const child = spawn(programOf(runtime, 'postgres'), ['-D', folder.data, ...serverArguments({ port, durable })], {
    cwd: runtime.folder,
    env: CLEAN_ENVIRONMENT,
    stdio: ['ignore', log, log],
    // Its own process group: Ctrl-C in the terminal is for Earshot alone, which first lets its own requests finish.
    detached: true,
    ...runtime.account,
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await untilSpawned(child, runtime);
  const release = guard(child.pid!, runtime);
  void ended.then(release);
  while (child.exitCode === null && child.signalCode === null && performance.now() < deadline) {
    if (findPostmaster(folder.data)?.ready) {
      child.unref();
      return { port, ended, stop: () => stop(child, ended) };
    }
    await sleep(20);
  }
  if (child.exitCode === null && child.signalCode === null) await stop(child, ended);
  return readFileSync(folder.log).subarray(said).toString('utf8');
}

/** Fast shutdown: open transactions are rolled back and everything is written. It is awaited, so nothing is left running behind. */
async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGQUIT'), STOP_DEADLINE);
  await ended;
  clearTimeout(late);
}

/** Ends a Postgres that outlived its Earshot (both killed hard, or only Earshot). It shuts down in order, so nothing has to be recovered. */
export async function stopOrphan(data: string, orphan: Postmaster): Promise<void> {
  signal(orphan.pid, 'SIGINT');
  for (let waited = 0; findPostmaster(data)?.pid === orphan.pid && isAlive(orphan.pid); waited += 50) {
    if (waited === STOP_DEADLINE) signal(orphan.pid, 'SIGQUIT');
    if (waited > 2 * STOP_DEADLINE) {
      throw new OperatorError(
        'busy',
        `A Postgres (process ${orphan.pid}) still runs on ${data} and does not stop. End it, then start again.`,
      );
    }
    await sleep(50);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function untilSpawned(child: ChildProcess, runtime: Runtime): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) =>
      reject(
        new OperatorError('database', `${programOf(runtime, 'postgres')} cannot be run: ${cause.message}`, { cause }),
      ),
    );
  });
}

function failedToStart(folder: StateFolder, said: string): OperatorError {
  const tail = said.trim().split('\n').slice(-12).join('\n');
  return new OperatorError(
    'database',
    `The embedded Postgres did not start. Its log ${folder.log} ends with:\n${tail}\nTo go on without it, set DATABASE_URL to a Postgres of your own.`,
  );
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function rotate(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(file, `${file}.old`);
}
