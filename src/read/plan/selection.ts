import type { FieldNode, GraphQLField, GraphQLNamedType, GraphQLObjectType } from 'graphql';
import type { PageColumns } from '../connection/page-columns';
import type { Edge } from '../edge';
import type { Args } from '../load';
import type { Variables } from './collect';
import type { LeafWriter } from './leaf';

/** A selection on one concrete type: its fields in the order of the answer. */
export interface Selection {
  readonly type: GraphQLObjectType;
  readonly fields: readonly PlanField[];
  /** Whether anything at or below it may need the database. */
  readonly reaches: boolean;
  /** How many levels of statements may have to wait for each other. */
  readonly levels: number;
}

export interface PlanField {
  /** `"responseKey":`, with a comma before it but for the first. */
  readonly prefix: string;
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly edge: Edge | null;
  readonly role: 'typename' | 'edge' | 'property';
  readonly leaf: LeafWriter | null;
  /** Depth of lists around the value; each level says whether its items may be null. */
  readonly lists: number;
  readonly nullable: boolean;
  /** Selections by concrete type; null for leaves. */
  readonly child: ((type: GraphQLObjectType) => Selection) | null;
  readonly named: GraphQLNamedType;
  /** Concrete types that the value may have; none for leaves. */
  readonly types: readonly GraphQLObjectType[];
  readonly reaches: boolean;
  /** Whether anything below it may need the database. */
  readonly reachesBelow: boolean;
  readonly levels: number;
  /** Arguments that hold no variable, coerced once. */
  readonly args: Args | null;
  /** Of a request's variables, where there is one. */
  readonly makeArgs: (variables: Variables) => Record<string, unknown>;
  /** The value is a reference node, and its text depends on nothing but nodes in memory and the day. */
  readonly isFragment: boolean;
  /** Of a connection's part: the load that it has in common with others of its selection. */
  readonly share: Share | null;
}

/** A load that the parts of one selection with the same source and the same arguments have in common. */
export interface Share {
  /** What the parts show of the page's rows. */
  readonly columns: PageColumns;
}
