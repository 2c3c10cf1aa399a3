import type { DocumentNode } from 'graphql';

import type { StopSignal } from '../../platform/stop';
import type { Verdict } from '../health';

/** Connections at work, and operations that wait for one. */
export interface PoolLoad {
  readonly busy: number;
  readonly waiting: number;
  /** Operations that were run again because their connection was lost. */
  readonly reruns: number;
  /** Whether the database has stopped giving signs of life, and how old the last one is. */
  readonly isSilent: boolean;
  readonly heartbeatAgeMs: number;
}

/** What the server needs of the reader: the compiled way through the graph. */
export interface Executor {
  /** State of one request; the resolvers find it as `context.operation`. */
  begin(signal?: StopSignal): RunningOperation;
  /** Null: not compiled, graphql-js has to run it. */
  answer(
    document: DocumentNode,
    operationName: string | undefined,
    variables: Record<string, unknown>,
    // biome-ignore lint/suspicious/noExplicitAny: the executor gets back what its own begin() returned
    operation: any,
  ): Promise<CompiledAnswer | null>;
  /** Absent: it has no pool of connections. */
  load?(): PoolLoad;
  /** Seconds since what it keeps in memory was last known to be true. Absent: it keeps nothing. */
  readonly memoryAge?: number;
  health(): Verdict | Promise<Verdict>;
}

export interface RunningOperation {
  readonly warnings: readonly OperationWarning[];
  /** SQL statements sent so far, and how often the server waited for some. */
  readonly statements: number;
  readonly roundTrips: number;
  /** How the caller stands with the rate limit, for the field that tells it. */
  rateLimit?: object | null;
  /** Who asks, for what not everybody may see. */
  caller?: { readonly key: object | null; readonly scopes: ReadonlySet<string> } | null;
  /** Makes it ready to be run again, where it failed for a reason that allows that; once. Absent: never. */
  startOver?(): Promise<boolean>;
  /** Gives back what the operation holds; called once, when its answer is complete. */
  end(): void;
}

export interface OperationWarning {
  readonly code: string;
  readonly message: string;
  readonly argument?: string;
}

export interface CompiledAnswer {
  /** JSON text of `data`. */
  readonly text: string;
  readonly warnings: readonly OperationWarning[];
}
