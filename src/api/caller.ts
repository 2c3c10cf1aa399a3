import type { ApiKeyScope } from '../domain/api-key.entity';
import { EarshotError } from '../platform/errors';

/** Who asks, as far as an API key tells. */
export interface Caller {
  /** Null: nobody in particular. */
  readonly keyId: number | null;
  readonly scopes: ReadonlySet<ApiKeyScope>;
}

export const ANYBODY: Caller = { keyId: null, scopes: new Set() };

/** Throws UNAUTHENTICATED without a key, FORBIDDEN with one that does not reach. */
export function demandScope(caller: Caller, scope: ApiKeyScope, purpose: string): void {
  if (caller.scopes.has(scope)) return;
  if (caller.keyId === null) {
    throw new EarshotError('UNAUTHENTICATED', `${purpose} needs an API key with the scope "${scope}".`, { scope });
  }
  throw new EarshotError('FORBIDDEN', `${purpose} needs the scope "${scope}", which this API key does not have.`, {
    scope,
  });
}
