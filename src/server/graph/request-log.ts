import type { Logger } from 'pino';

import type { RunningOperation } from './executor';
import type { GraphqlRequest } from './request';

/** One line for each GraphQL request: enough to find the query and what it did, and never a value that a user sent. */
export function logRequest(
  log: Logger,
  request: GraphqlRequest,
  seconds: number,
  operation: RunningOperation | undefined,
): void {
  if (!log.isLevelEnabled('info')) return;
  const name = request.known?.operation(request.operationName)?.name?.value;
  log.info(
    {
      requestId: request.id,
      // Names are bounded by the document's limit on tokens only.
      operation: name?.slice(0, 100),
      hash: request.known?.hash,
      executor: request.executor,
      outcome: request.outcome,
      ms: Math.round(seconds * 1e5) / 100,
      statements: operation?.statements ?? 0,
    },
    'query',
  );
}
