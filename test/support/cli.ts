import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliSession } from './cli-session';
import { endOf, waitUntil } from './wait-until';

export const REGISTER = join(__dirname, 'register.cjs');
export const MAIN = join(__dirname, '../../src/main.ts');
/** For a command's whole work, ms: some take long inputs in. */
const PATIENCE = 280_000;

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever a command printed
  readonly json: any;
}

export interface CliOptions {
  readonly env?: Record<string, string>;
  readonly input?: string;
  /** Kills the command and its children hard, so many milliseconds after something has come true. */
  readonly killAfter?: { readonly isTrue: () => boolean; readonly ms: number };
  /**
   * In a process of its own, where that is what is tested; what is fed or killed always is. Left out, so is what has a state folder: a
   * database that a command leaves running would be its process' own.
   */
  readonly alone?: boolean;
}

let session: CliSession | null = null;

/** Whether somebody tells when a file's tests are over; elsewhere nobody would end a shared process. */
const isTest = 'afterAll' in globalThis;
if (isTest) afterAll(() => session?.end());

/** Runs a command with the settings of `env` alone, in a process that the commands of a test file share. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const isOwn = !isTest || (options.alone ?? options.env?.EARSHOT_HOME !== undefined);
  if (isOwn || options.input !== undefined || options.killAfter) return runAlone(args, options);
  if (!session || session.isOver) session = new CliSession(REGISTER);
  return withJson(args, await session.run(args, settingsOf(options.env)));
}

async function runAlone(args: readonly string[], options: CliOptions): Promise<CliResult> {
  const child = startCli(args, options.env);
  child.stdin?.end(options.input ?? '');
  const killed = options.killAfter && killLater(child, options.killAfter);
  const result = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => {
    result.stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    result.stderr += chunk;
  });
  const code = await endOf(child, PATIENCE);
  await killed;
  return withJson(args, { code, ...result });
}

const withJson = (args: readonly string[], result: Omit<CliResult, 'json'>): CliResult => ({
  ...result,
  json: args.includes('--json') && result.code === 0 ? JSON.parse(result.stdout) : null,
});

const settingsOf = (env: Record<string, string> = {}): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  LOG_LEVEL: 'warn',
  EARSHOT_STOP_DELAY: '0ms',
  ...env,
});

async function killLater(child: ChildProcess, { isTrue, ms }: NonNullable<CliOptions['killAfter']>): Promise<void> {
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  await waitUntil('the moment to kill a command', () => isOver() || isTrue(), PATIENCE);
  await sleep(isOver() ? 0 : ms);
  if (!isOver()) killGroup(child);
}

/** With what it has started; one that has just ended by itself is gone already. */
function killGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** In a process group of its own, so that a test can kill it with what it has started. */
export function startCli(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(
    process.execPath,
    ['--require', REGISTER, MAIN, ...args],
    // Away from the clone, whose .env is somebody's own.
    { cwd: '/', env: settingsOf(env), detached: true },
  );
}
