import type { ApiKeyScope } from '../domain/api-key.entity';
import type { Actor } from '../ingest/ingest';
import { EarshotError } from '../platform/errors';

/** Who asks, as far as an API key tells. */
export interface Caller {
  /** The key, as the audit trail names it. Null: nobody in particular. */
  readonly key: Extract<Actor, { kind: 'KEY' }> | null;
  readonly scopes: ReadonlySet<ApiKeyScope>;
}

export const ANYBODY: Caller = { key: null, scopes: new Set() };

/** Who acts, where the scope allows it. Throws UNAUTHENTICATED without a key, FORBIDDEN with one that does not reach. */
export function demandScope({ key, scopes }: Caller, scope: ApiKeyScope, purpose: string): Actor {
  if (key === null) {
    throw new EarshotError('UNAUTHENTICATED', `${purpose} needs an API key with the scope "${scope}".`, { scope });
  }
  if (scopes.has(scope)) return key;
  throw new EarshotError('FORBIDDEN', `${purpose} needs the scope "${scope}", which this API key does not have.`, {
    scope,
  });
}
