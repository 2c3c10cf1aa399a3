import type { LineLog } from '../../platform/line-log';

import type { RunningOperation } from './executor';
import type { GraphqlRequest } from './request';

/** One line for each GraphQL request: enough to find the query and what it did, and never a value that a user sent. */
export function logRequest(
  log: LineLog,
  request: GraphqlRequest,
  seconds: number,
  operation: RunningOperation | undefined,
): void {
  if (!log.isEnabled) return;
  // Names are bounded by the document's limit on tokens only.
  const name = request.known?.operation(request.operationName)?.name?.value.slice(0, 100);
  const hash = request.known?.hash;
  log.info(
    'query',
    `"requestId":${JSON.stringify(request.id)}${name === undefined ? '' : `,"operation":"${name}"`}${hash === undefined ? '' : `,"hash":"${hash}"`}` +
      `,"executor":"${request.executor}","outcome":"${request.outcome}","ms":${Math.round(seconds * 1e5) / 100},"statements":${operation?.statements ?? 0}`,
  );
}
