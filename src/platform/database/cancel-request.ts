import type { EventEmitter } from 'node:events';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Client, Connection } from 'pg';

import { type ClientInternals, internalsOf } from './client-socket';

/** For reaching the server and for its closing the line, which is all the answer there is. */
const CANCEL_MS = 2_000;

/** pg's connection before anybody has introduced himself. */
interface RawConnection extends EventEmitter {
  readonly stream: Duplex;
  connect(portOrPath: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processID: number, secretKey: number): void;
}

type RawConnectionClass = new (config: { ssl: unknown; sslNegotiation: string }) => RawConnection;

/**
 * Asks Postgres to stop what a connection is doing, by the request that its protocol has for that: it names the backend by number and
 * secret, so that behind a pooler it reaches the right one, and nothing at all where that has ended. Resolves when the server has taken
 * it; never fails, since nobody could do more about it.
 */
export function requestCancel(client: Client): Promise<void> {
  const known = internalsOf(client);
  const { processID, secretKey, host, port, ssl, sslNegotiation } = known;
  if (processID === null || secretKey === null) return Promise.resolve();
  const connection = new (Connection as unknown as RawConnectionClass)({ ssl: tlsOf(known), sslNegotiation });
  const order = () => connection.cancel(processID, secretKey);
  return new Promise((resolve) => {
    const timer = setTimeout(() => connection.stream.destroy(), CANCEL_MS);
    connection.once('end', () => {
      clearTimeout(timer);
      resolve();
    });
    connection.on('error', () => connection.stream.destroy());
    if (!ssl) connection.once('connect', order);
    else if (sslNegotiation !== 'direct') connection.once('connect', () => connection.requestSsl());
    connection.once('sslconnect', order);
    // The very peer of that connection: a name may stand for several servers.
    const { remoteAddress, remotePort } = known.connection.stream;
    if (host.startsWith('/')) connection.connect(`${host}/.s.PGSQL.${port}`);
    else connection.connect(remotePort ?? port, remoteAddress ?? host);
  });
}

/** Connected by address, the certificate is still the one of the name. */
function tlsOf({ ssl, host }: ClientInternals): unknown {
  if (!ssl) return false;
  const own = ssl === true ? {} : { ...ssl, ...('key' in ssl && { key: ssl.key }) };
  return { ...own, host, ...(isIP(host) === 0 && { servername: host }) };
}
