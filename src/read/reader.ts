import { type DocumentNode, type GraphQLSchema, getVariableValues } from 'graphql';
import type { Logger } from 'pino';
import { EarshotError } from '../platform/errors';
import { ClientPool } from './client-pool';
import { FragmentCache } from './fragments';
import { NeedLookup } from './need';
import { Operation, type Trace } from './operation';
import { Assembler } from './plan/assemble';
import { findOperation } from './plan/collect';
import { PlanCache } from './plan/compile';
import { Gatherer } from './plan/execute';
import { ReferenceListener } from './reference/listener';
import { ReferenceStore } from './reference/store';
import type { Warning } from './warning';

export type { Operation } from './operation';
export type { Warning } from './warning';

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
  /** Bytes for each kind of reference node that may outgrow memory; default 64 MiB. */
  readonly referenceBudget?: number;
}

/** The answer's `data` as JSON text. */
export interface Answer {
  readonly text: string;
  readonly warnings: readonly Warning[];
}

/** Reads the graph from one database. */
export class Reader {
  readonly #plans: PlanCache;
  readonly #fragments = new FragmentCache();
  readonly counters = { compiled: 0, walked: 0 };

  private constructor(
    readonly schema: GraphQLSchema,
    readonly store: ReferenceStore,
    readonly pool: ClientPool,
    private readonly listener: ReferenceListener,
  ) {
    this.#plans = new PlanCache(schema);
  }

  static async open(options: ReaderOptions): Promise<Reader> {
    const store = new ReferenceStore(options.referenceBudget ?? 64 * 1024 * 1024);
    const listener = new ReferenceListener(options.databaseUrl, store, options.log);
    await listener.start();
    const pool = new ClientPool({
      databaseUrl: options.databaseUrl,
      size: options.poolSize ?? 8,
      queue: options.queue ?? 256,
      statementTimeoutMs: options.statementTimeoutMs ?? 10_000,
    });
    return new Reader(options.schema, store, pool, listener);
  }

  /** The state of one request; whoever begins it ends it. */
  begin(signal?: AbortSignal, trace?: Trace): Operation {
    return new Operation(this.store, this.pool, signal, trace, () => this.listener.catchUp());
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
    const coerced = this.#coerce(document, operationName, variables);
    const plan = coerced && this.#plans.planFor(document, operationName, coerced);
    if (!coerced || !plan) {
      this.counters.walked++;
      return null;
    }
    try {
      const text = await this.#execute(plan, coerced, operation);
      this.counters.compiled++;
      return { text, warnings: operation.warnings };
    } catch (error) {
      if (error instanceof EarshotError && (error.code === 'BAD_USER_INPUT' || error.code === 'AMBIGUOUS')) {
        this.counters.walked++;
        return null;
      }
      throw error;
    }
  }

  /** Resolves when this process answers by all that was committed before the call. */
  catchUp(): Promise<void> {
    return this.listener.catchUp();
  }

  /** Connections at work, and operations that wait for one. */
  load(): { busy: number; waiting: number } {
    return { busy: this.pool.busy, waiting: this.pool.waiting };
  }

  /** Whether memory is kept true and a connection can be had that answers. */
  async health(): Promise<{ ready: boolean; reason?: string }> {
    if (!this.listener.connected) {
      return { ready: false, reason: 'the connection that keeps reference nodes true is being made again' };
    }
    const operation = this.begin();
    try {
      await operation.run([{ label: 'ready', text: 'SELECT 1', values: [] }], true);
      return { ready: true };
    } finally {
      operation.end();
    }
  }

  async close(): Promise<void> {
    await this.listener.close();
    await this.pool.close();
  }

  async #execute(
    plan: NonNullable<ReturnType<PlanCache['planFor']>>,
    variables: Record<string, unknown>,
    op: Operation,
  ): Promise<string> {
    const root = {};
    const attempt = async (everywhere: boolean): Promise<string> => {
      const gatherer = new Gatherer(this.schema, op, variables, everywhere);
      if (everywhere || plan.reaches) await gatherer.run(plan, root);
      // Only when everything is read: until then nodes may have changed.
      if (!everywhere) this.#fragments.renew(this.store.generation, op.today);
      return new Assembler(this.schema, op, gatherer, everywhere ? null : this.#fragments).object(plan, root);
    };
    if (!this.store.complete) return attempt(true);
    try {
      return await attempt(false);
    } catch (error) {
      // A row points to a node younger than memory: read again, looking up whatever memory lacks.
      if (error instanceof NeedLookup) return attempt(true);
      throw error;
    }
  }

  /** Null: graphql-js will say what is wrong with the variables. */
  #coerce(
    document: DocumentNode,
    operationName: string | undefined,
    variables: Record<string, unknown>,
  ): Record<string, unknown> | null {
    const operation = findOperation(document, operationName);
    if (!operation) return null;
    const result = getVariableValues(this.schema, operation.variableDefinitions ?? [], variables);
    return result.coerced ?? null;
  }
}
