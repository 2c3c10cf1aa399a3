import type { IncomingMessage } from 'node:http';

import { ANYBODY, type Caller } from '../../api/caller';
import { EarshotError } from '../../platform/errors';

/** Who sends a request; decided from its head alone, before a byte of the body is read. */
export type Authenticate = (request: IncomingMessage) => Promise<Caller>;

/** Tells callers by their API key. `find` gives the caller of a key that is valid, or null. */
export function createAuthentication(
  find: (key: string) => Promise<Caller | null>,
  { requireKey }: { readonly requireKey: boolean },
): Authenticate {
  return async (request) => {
    const key = keyOf(request);
    if (key === null) {
      if (requireKey) throw refuse('This server answers callers with an API key only.');
      return ANYBODY;
    }
    const caller = await find(key);
    if (!caller) throw refuse('This API key is not valid: it is unknown, revoked or expired.');
    return caller;
  };
}

/** `authorization: Bearer KEY`, or `x-api-key: KEY`. */
export function keyOf({ headers }: IncomingMessage): string | null {
  const bearer = /^bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer) return bearer;
  const key = headers['x-api-key'];
  return typeof key === 'string' && key.trim() !== '' ? key.trim() : null;
}

function refuse(message: string): EarshotError {
  return new EarshotError('UNAUTHENTICATED', message);
}
