import type { DocumentNode } from 'graphql';
import type { StopSignal } from '../../platform/stop';
import type { Operation } from '../../read/operation';
import type { Answer, Reader } from '../../read/reader';
import type { Verdict } from '../health';

export type PoolLoad = ReturnType<Reader['load']>;

/** The state of one request, as far as the server looks at it. */
export type RunningOperation = Pick<Operation, 'tellWarnings' | 'statements' | 'roundTrips' | 'end'> &
  Partial<Pick<Operation, 'rateLimit' | 'caller' | 'startOver'>>;

/** What the server needs of the reader: the compiled way through the graph. */
export interface Executor {
  /** The resolvers find it as `context.operation`. */
  begin(signal?: StopSignal): RunningOperation;
  /** Null: not compiled, graphql-js has to run it. Takes what its own `begin` returned. */
  answer(
    document: DocumentNode,
    operationName: string | undefined,
    variables: Record<string, unknown>,
    operation: RunningOperation,
  ): Promise<Answer | null>;
  /** Absent: it has no pool of connections. */
  load?(): PoolLoad;
  /** Seconds since what it keeps in memory was last known to be true. Absent: it keeps nothing. */
  readonly memoryAge?: number;
  health(): Verdict | Promise<Verdict>;
}
