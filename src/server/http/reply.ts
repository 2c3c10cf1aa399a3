import type { ServerResponse } from 'node:http';
import { describeError } from '../../api/format-error';
import { type EarshotError, ERROR_CODES } from '../../platform/errors';

import { rateLimitHeaders } from './rate-limit-header';

/** Sends an answer whole. Nothing here is for caches: what is true of a quarter today may be corrected tomorrow. */
export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(text);
}

/** Refuses a request before it is a GraphQL operation, or one that never became an answer, in the form of a GraphQL error. */
export function sendRefusal(
  response: ServerResponse,
  error: unknown,
  requestId: string,
  type = 'application/json',
): void {
  const described = describeError(error, requestId);
  const code = described.extensions?.code as string;
  sendText(
    response,
    statusOf(code),
    type,
    `${JSON.stringify({ errors: [described] })}\n`,
    headersOf(error as EarshotError),
  );
}

/** Without any data to go with it, a refusal is never a success. */
function statusOf(code: string): number {
  const status = code in ERROR_CODES ? ERROR_CODES[code as keyof typeof ERROR_CODES].status : 400;
  if (status !== 200) return status;
  if (code === 'INTERNAL_SERVER_ERROR') return 500;
  if (code === 'DATABASE_UNAVAILABLE' || code === 'DEADLINE_EXCEEDED') return 503;
  return 400;
}

function headersOf(error: EarshotError): Record<string, string> {
  const { retryAfter, limit, window } = error.details ?? {};
  if (typeof retryAfter !== 'number') return {};
  const headers = { 'retry-after': String(retryAfter) };
  if (error.code !== 'RATE_LIMITED') return headers;
  return { ...headers, ...rateLimitHeaders(Number(limit), Number(window), 0, retryAfter) };
}
