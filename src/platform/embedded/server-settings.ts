import { totalmem } from 'node:os';

const MIB = 1024 * 1024;

/** `durable` false gives up crash safety for speed: for tests, whose data nobody wants back. */
export interface ServerSettingOptions {
  readonly port: number;
  readonly durable: boolean;
}

/**
 * Given on the command line and not in postgresql.conf, so that they are those of this version of Earshot whatever version made the cluster.
 * A user's own wishes go into postgresql.auto.conf (ALTER SYSTEM) for everything not named here.
 */
export function serverArguments(options: ServerSettingOptions): string[] {
  const settings = { ...BASE, ...memory(), ...(options.durable ? {} : FLEETING), port: options.port };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const BASE = {
  // Nobody from outside: loopback only, and no socket file in a shared folder.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  // Compiling a plan costs more than any of Earshot's statements takes.
  jit: 'off',
  // The data fits into memory or lies on an SSD: index pages cost little more than the next page of a scan.
  random_page_cost: 1.1,
  // Imports write in bursts; fewer checkpoints means fewer full page images.
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  // A statement that is cancelled because its client has gone must notice soon.
  client_connection_check_interval: '2s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  lc_messages: 'C',
};

const FLEETING = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  // Nothing may change a plan between two runs of a test; tests that need statistics say ANALYZE.
  autovacuum: 'off',
  max_connections: 200,
};

/** An eighth of the machine's memory for Postgres' own cache, within bounds that suit a laptop and a server alike. */
function memory(): Record<string, string> {
  const total = Math.floor(totalmem() / MIB);
  const within = (min: number, value: number, max: number): string =>
    `${Math.floor(Math.min(max, Math.max(min, value)))}MB`;
  return {
    shared_buffers: within(64, total / 8, 1024),
    effective_cache_size: within(256, total / 2, 65_536),
    work_mem: within(4, total / 512, 32),
    maintenance_work_mem: within(64, total / 32, 512),
  };
}
