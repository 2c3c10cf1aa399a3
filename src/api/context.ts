import type { Ingest } from '../ingest/ingest';
import type { Operation } from '../read/operation';
import type { Caller } from './caller';
import type { WriteOutcomes } from './write-outcome';

/** What every resolver gets: the request's way into the reader. */
export interface Context {
  readonly operation: Operation;
  readonly caller: Caller;
  readonly ingest: Ingest;
  readonly writes: WriteOutcomes;
  /** The request's id, under which the log has more than the answer. */
  readonly request: { readonly id: string };
}
