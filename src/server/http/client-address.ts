import type { IncomingMessage } from 'node:http';
import { type BlockList, isIP } from 'node:net';

import { isInRanges } from '../../platform/address-ranges';

export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}

/**
 * The address that a request is counted under. X-Forwarded-For is read from the right, and only as far as trusted proxies wrote it:
 * everything to the left of the first untrusted address is whatever the client liked to claim.
 */
export function clientAddress(request: IncomingMessage, trusted: BlockList): string {
  let address = plainAddress(request.socket.remoteAddress ?? '');
  const forwarded = request.headers['x-forwarded-for'];
  if (forwarded === undefined || !isInRanges(trusted, address)) return address;
  const hops = String(forwarded).split(',');
  while (hops.length > 0 && isInRanges(trusted, address)) {
    const hop = plainAddress(hops.pop()!.trim());
    if (isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}

/**
 * One home or one machine commonly owns a whole /64 of IPv6, so a budget for single addresses would be no budget at all.
 */
export function addressBlock(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const groups = address.includes('::')
    ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left;
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** A socket for both protocols shows IPv4 clients as ::ffff:192.0.2.1. */
export function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}
