import type { Logger } from 'pino';

import { describeError, isMasked, refusalOf } from '../../api/format-error';
import { faultLogOf } from '../../platform/fault-log';
import type { GraphqlRequest } from './request';

/** Refusals are the client's affair; what is masked for the client has to be found in the log. */
export function logFault(log: Logger, error: unknown, requestId: string): void {
  const refusal = refusalOf(error);
  if (refusal === null ? isUnforeseen(error, requestId) : refusal.code === 'DATABASE_UNAVAILABLE') {
    const cause = error instanceof Error && 'originalError' in error ? (error.originalError ?? error) : error;
    faultLogOf(log).tell(cause, requestId, 'a query failed');
  }
}

/** What the compiled executor failed with, whether Apollo asked it or nobody did: the answer has no data. */
export function noteFault(log: Logger, error: unknown, request: GraphqlRequest): void {
  logFault(log, error, request.id);
  request.executor = 'compiled';
  request.outcome = 'errors';
}

function isUnforeseen(error: unknown, requestId: string): boolean {
  return isMasked(describeError(error, requestId));
}
