import type { Config } from '../config';
import { findEmbedded, startEmbedded } from '../embedded/embedded';
import type { Logger } from '../log';
import { checkServerVersion } from './server-version';

export interface RunningDatabase {
  readonly url: string;
  readonly embedded: boolean;
  /** Resolves when an embedded Postgres ends, on purpose or not; never for a server of somebody else's. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

type DatabaseConfig = Pick<Config, 'databaseUrl' | 'home'>;

/** The database to work on: the one of DATABASE_URL, else the embedded one, started for us alone. */
export async function openDatabase(config: DatabaseConfig, log: Logger): Promise<RunningDatabase> {
  if (config.databaseUrl) {
    await checkServerVersion(config.databaseUrl);
    return borrow(config.databaseUrl, false);
  }
  const server = await startEmbedded({ home: config.home, log });
  return { ...server, embedded: true };
}

/** For commands: joins the embedded server that a running Earshot holds, and starts it only when there is none. */
export async function joinDatabase(config: DatabaseConfig, log: Logger): Promise<RunningDatabase> {
  const running = config.databaseUrl ? null : findEmbedded(config.home);
  return running ? borrow(running, true) : openDatabase(config, log);
}

const borrow = (url: string, embedded: boolean): RunningDatabase => ({
  url,
  embedded,
  ended: new Promise(() => {}),
  stop: async () => {},
});
