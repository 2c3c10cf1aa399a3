import type { Caller } from '../../api/caller';
import type { ApiKeyScope } from '../../domain/api-key.entity';
import { type ApiKeyRecord, digestOf } from '../../platform/database/api-key';
import { unavailable } from '../../platform/database/lost-connection';
import { EarshotError } from '../../platform/errors';

/** A revoked key is refused after this time at the latest. */
const REMEMBERED_MS = 5_000;
/** Digests that are remembered at once; past it all are forgotten, so that made-up keys cannot fill the memory. */
const MOST_REMEMBERED = 10_000;
/** Look-ups under way at once: whoever makes up keys by the thousand does not take the places of those who come without one. */
const MOST_LOOKUPS = 256;
/** A look-up that takes longer has found a database that does not answer. */
const LOOKUP_MS = 2_000;

export interface KeySource {
  /** The valid key of a digest, or null. */
  find(digest: Buffer): Promise<ApiKeyRecord | null>;
  /** Whether asking is known to be in vain. */
  readonly isSilent: boolean;
}

/** Finds callers by their key: from memory for some seconds, else by one look-up for all who come with that key meanwhile. */
export function createKeyLookup(source: KeySource): (key: string) => Promise<Caller | null> {
  // By digest: a key is a secret.
  const remembered = new Map<string, { readonly until: number; readonly caller: Caller | null }>();
  const asked = new Map<string, Promise<Caller | null>>();

  async function lookUp(digest: Buffer, name: string): Promise<Caller | null> {
    // From before the question on: what is revoked while it is on its way counts as revoked after the answer.
    const until = performance.now() + REMEMBERED_MS;
    const record = await inTime(source.find(digest));
    const caller = record && callerOf(record);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(name, { until, caller });
    return caller;
  }

  return async (key) => {
    const digest = digestOf(key);
    const name = digest.toString('base64');
    const known = remembered.get(name);
    if (known && known.until > performance.now()) return known.caller;
    const running = asked.get(name);
    if (running) return running;
    if (source.isSilent) throw unavailable('The database does not answer at the moment. Try again shortly.');
    if (asked.size >= MOST_LOOKUPS)
      throw new EarshotError('SERVER_BUSY', 'Too many keys are being looked up.', { retryAfter: 1 });
    const lookup = lookUp(digest, name).finally(() => asked.delete(name));
    asked.set(name, lookup);
    return lookup;
  };
}

const callerOf = ({ id, name, scopes }: ApiKeyRecord): Caller => ({
  key: { kind: 'KEY', keyId: id, name },
  scopes: new Set(scopes as ApiKeyScope[]),
});

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(unavailable('API keys cannot be looked up in time. Try again shortly.')),
      LOOKUP_MS,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
