import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export const REGISTER = join(__dirname, 'register.cjs');
export const MAIN = join(__dirname, '../../src/main.ts');

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
  /** Milliseconds after which the command and its children are killed hard. */
  readonly killAfter?: number;
}

/** Runs a command as a process of its own, with the settings of `env` alone. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const child = startCli(args, options.env);
  child.stdin?.end(options.input ?? '');
  const timer = options.killAfter && setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), options.killAfter);
  const result = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => {
    result.stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    result.stderr += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  const json = args.includes('--json') && code === 0 ? JSON.parse(result.stdout) : null;
  return { code, ...result, json };
}

/** In a process group of its own, so that a test can kill it with what it has started. */
export function startCli(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(
    process.execPath,
    ['--require', REGISTER, MAIN, ...args],
    // Away from the clone, whose .env is somebody's own.
    { cwd: '/', env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...env }, detached: true },
  );
}
