import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Unlike for each process; the rest is a counter, since a random id for each request costs more than a small query. */
const prefix = randomBytes(6).toString('base64url');
let counter = 0;

/** The id that a proxy gave, when it is harmless to print; else one of our own. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  if (typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given)) return given;
  counter += 1;
  return `${prefix}-${counter.toString(36)}`;
}
