import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';

import type { Config } from '../../platform/config';
import { EarshotError } from '../../platform/errors';
import { isLoopback } from './client-address';

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
 * machine or intranet: neither by a plain request (Origin, Sec-Fetch-Site) nor by a host name that it points at it (Host).
 */
export function createOriginPolicy(
  config: Pick<Config, 'corsOrigins' | 'corsSandbox' | 'allowedHosts' | 'host'>,
): OriginPolicy {
  const origins = new Set(config.corsSandbox ? [...config.corsOrigins, SANDBOX_ORIGIN] : config.corsOrigins);
  const hosts = new Set(['localhost', config.host, ...config.allowedHosts].map((host) => host.toLowerCase()));
  const checksHost = config.host === 'localhost' || isLoopback(config.host);

  function admit(request: IncomingMessage, response: ServerResponse): void {
    const { host, origin } = request.headers;
    if (checksHost && !isKnownHost(host, hosts)) {
      throw refuse(`This server listens on loopback and does not know the host name "${printable(host)}".`, 'HOSTS');
    }
    const site = request.headers['sec-fetch-site'];
    if (origin === undefined) {
      if (site !== 'cross-site' && site !== 'same-site') return;
      if (request.headers['sec-fetch-mode'] === 'navigate') return;
      throw refuse('Another site may not query this server.', 'ORIGINS');
    }
    response.setHeader('vary', 'origin');
    const isAllowed = origins.has('*') || origins.has(origin);
    if (isAllowed) {
      response.setHeader('access-control-allow-origin', origins.has('*') ? '*' : origin);
      response.setHeader('access-control-expose-headers', EXPOSED_HEADERS);
    } else if (!isSameOrigin(origin, host)) {
      throw refuse(`Pages of ${printable(origin)} may not query this server.`, 'ORIGINS');
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

/** No name can be pointed elsewhere that is an address, or that resolvers keep on the machine. */
function isKnownHost(header: string | undefined, known: ReadonlySet<string>): boolean {
  if (header === undefined) return true;
  const name = header
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1');
  return known.has(name) || isIP(name) !== 0 || name.endsWith('.localhost');
}

function refuse(what: string, list: 'ORIGINS' | 'HOSTS'): EarshotError {
  const variable = list === 'ORIGINS' ? 'EARSHOT_CORS_ORIGINS' : 'EARSHOT_ALLOWED_HOSTS';
  return new EarshotError('FORBIDDEN_ORIGIN', `${what} Its operator can allow it with ${variable}.`);
}

function printable(text: string | undefined): string {
  return (text ?? '').replace(/[^\x21-\x7e]/g, '?').slice(0, 100);
}
