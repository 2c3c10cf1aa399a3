import type { Row } from './client-pool';
import type { Statement } from './sql/sql';

// Arguments have been checked against the schema; each edge knows the shape of its own.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Args = Record<string, any>;

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
