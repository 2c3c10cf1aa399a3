import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What happens in another process, on a port or on a disk happens when it does: a test that looks once passes where it happens to be quick.
 * Everything of that kind is waited for here, with a bound that only a fault reaches (ms; below that of most tests, so that the failure
 * names what was waited for).
 */
const PATIENCE = 20_000;
const BETWEEN_LOOKS = 10; // ms

/** Looks until there is something true to see, and returns it. */
export async function waitUntil<T>(
  what: string,
  look: () => T | Promise<T>,
  patience = PATIENCE,
): Promise<NonNullable<T>> {
  const started = performance.now();
  for (;;) {
    const seen = await within(what, Promise.resolve(look()), patience);
    if (seen) return seen;
    if (performance.now() - started > patience) throw late(what, patience);
    await sleep(BETWEEN_LOOKS);
  }
}

/** The promise's outcome, or a failure that names it when that does not come in time. */
export async function within<T>(what: string, promise: Promise<T>, patience = PATIENCE): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late(what, patience)), patience);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** A process' first whole line, which may come in pieces; a process that ends without one says so with its complaints. */
export async function firstLineOf(child: ChildProcess, patience = 2 * PATIENCE): Promise<string> {
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  const lines = createInterface({ input: child.stdout! });
  const line = once(lines, 'line').then(([text]) => text as string);
  const ended = once(child, 'close').then(([code]) => {
    throw new Error(`ended with ${code} before its first line: ${complaints}`);
  });
  // Whichever comes second is no fault of anybody.
  ended.catch(() => {});
  try {
    return await within('the first line of a process', Promise.race([line, ended]), patience);
  } finally {
    lines.close();
    // What follows is read by nobody, and must not stop the process by filling its pipe.
    child.stdout?.resume();
  }
}

/** The exit code of a process whose output has been read to its end; null when a signal ended it. */
export async function endOf(child: ChildProcess, patience = 2 * PATIENCE): Promise<number | null> {
  const isOver = child.exitCode !== null || child.signalCode !== null;
  if (isOver && (child.stdout?.closed ?? true) && (child.stderr?.closed ?? true)) return child.exitCode;
  const [code] = await within('the end of a process', once(child, 'close'), patience);
  return code as number | null;
}

function late(what: string, patience: number): Error {
  return new Error(`${what}: not within ${patience / 1_000} s`);
}
