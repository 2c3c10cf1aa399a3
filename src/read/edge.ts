import type { Connection } from './connection/connection';
import type { Part } from './connection/part/part';
import type { Args, Load } from './load';
import type { Operation } from './operation';

// biome-ignore lint/suspicious/noExplicitAny: a parent is a row, a reference node or an embedded object of the edge's own type
export type Parent = any;

interface EveryEdge {
  /**
   * Properties of the parent that the edge looks at, so that rows travel without the others. Absent: it may look at all of them.
   */
  readonly reads?: readonly string[];
}

/** Answered from memory. May throw NeedLookup. */
export interface ValueEdge extends EveryEdge {
  readonly kind: 'value';
  get(parent: Parent, args: Args, op: Operation): unknown;
}

/** Answered by one load for all parents at once. */
export interface LoadEdge extends EveryEdge {
  readonly kind: 'load';
  load(parents: readonly Parent[], args: Args, op: Operation): Load;
}

/** Opens a connection; its parts are loaded for all parents at once. */
export interface ConnectionEdge extends EveryEdge {
  readonly kind: 'connection';
  open(parent: Parent, args: Args, op: Operation): Connection;
}

export type Edge = ValueEdge | LoadEdge | ConnectionEdge | Part;
export type Edges = Readonly<Record<string, Edge>>;

type Reads = readonly string[] | undefined;

export const value = (get: ValueEdge['get'], reads?: Reads): ValueEdge => ({ kind: 'value', get, reads });
export const load = (make: LoadEdge['load'], reads?: Reads): LoadEdge => ({ kind: 'load', load: make, reads });
export const connection = (open: ConnectionEdge['open'], reads?: Reads): ConnectionEdge => ({
  kind: 'connection',
  open,
  reads,
});
