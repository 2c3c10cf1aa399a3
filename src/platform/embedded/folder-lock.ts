import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { identifyProcess, isRunning, type ProcessIdentity } from '../process-identity';

/** Who holds a state folder, as written into its lock. */
export interface Holder extends ProcessIdentity {
  readonly since: string;
}

export interface FolderLock {
  release(): void;
}

/**
 * One holder per folder, also when two start at the same moment, and free again after kill -9. Node has no flock, so the lock is a row of
 * numbered files: the highest number holds. Taking over from a dead holder means creating the next number, which the file system grants to
 * exactly one; the highest file is never deleted except by the one above it, so a number never comes back to life. Removing a stale lock
 * file and making a new one under the same name would have let a slow second process remove the first one's fresh lock.
 */
export function takeFolderLock(folder: string): FolderLock | Holder {
  const draft = join(folder, `lock.draft-${process.pid}`);
  const me: Holder = { ...identifyProcess(process.pid), since: new Date().toISOString() };
  writeFileSync(draft, JSON.stringify(me), { mode: 0o644 });
  try {
    for (;;) {
      const top = highest(folder);
      const holder = top === 0 ? null : readHolder(folder, top);
      if (holder && isRunning(holder)) return holder;
      if (!create(draft, join(folder, `lock.${top + 1}`))) continue;
      // Between reading and creating, others may have gone several numbers ahead.
      if (highest(folder) === top + 1) return hold(folder, top + 1);
      rmSync(join(folder, `lock.${top + 1}`), { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

export function readFolderHolder(folder: string): Holder | null {
  const top = highest(folder);
  const holder = top === 0 ? null : readHolder(folder, top);
  return holder && isRunning(holder) ? holder : null;
}

function hold(folder: string, number: number): FolderLock {
  for (const old of numbers(folder)) if (old < number) rmSync(join(folder, `lock.${old}`), { force: true });
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      // Emptied, not deleted: see above. Renamed into place, since a half-written file would read as free to somebody else.
      const empty = join(folder, `lock.draft-${process.pid}`);
      try {
        writeFileSync(empty, '');
        renameSync(empty, join(folder, `lock.${number}`));
      } catch (error) {
        // The folder itself was removed, as tests do with theirs.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    },
  };
}

/** link(2) puts a file with its contents in place and fails where one is: nobody ever reads an unfinished lock. */
function create(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(folder: string, number: number): Holder | null {
  try {
    return JSON.parse(readFileSync(join(folder, `lock.${number}`), 'utf8'));
  } catch {
    return null;
  }
}

const numbers = (folder: string): number[] =>
  readdirSync(folder).flatMap((name) => {
    const [, digits] = /^lock\.(\d+)$/.exec(name) ?? [];
    return digits ? [Number(digits)] : [];
  });

const highest = (folder: string): number => Math.max(0, ...numbers(folder));
