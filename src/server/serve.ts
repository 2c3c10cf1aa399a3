import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';

import { ANYBODY, demandScope } from '../api/caller';
import type { Ingest } from '../ingest/ingest';
import type { Config } from '../platform/config';
import { EarshotError } from '../platform/errors';
import type { Authenticate } from './auth/authenticate';
import { createExplorer } from './explorer/explorer';
import { createAdmission } from './graph/admission';
import { startApollo } from './graph/apollo';
import { createGraphqlEndpoint } from './graph/endpoint';
import type { Executor } from './graph/executor';
import { type Check, createHealth } from './health';
import { createHostPolicy } from './http/host-policy';
import { createListener, drain, listen } from './http/listener';
import { createOriginPolicy } from './http/origin-policy';
import { Outbox } from './http/outbox';
import { RefusalLog } from './http/refusal-log';
import { createMetrics } from './metrics';
import { chargeRefusals, createRateLimit } from './rate-limit';
import { createHandler, createMetricsHandler } from './routes';

export interface ServeOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  /** Absent: nothing can be written through this server. */
  readonly ingest?: Ingest;
  /** Absent: everybody may ask, and nobody is known. */
  readonly authenticate?: Authenticate;
  /** What has to be so, beside the executor's own health, before /ready says yes. */
  readonly checks?: readonly Check[];
  /** Where the build has put the explorer. */
  readonly explorerFolder?: string;
}

export interface Serving {
  readonly url: string;
  /** Where /metrics is, if it has a port of its own. */
  readonly metricsUrl: string | null;
  /** `notice`: milliseconds in which it goes on answering, and tells balancers and clients that it is about to stop. */
  close(notice?: number): Promise<void>;
}

/** Serves a graph over HTTP, whatever it is about and whoever executes it. */
export async function serveGraph({
  config,
  log,
  schema,
  executor,
  ingest = READ_ONLY,
  authenticate = async () => ANYBODY,
  checks = [],
  explorerFolder,
}: ServeOptions): Promise<Serving> {
  const apollo = await startApollo(schema, executor, log, config.maxTokens);
  const refusals = new RefusalLog(log);
  const outbox = new Outbox(config, refusals);
  const metrics = createMetrics(
    () => endpoint.inFlight,
    () => outbox.bytes,
    executor.load?.bind(executor),
    () => executor.memoryAge,
  );
  const health = createHealth([() => executor.health(), ...checks]);
  const rateLimit = createRateLimit(config, log);
  const identify = chargeRefusals(authenticate, rateLimit);
  const endpoint = createGraphqlEndpoint({
    apollo,
    authenticate: identify,
    executor,
    ingest,
    admit: createAdmission(schema, config),
    rateLimit,
    outbox,
    metrics,
    config,
    log,
  });
  const hosts = createHostPolicy(config, refusals);
  const handle = createHandler({
    endpoint,
    outbox,
    explorer: createExplorer(explorerFolder ?? EXPLORER_FOLDER, { allowsSandbox: config.corsSandbox }),
    health,
    metrics,
    offersMetrics: config.metrics && config.metricsPort === undefined,
    async admitToMetrics(request) {
      if (config.requireKey) demandScope(await identify(request), 'metrics', 'Reading the metrics');
    },
    hosts,
    origins: createOriginPolicy(config, refusals),
    log,
  });
  const listener = createListener(config, handle);
  const url = await listen(listener, config.port, config.host);
  const aside =
    config.metrics && config.metricsPort !== undefined
      ? createListener(config, createMetricsHandler({ metrics, hosts, log }))
      : null;
  const metricsUrl =
    aside &&
    (await listen(aside, config.metricsPort ?? 0, config.host, 'EARSHOT_METRICS_PORT').catch((error: unknown) => {
      listener.close();
      throw error;
    }));
  if (metricsUrl) log.info({ url: `${metricsUrl}/metrics` }, 'metrics have a port of their own');
  let closing: Promise<void> | undefined;

  async function close(notice: number): Promise<void> {
    health.startDraining();
    if (notice > 0) await sleep(notice);
    await drain(listener, config.drainTimeout, Math.min(notice, LINGER_MS));
    // Last, so that the end can be watched.
    if (aside) await drain(aside, config.drainTimeout, 0);
    await apollo.stop();
  }

  return {
    url,
    metricsUrl,
    close: (notice = 0) => {
      closing ??= close(notice);
      return closing;
    },
  };
}

/** Longer than a question takes from a client to here. */
const LINGER_MS = 1_000;

const refuseWrite = async (): Promise<never> => {
  throw new EarshotError('FORBIDDEN', 'This server only reads.');
};
const READ_ONLY: Ingest = { importDocument: refuseWrite, correctSpeaker: refuseWrite };

/** From the sources and from the build alike, three folders up is where dist/ stands, or what dist/ holds. */
const ROOT = join(__dirname, '..', '..');
const EXPLORER_FOLDER = ROOT.endsWith('dist') ? join(ROOT, 'explorer') : join(ROOT, 'dist', 'explorer');
