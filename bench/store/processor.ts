import { readFileSync } from 'node:fs';
import type { Client } from 'pg';

/** Microseconds of processor so far: of this process, and of the connection's server where that can be seen (Linux, the same machine). */
export interface Spent {
  readonly here: number;
  readonly postgres: number | null;
}

/** It hardly changes with what else the machine does, as seconds do. */
export async function readSpent(client: Client): Promise<Spent> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const { user, system } = process.cpuUsage();
  return { here: user + system, postgres: ofProcess(rows[0]!.pid) };
}

function ofProcess(pid: number): number | null {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('postgres')) return null;
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1_000;
  } catch {
    return null;
  }
}
