import type { IncomingMessage, ServerResponse } from 'node:http';

import { describeError } from '../../api/format-error';
import { byteLength, type LongText } from '../../platform/long-text';
import type { AnswerType } from './media-type';
import { judgeAnswer } from './status';

/** Sends an answer whole, unless one has been sent. Nothing here is for caches: what is true of a quarter today may be corrected tomorrow. */
export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: LongText,
  headers: Readonly<Record<string, string>> = {},
): boolean {
  if (response.headersSent || response.destroyed) return false;
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    // Node does not know it once the head is written, and would send in chunks.
    'content-length': byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 401 && challenge(response.req)),
    ...headers,
  });
  if (typeof text === 'string') {
    response.end(text);
  } else {
    // Handed to the system together, not each with its turn.
    response.cork();
    for (const piece of text) response.write(piece);
    response.end();
  }
  return true;
}

/** A 401 says how to come in (RFC 6750): with an error only where a key was sent, since it is that key then that is not valid. */
function challenge(request: IncomingMessage): Record<string, string> {
  const isSent = request.headers.authorization !== undefined || request.headers['x-api-key'] !== undefined;
  return { 'www-authenticate': `Bearer realm="earshot"${isSent ? ', error="invalid_token"' : ''}` };
}

/**
 * Sends an error in the form of a GraphQL answer: of a request that never became an operation, or (`data: null`) of one that has run.
 * Gives the code that it was refused with; null where somebody was faster, or the client has gone.
 */
export function sendError(
  response: ServerResponse,
  error: unknown,
  requestId: string,
  type: AnswerType = 'application/json',
  answer: { readonly data?: null; readonly headers?: Readonly<Record<string, string>> } = {},
): string | null {
  const { headers, ...rest } = answer;
  const body = { errors: [describeError(error, requestId)], ...rest };
  const judged = judgeAnswer(body, type);
  const isSent = sendText(response, judged.status, type, `${JSON.stringify(body)}\n`, {
    ...headers,
    ...judged.headers,
  });
  return isSent ? judged.refusal : null;
}
