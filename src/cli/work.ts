import { type Config, readConfig, readEnvironment } from '../platform/config';
import { joinDatabase, type RunningDatabase } from '../platform/database/open-database';
import { createLog, type Logger } from '../platform/log';

export interface Surroundings {
  readonly config: Config;
  readonly log: Logger;
}

export function readSurroundings(): Surroundings {
  const config = readConfig(readEnvironment());
  return { config, log: createLog(config) };
}

/** Runs a command's work beside the Earshot that serves, or on a database started for it alone, which is stopped afterwards. */
export async function withDatabase<T>(
  work: (database: RunningDatabase, surroundings: Surroundings) => Promise<T>,
  surroundings: Surroundings = readSurroundings(),
): Promise<T> {
  const database = await joinDatabase(surroundings.config, surroundings.log);
  try {
    return await work(database, surroundings);
  } finally {
    await database.stop();
  }
}
