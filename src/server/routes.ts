import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';

import { EarshotError } from '../platform/errors';
import { faultLogOf } from '../platform/fault-log';
import type { Explorer } from './explorer/explorer';
import type { GraphqlEndpoint } from './graph/endpoint';
import { answerLive, type Health } from './health';
import type { HostPolicy } from './http/host-policy';
import type { Handler } from './http/listener';
import { prefersHtml } from './http/media-type';
import type { OriginPolicy } from './http/origin-policy';
import type { Outbox } from './http/outbox';
import { sendError, sendText } from './http/reply';
import { runOut } from './http/request-body';
import { requestIdOf } from './http/request-id';
import type { Metrics } from './metrics';

export interface Routes {
  readonly endpoint: GraphqlEndpoint;
  readonly outbox: Pick<Outbox, 'watch'>;
  readonly explorer: Explorer;
  readonly health: Health;
  readonly metrics: Metrics;
  /** False where /metrics is hidden, or has a port of its own. */
  readonly offersMetrics: boolean;
  /** Throws where the metrics are not for whoever asks. */
  readonly admitToMetrics: (request: IncomingMessage) => Promise<void>;
  readonly hosts: HostPolicy;
  readonly origins: OriginPolicy;
  readonly log: Logger;
}

/** Sends each request to what answers it. */
export function createHandler(routes: Routes): Handler {
  return (request, response) => {
    const id = requestIdOf(request);
    response.setHeader('x-request-id', id);
    // A connection kept open across a stop would never let it end.
    if (routes.health.isDraining) response.setHeader('connection', 'close');
    route(routes, request, response, id).catch((error: unknown) => {
      tellUnforeseen(routes.log, error, id);
      void runOut(request).then(() => {
        if (!request.complete) response.setHeader('connection', 'close');
        const code = sendError(response, error, id);
        if (code) routes.metrics.countRefusal(code);
      });
    });
  };
}

/** What its sender is told under an id only has to be found in the log. */
function tellUnforeseen(log: Logger, error: unknown, requestId: string): void {
  if (!(error instanceof EarshotError)) faultLogOf(log).tell(error, requestId, 'a request failed');
}

async function route(routes: Routes, request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
  routes.hosts(request);
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  switch (path) {
    case '/graphql':
      return graphql(routes, request, response, id, mark < 0 ? '' : url.slice(mark));
    case '/live':
      allow(request, response, 'GET, HEAD');
      return answerLive(response);
    case '/ready':
      allow(request, response, 'GET, HEAD');
      return routes.health.answerReady(response);
    case '/metrics':
      if (!routes.offersMetrics) break;
      allow(request, response, 'GET, HEAD');
      await routes.admitToMetrics(request);
      await answerMetrics(routes.metrics, response);
      return;
    case '/':
      allow(request, response, 'GET, HEAD');
      response.writeHead(302, { location: '/graphql', 'cache-control': 'no-store' }).end();
      return;
  }
  if (path.startsWith('/explorer/')) {
    allow(request, response, 'GET, HEAD');
    if (routes.explorer.answerAsset(request, response, path.slice('/explorer/'.length))) {
      routes.outbox.watch(response);
      return;
    }
  }
  throw new EarshotError('NOT_FOUND', 'There is nothing here; queries go to /graphql.');
}

async function graphql(
  { endpoint, explorer, origins }: Routes,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  search: string,
): Promise<void> {
  if (request.method === 'OPTIONS') return origins.answerPreflight(request, response);
  origins.admit(request, response);
  allow(request, response, 'GET, HEAD, POST, OPTIONS');
  if (request.method !== 'POST' && prefersHtml(request.headers.accept)) return explorer.answerPage(request, response);
  if (request.method === 'HEAD') throw notAllowed(response, 'GET, POST, OPTIONS', 'HEAD');
  await endpoint.handle({ request, response, id, search });
}

function allow(request: IncomingMessage, response: ServerResponse, methods: string): void {
  if (!methods.split(', ').includes(request.method ?? '')) throw notAllowed(response, methods, request.method ?? '');
}

function notAllowed(response: ServerResponse, methods: string, method: string): EarshotError {
  response.setHeader('allow', methods);
  return new EarshotError('METHOD_NOT_ALLOWED', `${method} is not answered here; use ${methods}.`);
}

async function answerMetrics(metrics: Metrics, response: ServerResponse): Promise<void> {
  sendText(response, 200, 'text/plain; version=0.0.4', await metrics.print());
}

/** Answers /metrics on a port of its own, and nothing else. */
export function createMetricsHandler({ metrics, hosts, log }: Pick<Routes, 'metrics' | 'hosts' | 'log'>): Handler {
  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    hosts(request);
    if (request.url?.split('?')[0] !== '/metrics') {
      throw new EarshotError('NOT_FOUND', 'There is nothing here but /metrics.');
    }
    allow(request, response, 'GET, HEAD');
    await answerMetrics(metrics, response);
  };
  return (request, response) => {
    const id = requestIdOf(request);
    response.setHeader('x-request-id', id);
    route(request, response).catch((error: unknown) => {
      tellUnforeseen(log, error, id);
      sendError(response, error, id);
    });
  };
}
