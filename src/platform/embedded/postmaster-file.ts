import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { isAlive, whereaboutsOf } from '../process-identity';

/** What a running Postgres writes into postmaster.pid of its data directory: pid, directory, start, port, …, and its state on line 8. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The Postgres that runs on this data directory, or null. A file left by one that was killed counts as null. */
export function findPostmaster(data: string): Postmaster | null {
  const lines = readLines(data);
  const pid = Number(lines?.[0]);
  if (!lines || !pid || !isAlive(pid) || !isPostgresOf(pid, data)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Takes away the file of a dead Postgres whose number now belongs to a stranger: Postgres itself only asks whether the number is alive and
 * would refuse to start. Only for the holder of the folder's lock.
 */
export function clearPostmasterFile(data: string): void {
  if (readLines(data) && !findPostmaster(data)) rmSync(join(data, 'postmaster.pid'), { force: true });
}

function isPostgresOf(pid: number, data: string): boolean {
  const where = whereaboutsOf(pid);
  // Cannot be looked at: believing that it runs is the safe mistake, since starting a second one is not.
  if (!where) return isAlive(pid);
  return where.folder === null ? /postgres/.test(where.command) && where.command.includes(data) : where.folder === data;
}

function readLines(data: string): string[] | null {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
}
