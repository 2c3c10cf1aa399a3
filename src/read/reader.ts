import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { Heartbeat } from '../platform/database/heartbeat';
import type { WriteAccess } from '../platform/database/write-access';
import { EarshotError } from '../platform/errors';
import type { LongText } from '../platform/long-text';
import type { StopSignal } from '../platform/stop';
import { ClientPool } from './client-pool';
import { FragmentCache } from './fragments';
import { Operation, type Trace } from './operation';
import { PlanCache } from './plan/compile';
import { executeSafely, type Memory } from './plan/execute';
import { ReferenceListener } from './reference/listener';
import { ReferenceStore } from './reference/store';
import { STALE_MEMORY, type ToldWarning } from './warning';

export type { Operation } from './operation';
export type { ToldWarning } from './warning';

export interface ReaderOptions {
  readonly databaseUrl: string;
  readonly log: Logger;
  readonly schema: GraphQLSchema;
  /** Connections that read; default 8. */
  readonly poolSize?: number;
  /** Operations that may wait for one; default 256. */
  readonly queue?: number;
  /** Default 10 s. */
  readonly statementTimeoutMs?: number;
  /** For making a connection; default 2 s. */
  readonly connectMs?: number;
  /** Between two questions whether the database answers at all; default 500 ms. */
  readonly heartbeatMs?: number;
  /** How long an operation whose connection was lost may wait for another one; default 1 s, 0: it fails. */
  readonly patienceMs?: number;
  /** Bytes for each kind of reference node that may outgrow memory; default 64 MiB. */
  readonly referenceBudget?: number;
  /** How old memory may be, in milliseconds, before the reader is not ready and its answers say so; default 5 s. */
  readonly referenceAgeMs?: number;
  /** Told when the database becomes read-only, or writable again; at the start only of the former. */
  readonly onAccess?: (access: WriteAccess) => void;
}

/** The answer's `data` as JSON text. */
export interface Answer {
  readonly text: LongText;
  readonly warnings: readonly ToldWarning[];
}

/** What is wrong with one field of a question. */
const REFUSED_AT_A_PATH: ReadonlySet<string> = new Set(['BAD_USER_INPUT', 'AMBIGUOUS', 'UNAUTHENTICATED', 'FORBIDDEN']);

/** For the question whether a query can be answered; ms. */
const HEALTH_MS = 2_000;

/** Reads the graph from one database. */
export class Reader {
  readonly #plans: PlanCache;
  readonly #memory: Memory;
  readonly counters = { compiled: 0, walked: 0 };

  private constructor(
    readonly schema: GraphQLSchema,
    readonly store: ReferenceStore,
    readonly pool: ClientPool,
    private readonly listener: ReferenceListener,
    private readonly heartbeat: Heartbeat,
  ) {
    this.#plans = new PlanCache(schema);
    this.#memory = { schema, store, fragments: new FragmentCache() };
  }

  static async open(options: ReaderOptions): Promise<Reader> {
    const store = new ReferenceStore(options.referenceBudget ?? 64 * 1024 * 1024);
    const listener = new ReferenceListener(
      options.databaseUrl,
      store,
      options.log,
      options.referenceAgeMs ?? 5_000,
      options.onAccess,
    );
    await listener.start();
    const { databaseUrl, log, connectMs = 2_000, heartbeatMs: intervalMs = 500 } = options;
    const heartbeat = new Heartbeat({ databaseUrl, log, intervalMs, connectMs });
    const pool = new ClientPool(
      {
        databaseUrl,
        connectMs,
        size: options.poolSize ?? 8,
        queue: options.queue ?? 256,
        statementTimeoutMs: options.statementTimeoutMs ?? 10_000,
        patienceMs: options.patienceMs ?? 1_000,
      },
      heartbeat,
    );
    heartbeat.start();
    return new Reader(options.schema, store, pool, listener, heartbeat);
  }

  /** The state of one request; whoever begins it ends it. */
  begin(signal?: StopSignal, trace?: Trace): Operation {
    const operation = new Operation(this.store, this.pool, signal, trace, () => this.listener.catchUp());
    if (this.listener.isStale) operation.warn(STALE_MEMORY);
    return operation;
  }

  /**
   * Answers a validated operation. Null: it is to be run by graphql-js on the same `operation`, because it cannot be
   * compiled or because the client has to be refused (graphql-js knows best how an error becomes a path and a null).
   */
  async answer(
    document: DocumentNode,
    operationName: string | undefined,
    variables: Record<string, unknown>,
    operation: Operation,
  ): Promise<Answer | null> {
    const coerced = this.#plans.variablesFor(document, operationName, variables);
    const plan = coerced && this.#plans.planFor(document, operationName, coerced);
    if (!coerced || !plan) {
      this.counters.walked++;
      return null;
    }
    try {
      const text = await executeSafely(plan, coerced, operation, this.#memory);
      this.counters.compiled++;
      return { text, warnings: await operation.tellWarnings() };
    } catch (error) {
      if (error instanceof EarshotError && REFUSED_AT_A_PATH.has(error.code)) {
        this.counters.walked++;
        return null;
      }
      throw error;
    }
  }

  /** True as soon as this process answers by all that was committed before the call; false where that cannot be said in time. */
  catchUp(): Promise<boolean> {
    return this.listener.catchUp();
  }

  /** Why the database cannot be written to, as of a second ago; null where it can. */
  get access(): WriteAccess {
    return this.listener.access;
  }

  /** Seconds since memory was last known to hold all that was committed. */
  get memoryAge(): number {
    return this.listener.age / 1_000;
  }

  /** Whether the database has given no sign of life for some time. */
  get isSilent(): boolean {
    return this.heartbeat.isSilent;
  }

  /** Connections at work, operations that wait for one or were run again, and when the database last gave a sign of life. */
  load(): { busy: number; waiting: number; reruns: number; isSilent: boolean; heartbeatAgeMs: number } {
    const { busy, waiting, reruns, isSilent } = this.pool;
    return { busy, waiting, reruns, isSilent, heartbeatAgeMs: this.heartbeat.ageMs };
  }

  /** Whether memory is kept true and a connection can be had that answers. */
  async health(): Promise<{ ready: boolean; reason?: string; mode?: 'read-only' }> {
    const { age, maxAge, access } = this.listener;
    if (age > maxAge) {
      return {
        ready: false,
        reason: `reference nodes could not be compared with the database for ${Math.floor(age / 1_000)} s`,
      };
    }
    // Given up in time, or a connection that has fallen silent under it would be held for good.
    const operation = this.begin(AbortSignal.timeout(HEALTH_MS));
    try {
      await operation.run([{ label: 'ready', text: 'SELECT 1', values: [] }], true);
      return access === null ? { ready: true } : { ready: true, mode: 'read-only' };
    } finally {
      operation.end();
    }
  }

  async close(): Promise<void> {
    await this.heartbeat.close();
    this.listener.close();
    await this.pool.close();
  }
}
