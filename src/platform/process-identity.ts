import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * A process as it can be recognised later. The number alone is not enough: after kill -9 or a restart of the machine the kernel gives it
 * to somebody else, and a lock that trusts the number would then be held for ever.
 */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in whatever form the platform tells it; null where it tells nothing. */
  readonly startedAt: string | null;
}

export function identifyProcess(pid: number): ProcessIdentity {
  return { pid, startedAt: startOf(pid) };
}

export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return isAlive(pid) && (startedAt === null || startOf(pid) === startedAt);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return stateOf(pid) !== 'Z';
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The folder that a process works in, else its command line: what tells one Postgres from another. Null where neither can be seen. */
export function whereaboutsOf(pid: number): { folder: string | null; command: string } | null {
  try {
    if (process.platform !== 'linux') {
      return { folder: null, command: execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }) };
    }
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { folder: readFolder(pid), command };
  } catch {
    return null;
  }
}

/** Another user's process shows its command line, but not its folder. */
function readFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** On Linux the boot's id and the clock ticks since boot (field 22 of proc(5) stat), elsewhere what `ps` says. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return `${boot}/${statOf(pid)[19]}`;
    }
    if (process.platform === 'win32') return null;
    return execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** A killed child that its parent has not yet collected still has a number, but holds nothing any more. */
function stateOf(pid: number): string | null {
  try {
    return process.platform === 'linux' ? (statOf(pid)[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** Fields of stat from the third on: the second is the name in brackets, which may hold blanks and brackets itself. */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
