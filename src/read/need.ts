import type { ReferenceKind } from './reference/kinds';

/** A look-up in the database for reference nodes that memory does not hold. */
export interface Need {
  /** `search`: no node, but what the database makes of a text search. `document`: whether there is one. */
  readonly kind: ReferenceKind | 'search' | 'document';
  /** Property looked up by; `search`, `few` and `words` look for a part of a name, `like` for names spelled alike, `reported` for those quarters of a company. */
  readonly by: string;
  readonly key: number | string;
}

export const needKey = (need: Need): string => `${need.kind}/${need.by}/${need.key}`;

/** Thrown by code that runs in memory when memory is not enough; the executor fetches what is needed and runs it again. */
export class NeedLookup extends Error {
  constructor(readonly needs: readonly Need[]) {
    super('reference nodes have to be fetched');
  }
}

/** Runs over all, gathers what is missing for any of them, and throws it once. */
export function mapNeeding<T, R>(items: readonly T[], work: (item: T) => R): R[] {
  const needs: Need[] = [];
  const results: R[] = [];
  for (const item of items) {
    try {
      results.push(work(item));
    } catch (error) {
      if (!(error instanceof NeedLookup)) throw error;
      needs.push(...error.needs);
    }
  }
  if (needs.length > 0) throw new NeedLookup(needs);
  return results;
}
