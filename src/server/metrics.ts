import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

import type { PoolLoad } from './graph/executor';
import type { GraphqlRequest } from './graph/request';

export interface Metrics {
  /** Counts one GraphQL request that has been answered or refused; `seconds` is from its head to the end of its answer. */
  record(
    request: Pick<GraphqlRequest, 'executor' | 'outcome'>,
    seconds: number,
    statements: number,
    roundTrips: number,
  ): void;
  /** Counts one request that got no data; `code` is the error that decided its status. */
  countRefusal(code: string): void;
  /** In the text format of Prometheus. */
  print(): Promise<string>;
  readonly contentType: string;
}

/** From answers out of memory (under a millisecond) to the deadline. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const POOL_GAUGES: Record<string, readonly [help: string, read: (load: PoolLoad) => number]> = {
  pool_busy: ['Connections to the database that are reading.', (load) => load.busy],
  pool_waiting: ['Queries that wait for a connection.', (load) => load.waiting],
  database_silent: [
    '1 while the database gives no sign of life and queries are refused.',
    (load) => Number(load.isSilent),
  ],
  heartbeat_age_seconds: ['Since the last sign of life of the database.', (load) => load.heartbeatAgeMs / 1000],
};

export function createMetrics(
  inFlight: () => number,
  waitingBytes: () => number,
  poolLoad?: () => PoolLoad,
  memoryAge: () => number | undefined = () => undefined,
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'earshot_graphql_requests_total',
    help: 'GraphQL requests by the executor that answered them (none: refused before) and by outcome.',
    labelNames: ['executor', 'outcome'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'earshot_graphql_request_seconds',
    help: 'Time from the head of a GraphQL request to the end of its answer.',
    labelNames: ['executor'] as const,
    buckets: SECONDS,
    registers,
  });
  const refusals = new Counter({
    name: 'earshot_refusals_total',
    help: 'Requests that got no data, by the error code that decided their status.',
    labelNames: ['code'] as const,
    registers,
  });
  const statements = new Counter({
    name: 'earshot_sql_statements_total',
    help: 'SQL statements sent for queries.',
    registers,
  });
  const roundTrips = new Counter({
    name: 'earshot_sql_round_trips_total',
    help: 'Times that a query waited for the database.',
    registers,
  });
  new Gauge({
    name: 'earshot_requests_in_flight',
    help: 'GraphQL requests in work.',
    registers,
    collect() {
      this.set(inFlight());
    },
  });
  new Gauge({
    name: 'earshot_waiting_bytes',
    help: 'Bytes of answers that wait for their readers.',
    registers,
    collect() {
      this.set(waitingBytes());
    },
  });
  if (poolLoad) {
    for (const [name, [help, read]] of Object.entries(POOL_GAUGES)) {
      new Gauge({
        name: `earshot_${name}`,
        help,
        registers,
        collect() {
          this.set(read(poolLoad()));
        },
      });
    }
    new Counter({
      name: 'earshot_reruns_total',
      help: 'Queries run again because their connection to the database was lost.',
      registers,
      collect() {
        this.reset();
        this.inc(poolLoad().reruns);
      },
    });
  }
  if (memoryAge() !== undefined) {
    new Gauge({
      name: 'earshot_reference_age_seconds',
      help: 'Time since reference nodes in memory were last known to hold all that was committed.',
      registers,
      collect() {
        this.set(memoryAge() ?? 0);
      },
    });
  }
  const counterOf = remember((...labels) => requests.labels(...labels));
  const timerOf = remember((...labels) => durations.labels(...labels));

  return {
    contentType: registry.contentType,
    print: () => registry.metrics(),
    countRefusal: (code) => refusals.inc({ code }),
    record({ executor, outcome }, seconds, statementCount, roundTripCount) {
      counterOf(executor, outcome).inc();
      timerOf(executor).observe(seconds);
      if (statementCount > 0) {
        statements.inc(statementCount);
        roundTrips.inc(roundTripCount);
      }
    },
  };
}

/** Looking a metric up by its labels costs more than counting, so each is looked up once; there are a handful of labels. */
function remember<T>(find: (...labels: string[]) => T): (...labels: string[]) => T {
  const found = new Map<string, T>();
  return (...labels) => {
    const key = labels.join(' ');
    let metric = found.get(key);
    if (metric === undefined) {
      metric = find(...labels);
      found.set(key, metric);
    }
    return metric;
  };
}
