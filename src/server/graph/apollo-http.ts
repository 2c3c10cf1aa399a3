import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';

import type { Outbox } from '../http/outbox';
import type { ServerContext } from './request';

/** Hands a request to Apollo and sends what it answers. */
export async function askApollo(
  apollo: ApolloServer<ServerContext>,
  outbox: Outbox,
  { request, response, search }: { request: IncomingMessage; response: ServerResponse; search: string },
  body: unknown,
  context: ServerContext,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const ask = () =>
    apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method ?? 'GET', headers: readHeaders(request), search, body },
      context: async () => context,
    });
  let answer = await ask();
  if (isQuery(context) && context.request.outcome === 'errors' && (await context.operation.startOver?.())) {
    context.request.outcome = 'ok';
    context.request.refusal = null;
    answer = await ask();
  }
  const sent: Record<string, string> = { ...headers };
  for (const [name, value] of answer.headers) sent[name] = value;
  const [type = 'application/json'] = (sent['content-type'] ?? '').split(';');
  delete sent['content-type'];
  // Only @defer and @stream answer in chunks, and the graph has neither.
  if (answer.body.kind !== 'complete') throw new Error('an answer came in chunks');
  if (answer.status !== undefined && answer.status >= 400 && context.request.outcome === 'ok') {
    // Refused before there was an operation, where no hook of ours is asked: the text is all there is.
    context.request.outcome = 'errors';
    context.request.refusal = JSON.parse(answer.body.string).errors[0].extensions.code;
  }
  // Apollo knows the length of the text as it would send it, and may be right; node counts again for free.
  delete sent['content-length'];
  outbox.send(response, answer.status ?? 200, type, answer.body.string, sent, !isQuery(context));
}

/** What writes is never run twice. */
const isQuery = ({ request: { known, operationName } }: ServerContext): boolean =>
  known?.operation(operationName)?.operation === 'query';

function readHeaders(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
