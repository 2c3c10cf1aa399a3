import type { Logger } from 'pino';

import { buildGraph } from '../api/schema';
import { openIngest } from '../ingest/open-ingest';
import type { Config } from '../platform/config';
import { openApiKeyStore } from '../platform/database/api-key';
import { readMigrationStatus } from '../platform/database/migrate';
import { Reader } from '../read/reader';
import { createAuthentication } from './auth/authenticate';
import { createKeyLookup, type KeySource } from './auth/key-lookup';
import type { Check } from './health';
import { serveGraph } from './serve';

export interface RunningServer {
  /** http://host:port */
  readonly url: string;
  /** Lets what is in flight finish, then lets go of the port and the database. */
  close(): Promise<void>;
}

/** The whole server: the graph, the reader that answers it, and the HTTP in front. */
export async function startServer({
  config,
  databaseUrl,
  log,
}: {
  config: Config;
  databaseUrl: string;
  log: Logger;
}): Promise<RunningServer> {
  const schema = buildGraph();
  const reader = await Reader.open({
    databaseUrl,
    log,
    schema,
    poolSize: config.poolSize,
    queue: config.poolQueue,
    // A statement that outlives its query's deadline works for nobody.
    statementTimeoutMs: Math.min(config.statementTimeout, config.deadline),
    connectMs: config.connectTimeout,
    heartbeatMs: config.heartbeat,
    patienceMs: config.rerunWithin,
    referenceBudget: config.referenceBudget,
    referenceAgeMs: config.referenceAge,
  });
  const keys = openApiKeyStore(databaseUrl);
  const keySource: KeySource = {
    find: keys.find,
    get isSilent() {
      return reader.isSilent;
    },
  };
  try {
    const authenticate = createAuthentication(createKeyLookup(keySource), config);
    const serving = await serveGraph({
      config,
      log,
      schema,
      executor: reader,
      authenticate,
      ingest: openIngest(databaseUrl),
      checks: [checkMigrations(databaseUrl)],
    });
    return {
      url: serving.url,
      async close() {
        await serving.close();
        await Promise.all([reader.close(), keys.close()]);
      },
    };
  } catch (error) {
    // Most often the port is taken; nothing may keep the process alive then.
    await Promise.all([reader.close(), keys.close()]);
    throw error;
  }
}

/** A schema that is complete stays so while nobody migrates down; asking is too dear for every probe. */
const COMPLETE_MS = 60_000;

function checkMigrations(databaseUrl: string): Check {
  let completeUntil = 0;
  return async () => {
    if (performance.now() < completeUntil) return { ready: true };
    const pending = (await readMigrationStatus(databaseUrl)).filter(({ applied }) => !applied);
    if (pending.length > 0) return { ready: false, reason: `${pending.length} migrations have not run` };
    completeUntil = performance.now() + COMPLETE_MS;
    return { ready: true };
  };
}
