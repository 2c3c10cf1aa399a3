import type { Logger } from 'pino';

import { buildGraph } from '../api/schema';
import { syncCatalogue } from '../ingest/catalogue';
import { openIngest } from '../ingest/open-ingest';
import type { Config } from '../platform/config';
import { openApiKeyStore } from '../platform/database/api-key';
import { openKeyUse } from '../platform/database/key-use';
import { findPendingMigrations } from '../platform/database/pending-migrations';
import { READ_ONLY_WORDS, type WriteAccess } from '../platform/database/write-access';
import { Reader } from '../read/reader';
import { createAuthentication } from './auth/authenticate';
import { createKeyLookup, type KeySource } from './auth/key-lookup';
import type { Check } from './health';
import { serveGraph } from './serve';
import { gateWrites } from './write-gate';

export interface RunningServer {
  /** http://host:port */
  readonly url: string;
  /** Where /metrics is, if it has a port of its own. */
  readonly metricsUrl: string | null;
  /**
   * Lets what is in flight finish, then lets go of the port and the database. `notice`: milliseconds before that, in which it goes on
   * answering and says that it is about to stop.
   */
  close(notice?: number): Promise<void>;
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
    onAccess: (access) => void followAccess(databaseUrl, access, log),
  });
  const keys = openApiKeyStore(databaseUrl);
  const uses = openKeyUse(databaseUrl);
  const keySource: KeySource = {
    async find(digest) {
      const record = await keys.find(digest);
      if (record) uses.note(record.id);
      return record;
    },
    get isSilent() {
      return reader.isSilent;
    },
  };
  const ingest = openIngest(databaseUrl, {
    queue: config.importQueue,
    limitMs: config.mutationDeadline * WRITING,
    log,
  });
  const letGo = () => Promise.all([reader.close(), keys.close(), uses.close(), ingest.close()]);
  try {
    const authenticate = createAuthentication(createKeyLookup(keySource), config);
    const serving = await serveGraph({
      config,
      log,
      schema,
      executor: reader,
      authenticate,
      ingest: gateWrites(ingest, () => reader.access),
      checks: [checkMigrations(databaseUrl)],
    });
    return {
      url: serving.url,
      metricsUrl: serving.metricsUrl,
      async close(notice) {
        await serving.close(notice);
        await letGo();
      },
    };
  } catch (error) {
    // Most often the port is taken; nothing may keep the process alive then.
    await letGo();
    throw error;
  }
}

/** The share of a mutation's time that its writing may take: who waits shall be told what became of it, and not only that time is over. */
const WRITING = 0.9;

/** A database that can be written to again, or for the first time, gets what its start would have written. */
async function followAccess(databaseUrl: string, access: WriteAccess, log: Logger): Promise<void> {
  if (access) {
    log.warn(`the database is read-only: ${READ_ONLY_WORDS[access]}; mutations are refused`);
    return;
  }
  log.info('the database can be written to; mutations are taken');
  try {
    await syncCatalogue(databaseUrl);
  } catch (error) {
    log.error({ err: error }, 'the catalogue of topics and metrics could not be written; the next start will');
  }
}

/** A schema that is complete stays so while nobody migrates down; asking is too dear for every probe. */
const COMPLETE_MS = 60_000;

function checkMigrations(databaseUrl: string): Check {
  let completeUntil = 0;
  return async () => {
    if (performance.now() < completeUntil) return { ready: true };
    const pending = await findPendingMigrations(databaseUrl);
    if (pending.length > 0) return { ready: false, reason: `${pending.length} migrations have not run` };
    completeUntil = performance.now() + COMPLETE_MS;
    return { ready: true };
  };
}
