import type { Row } from './client-pool';
import type { Statement } from './sql/sql';

/** Arguments of a field, checked against the schema; each edge says which ones it takes. */
export type Args = object;

/** Arguments as an edge gets them: what is null or has not been given is absent. */
export type Given<F> = { readonly [K in keyof F]?: NonNullable<F[K]> };

/** Statements to send, and how their rows become a value for each parent, in order. `finish` may throw NeedLookup. */
export interface Load {
  readonly statements: readonly Statement[];
  finish(results: readonly (readonly Row[])[]): readonly unknown[];
}

/** A load without statements. */
export const nothing = (parents: readonly unknown[], empty: () => unknown): Load => ({
  statements: [],
  finish: () => parents.map(empty),
});
