import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

import { isInRanges, NEARBY } from '../../platform/address-ranges';
import type { Config } from '../../platform/config';
import { EarshotError } from '../../platform/errors';
import { plainAddress } from './client-address';
import { printable, type RefusalLog } from './refusal-log';

/** Throws BAD_REQUEST or FORBIDDEN_ORIGIN for a request under a host name that it may not have. */
export type HostPolicy = (request: IncomingMessage) => void;

/** Verdicts are kept for so many values of the header; clients send a handful. */
const MOST_KNOWN = 1_000;

/**
 * A web page can point a name of its own at a machine that only its visitor reaches, and then reads what that machine answers as its own
 * (DNS rebinding). What it cannot do is change the `Host` that the browser sends. So whoever comes from this machine or a private network
 * has to use a name that nobody out there could own: an address, a name without a dot, `localhost`, or one that the operator allows.
 * It is the peer that counts, not where the server listens: a container listens everywhere and is published on loopback.
 */
export function createHostPolicy(config: Pick<Config, 'allowedHosts' | 'host'>, refusals: RefusalLog): HostPolicy {
  const allowed = new Set([config.host, ...config.allowedHosts].map((host) => host.toLowerCase()));
  const known = new Map<string, boolean>();

  function isSafe(header: string): boolean {
    let verdict = known.get(header);
    if (verdict === undefined) {
      const name = nameOf(header);
      verdict = allowed.has(name) || !name.includes('.') || isIP(name) !== 0 || name.endsWith('.localhost');
      if (known.size < MOST_KNOWN) known.set(header, verdict);
    }
    return verdict;
  }

  return (request) => {
    const { host } = request.headers;
    if (hasTwoHosts(request.rawHeaders)) throw new EarshotError('BAD_REQUEST', 'Send one Host header, not several.');
    // A browser always sends it.
    if (host === undefined || isSafe(host)) return;
    const peer = request.socket.remoteAddress;
    if (peer !== undefined && !isInRanges(NEARBY, plainAddress(peer.split('%')[0]!))) return;
    const name = printable(nameOf(host));
    refusals.tell(
      `host ${name}`,
      { host: name, setting: 'EARSHOT_ALLOWED_HOSTS' },
      'refused a host name that EARSHOT_ALLOWED_HOSTS does not list; behind a proxy, put the name there under which the server is known',
    );
    throw new EarshotError(
      'FORBIDDEN_ORIGIN',
      `This server does not know the host name "${name}". Its operator can allow it with EARSHOT_ALLOWED_HOSTS.`,
    );
  };
}

/** Without the port, and an IPv6 address without its brackets. */
function nameOf(header: string): string {
  return header
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1');
}

/** Node keeps the first of several and says nothing; somebody in front of it may have gone by the other. */
function hasTwoHosts(raw: readonly string[]): boolean {
  let count = 0;
  for (let i = 0; i < raw.length; i += 2) {
    if (raw[i]!.length === 4 && raw[i]!.toLowerCase() === 'host') count += 1;
  }
  return count > 1;
}
