import type { Connection } from './connection/connection';
import type { Part } from './connection/part/part';
import type { EntityClass } from './dictionary';
import type { Args, Load } from './load';
import type { Operation } from './operation';

interface EveryEdge {
  /** Properties of the parent that the edge looks at, so that rows travel without the others. Null: it may look at all of them. */
  readonly reads: readonly string[] | null;
}

/** Answered from memory. May throw NeedLookup. */
export interface ValueEdge<P = unknown> extends EveryEdge {
  readonly kind: 'value';
  get(parent: P, args: Args, op: Operation): unknown;
}

/** Answered by one load for all parents at once. */
export interface LoadEdge<P = unknown> extends EveryEdge {
  readonly kind: 'load';
  load(parents: readonly P[], args: Args, op: Operation): Load;
}

/** Opens a connection; its parts are loaded for all parents at once. */
export interface ConnectionEdge<P = unknown> extends EveryEdge {
  readonly kind: 'connection';
  open(parent: P, args: Args, op: Operation): Connection;
}

type EdgeOf<P> = ValueEdge<P> | LoadEdge<P> | ConnectionEdge<P>;

/** By `Type.field`. Its parents and arguments are those of that field: the graph has seen to it. */
export type Edge = EdgeOf<unknown> | Part;
export type Edges = Readonly<Record<string, Edge>>;

/** The parent as a whole: of nodes in memory, or where rows have to travel with everything. */
export const WHOLE = Symbol('whole');

type NoArgs = Readonly<Record<never, never>>;
type Reads<K> = readonly K[] | typeof WHOLE;
/** What an edge sees of its parent: what it has named, and nothing else. */
type Seen<P, R> = R extends readonly (infer K extends keyof P)[] ? Pick<P, K> : P;

const namesOf = (reads: Reads<string>): readonly string[] | null =>
  reads === WHOLE ? null : (reads as readonly string[]);

export function value<P, const R extends Reads<keyof P & string>, A extends object = NoArgs>(
  reads: R,
  get: (parent: Seen<P, R>, args: A, op: Operation) => unknown,
): ValueEdge<P> {
  return { kind: 'value', reads: namesOf(reads), get: get as unknown as ValueEdge<P>['get'] };
}

export function load<P, const R extends Reads<keyof P & string>, A extends object = NoArgs>(
  reads: R,
  make: (parents: readonly Seen<P, R>[], args: A, op: Operation) => Load,
): LoadEdge<P> {
  return { kind: 'load', reads: namesOf(reads), load: make as unknown as LoadEdge<P>['load'] };
}

export function connection<P, const R extends Reads<keyof P & string>, A extends object = NoArgs>(
  reads: R,
  open: (parent: Seen<P, R>, args: A, op: Operation) => Connection,
): ConnectionEdge<P> {
  return { kind: 'connection', reads: namesOf(reads), open: opening(open as unknown as ConnectionEdge<P>['open']) };
}

/** Opens a connection that knows what its arguments were warned of. */
export function opening<P>(open: ConnectionEdge<P>['open']): ConnectionEdge<P>['open'] {
  return (parent, args, op) => {
    const { value: opened, warnings } = op.hear(() => open(parent, args, op));
    for (const warning of warnings) op.warn(warning);
    opened.warnings = warnings;
    return opened;
  };
}

/** The edges of a noun, named after its class. */
export const edges = <P extends object>(noun: EntityClass<P>, fields: Readonly<Record<string, EdgeOf<P>>>): Edges =>
  edgesNamed<P>(noun.name, fields);

/** The edges of a type whose parents have no class of their own. */
export function edgesNamed<P>(type: string, fields: Readonly<Record<string, EdgeOf<P>>>): Edges {
  return Object.fromEntries(Object.entries(fields).map(([field, edge]) => [`${type}.${field}`, edge as Edge]));
}
