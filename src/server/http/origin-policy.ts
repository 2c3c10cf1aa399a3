import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Config } from '../../platform/config';
import { EarshotError } from '../../platform/errors';
import { isLoopback } from './client-address';
import { printable, type RefusalLog } from './refusal-log';

export const SANDBOX_ORIGIN = 'https://studio.apollographql.com';

const ALLOWED_HEADERS =
  'content-type, accept, authorization, x-api-key, x-request-id, x-earshot-cost, apollographql-client-name, apollographql-client-version';
const EXPOSED_HEADERS = 'ratelimit, ratelimit-policy, retry-after, x-request-id';

export interface OriginPolicy {
  /** Throws FORBIDDEN_ORIGIN for requests that a page of somebody else makes; sets the CORS headers for those that may. */
  admit(request: IncomingMessage, response: ServerResponse): void;
  /** The answer to a browser's question before it sends the real request. */
  answerPreflight(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * Who may ask from a browser. There are no cookies to steal, but a page that a user visits must not read a server on their own
 * machine or intranet by a plain request (Origin, Sec-Fetch-Site). What it could do with a host name of its own, the host policy refuses.
 */
export function createOriginPolicy(
  config: Pick<Config, 'corsOrigins' | 'corsSandbox' | 'host'>,
  refusals: RefusalLog,
): OriginPolicy {
  const origins = new Set(config.corsSandbox ? [...config.corsOrigins, SANDBOX_ORIGIN] : config.corsOrigins);
  // Who can serve pages on this machine can ask it without a browser too. On any other address, "localhost" is the visitor's machine.
  const trustsLoopback = config.host === 'localhost' || isLoopback(config.host);

  function admit(request: IncomingMessage, response: ServerResponse): void {
    const { host, origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if (origin === undefined) {
      if (site !== 'cross-site' && site !== 'same-site') return;
      if (request.headers['sec-fetch-mode'] === 'navigate') return;
      throw refuse('Another site may not query this server.');
    }
    response.setHeader('vary', 'origin');
    const isAllowed = origins.has('*') || origins.has(origin) || (trustsLoopback && isLoopbackOrigin(origin));
    if (isAllowed) {
      response.setHeader('access-control-allow-origin', origins.has('*') ? '*' : origin);
      response.setHeader('access-control-expose-headers', EXPOSED_HEADERS);
    } else if (!isSameOrigin(origin, host)) {
      const name = printable(origin);
      refusals.tell(
        `origin ${name}`,
        { origin: name, setting: 'EARSHOT_CORS_ORIGINS' },
        'refused a page of an origin that EARSHOT_CORS_ORIGINS does not list',
      );
      throw refuse(`Pages of ${name} may not query this server.`);
    }
  }

  function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
    admit(request, response);
    response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
    response.setHeader('access-control-allow-headers', ALLOWED_HEADERS);
    // Chrome asks again after two hours whatever is said here.
    response.setHeader('access-control-max-age', '7200');
    if (request.headers['access-control-request-private-network'] === 'true') {
      response.setHeader('access-control-allow-private-network', 'true');
    }
    response.writeHead(204).end();
  }

  return { admit, answerPreflight };
}

/** A proxy may have taken TLS off, so the scheme cannot be compared. */
function isSameOrigin(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

/** A page of this very machine, such as the development server of a frontend. */
function isLoopbackOrigin(origin: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(origin);
}

function refuse(what: string): EarshotError {
  return new EarshotError('FORBIDDEN_ORIGIN', `${what} Its operator can allow it with EARSHOT_CORS_ORIGINS.`);
}
