import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '../../api/caller';
import type { WriteOutcomes } from '../../api/write-outcome';
import type { Ingest } from '../../ingest/ingest';
import type { ToldWarning } from '../../read/reader';
import type { KnownDocument } from '../guard/known-document';
import type { AnswerType } from '../http/media-type';
import type { RunningOperation } from './executor';

/** A request as it is read off the wire. */
export interface Incoming {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly id: string;
  /** With its question mark, or empty. */
  readonly search: string;
}

/** What the resolvers and the plugins get to see of a request. */
export interface ServerContext {
  readonly operation: RunningOperation;
  readonly caller: Caller;
  readonly ingest: Ingest;
  readonly writes: WriteOutcomes;
  readonly request: GraphqlRequest;
}

/** One GraphQL request on its way through the server. */
export interface GraphqlRequest {
  readonly id: string;
  /** The form that the client prefers; null when it accepts none. */
  readonly answerType: AnswerType | null;
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  /** Undefined for text that does not parse: Apollo words that refusal. */
  readonly known: KnownDocument | undefined;
  /** Present where the client asked for `extensions.cost`. */
  readonly cost: { readonly cost: number; readonly limit: number; readonly maxAnswerBytes: number } | undefined;
  /** Filled in as the answer comes about, for the log and the metrics. */
  executor: 'compiled' | 'graphql-js' | 'none';
  outcome: 'ok' | 'errors' | 'refused';
  /** The code for which the client got no data. */
  refusal: string | null;
}

/** The `extensions` of an answer, or undefined where there is nothing to say. */
export function extensionsOf(
  request: GraphqlRequest,
  warnings: readonly ToldWarning[],
): Record<string, unknown> | undefined {
  if (request.cost === undefined && warnings.length === 0) return undefined;
  return {
    ...(request.cost && { cost: request.cost }),
    ...(warnings.length > 0 && { warnings }),
  };
}
