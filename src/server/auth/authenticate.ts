import type { IncomingMessage } from 'node:http';

import { ANYBODY, type Caller } from '../../api/caller';
import type { ApiKeyScope } from '../../domain/api-key.entity';
import { type ApiKeyRecord, digestOf } from '../../platform/database/api-key';
import { EarshotError } from '../../platform/errors';

/** Who sends a request; decided from its head alone, before a byte of the body is read. */
export type Authenticate = (request: IncomingMessage) => Promise<Caller>;

/** A revoked key is refused after this time at the latest. */
const REMEMBERED_MS = 5_000;
/** Digests that are remembered at once; past it all are forgotten, so that made-up keys cannot fill the memory. */
const MOST_REMEMBERED = 10_000;

/** Tells callers by their API key. `find` gives the valid key of a digest, or null. */
export function createAuthentication(
  find: (digest: Buffer) => Promise<ApiKeyRecord | null>,
  { requireKey }: { readonly requireKey: boolean },
): Authenticate {
  const remembered = new Map<string, { readonly until: number; readonly caller: Promise<Caller | null> }>();

  async function identify(key: string): Promise<Caller | null> {
    const record = await find(digestOf(key));
    return record && { keyId: record.id, scopes: new Set(record.scopes as ApiKeyScope[]) };
  }

  function recall(key: string): Promise<Caller | null> {
    // Memory holds digests only: a key is a secret.
    const name = digestOf(key).toString('base64');
    const known = remembered.get(name);
    if (known && known.until > Date.now()) return known.caller;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const caller = identify(key);
    remembered.set(name, { until: Date.now() + REMEMBERED_MS, caller });
    // A database that does not answer is no answer to remember.
    caller.catch(() => remembered.delete(name));
    return caller;
  }

  return async (request) => {
    const key = keyOf(request);
    if (key === null) {
      if (requireKey) throw refuse('This server answers callers with an API key only.');
      return ANYBODY;
    }
    const caller = await recall(key);
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
