import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { Duplex } from 'node:stream';

import type { Config } from '../../platform/config';
import { ERROR_CODES, type ErrorCode } from '../../platform/errors';
import { OperatorError } from '../../platform/operator-error';
import { sendText } from './reply';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Far more than any client of this server sends; 16 KiB is what node would take. */
const MAX_HEADER_BYTES = 16 * 1024;
const MAX_HEADERS = 100;
/** How soon after its time a slow request is noticed. */
const CHECK_MS = 500;
const SWEEP_MS = 50;

type ListenerConfig = Pick<Config, 'headersTimeout' | 'requestTimeout' | 'idleTimeout' | 'maxConnections'>;

/** An HTTP server that no slow or broken client can hold on to. */
export function createListener(config: ListenerConfig, handle: Handler): Server {
  const server = createServer(
    {
      headersTimeout: config.headersTimeout,
      // Node refuses to start with a whole shorter than its part.
      requestTimeout: Math.max(config.headersTimeout, config.requestTimeout),
      keepAliveTimeout: config.idleTimeout,
      connectionsCheckingInterval: Math.min(CHECK_MS, config.headersTimeout),
      maxHeaderSize: MAX_HEADER_BYTES,
      // Small answers go out at once instead of waiting for more to send.
      noDelay: true,
    },
    (request, response) => {
      // Node drops what is beyond its own limit and says nothing: a second Host, or a key, could stand there.
      if (request.rawHeaders.length > 2 * MAX_HEADERS) refuseHeaders(response);
      else handle(request, response);
    },
  );
  server.maxHeadersCount = MAX_HEADERS + 1;
  server.maxConnections = config.maxConnections;
  server.on('clientError', answerBrokenRequest);
  // Nobody listens for 'upgrade': node then ignores that header, as HTTP allows, and the request is answered like any other. Clients that
  // offer HTTP/2 with their first request (`Upgrade: h2c`) go on with HTTP/1.1.
  server.on('connect', (_request, socket) => answerBrokenRequest({ code: 'CONNECT' }, socket));
  return server;
}

function refuseHeaders(response: ServerResponse): void {
  const [line, code] = brokenRequest('HPE_HEADER_OVERFLOW');
  const message = `The head has more than ${MAX_HEADERS} fields.`;
  response.setHeader('connection', 'close');
  sendText(
    response,
    Number.parseInt(line, 10),
    'application/json',
    `${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n`,
  );
}

/** Requests that never became one: too slow, too large a head, no HTTP. */
function answerBrokenRequest(error: { readonly code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [line, code, message] = brokenRequest(error.code);
  const body = `${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n`;
  socket.end(
    `HTTP/1.1 ${line}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  // A client that does not read either is not waited for.
  setTimeout(() => socket.destroy(), 1_000).unref();
}

function brokenRequest(code: string | undefined): readonly [string, ErrorCode, string] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return ['408 Request Timeout', 'REQUEST_TIMEOUT', ERROR_CODES.REQUEST_TIMEOUT.meaning];
  }
  if (code === 'CONNECT') return ['405 Method Not Allowed', 'METHOD_NOT_ALLOWED', 'This server is no proxy.'];
  if (code === 'HPE_HEADER_OVERFLOW') {
    return ['431 Request Header Fields Too Large', 'BAD_REQUEST', `The head is larger than ${MAX_HEADER_BYTES} bytes.`];
  }
  return ['400 Bad Request', 'BAD_REQUEST', 'This is not HTTP as the server understands it.'];
}

/** Resolves when the server listens, with the address to reach it under. */
export function listen(server: Server, port: number, host: string, variable = 'PORT'): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException): void => reject(cannotListen(cause, port, host, variable));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.removeListener('error', fail);
      const address = server.address();
      const actualPort = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${reachableName(host)}:${actualPort}`);
    });
  });
}

/** Throws what listening there would throw, without staying. */
export async function tryListening(port: number, host: string, variable = 'PORT'): Promise<void> {
  const server = createServer();
  await listen(server, port, host, variable);
  await new Promise((resolve) => server.close(resolve));
}

function cannotListen(cause: NodeJS.ErrnoException, port: number, host: string, variable: string): Error {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new OperatorError(
        'busy',
        `Port ${port} of ${host} is taken. Stop whoever listens there, or choose another with ${variable}=<number> (0 takes a free one).`,
        { cause },
      );
    case 'EACCES':
      return new OperatorError(
        'usage',
        `This user may not listen on port ${port}. Choose one from 1024 on with ${variable}.`,
        {
          cause,
        },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new OperatorError('usage', `${host} is no address of this machine. Change HOST.`, { cause });
    default:
      return cause;
  }
}

/** A name to paste into a browser on this machine. */
function reachableName(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * Stops accepting, lets what is in flight finish, and cuts whatever is still open after `patience` milliseconds. `linger`: milliseconds
 * in which connections that ask nothing at the moment are kept, so that a question that is on its way is answered and not reset.
 */
export async function drain(server: Server, patience: number, linger = 0): Promise<void> {
  // Right after the turn in which node has taken in what was waiting at the port: what comes between is reset by the system.
  if (linger > 0) await new Promise((resolve) => setImmediate(resolve));
  await new Promise<void>((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), patience + linger);
    // A connection whose answer was under way becomes idle only now, and its client would keep it for the next request.
    let sweep: NodeJS.Timeout | undefined;
    const wait = setTimeout(() => {
      server.closeIdleConnections();
      sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    }, linger);
    // Not http's own close, which ends idle connections at once.
    NetServer.prototype.close.call(server, (error) => {
      clearTimeout(cut);
      clearTimeout(wait);
      clearInterval(sweep);
      if (error) reject(error);
      else resolve();
    });
  });
}
