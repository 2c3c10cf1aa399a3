import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { Edge } from '../edge';
import { findEdge } from '../edges';
import { presentArgs } from '../present-args';
import { isReference } from '../reference/kinds';
import { argumentMaker, holdsVariable } from './argument-maker';
import { collectFields, type Source } from './collect';
import { isConnection } from './connection-type';
import { leafWriter } from './leaf';
import type { PlanField, Selection } from './selection';
import { withShares } from './share';

/** Plans are trees that never change: made once per document, operation and values of its conditions. */
export function planSelection(source: Source, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selection {
  const fields: PlanField[] = [];
  for (const [key, nodes] of collectFields(source, type, sets)) {
    const planned = planField(source, type, key, nodes, fields.length === 0);
    fields.push(planned);
  }
  const levels = Math.max(0, ...fields.map((field) => field.levels));
  const reaches = fields.some((field) => field.reaches);
  return Object.freeze({ type, fields: Object.freeze(withShares(fields)), reaches, levels });
}

/** Throws NotCompiled where the schema does not know the field (introspection). */
function planField(
  source: Source,
  type: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
  first: boolean,
): PlanField {
  const node = nodes[0] as FieldNode;
  const name = node.name.value;
  const prefix = `${first ? '' : ','}${JSON.stringify(key)}:`;
  if (name === '__typename') {
    const shared = {
      field: null as never,
      node,
      edge: null,
      leaf: null,
      lists: 0,
      nullable: false,
      child: null,
      named: type,
      types: [],
      reachesBelow: false,
      levels: 0,
      args: {},
      makeArgs: null as never,
      isFragment: false,
      share: null,
    };
    return { prefix, name, role: 'typename', reaches: false, ...shared };
  }
  const field = type.getFields()[name];
  if (!field) throw new NotCompiled(`${type.name}.${name}`);
  const named = getNamedType(field.type);
  const edge = edgeOf(type, name);
  // There would be no parent to take a property from: it has a resolver of its own, which graphql-js calls.
  if (!edge && type === source.schema.getQueryType()) throw new NotCompiled(`${type.name}.${name}`);
  const sets = nodes.flatMap((n) => n.selectionSet ?? []);
  const children = new Map<GraphQLObjectType, Selection>();
  const child = (concrete: GraphQLObjectType): Selection => {
    let selection = children.get(concrete);
    if (!selection) {
      selection = planSelection(source, concrete, sets);
      children.set(concrete, selection);
    }
    return selection;
  };
  const possible = isObjectType(named) ? [named] : isAbstractType(named) ? source.schema.getPossibleTypes(named) : [];
  const below = possible.some((concrete) => child(concrete).reaches);
  const levelsBelow = Math.max(0, ...possible.map((concrete) => child(concrete).levels));
  const own = edge?.kind === 'load' || edge?.kind === 'part';
  const makeArgs = argumentMaker(field, node);
  const args = node.arguments?.some(({ value }) => holdsVariable(value))
    ? null
    : Object.freeze(presentArgs(field.args, makeArgs({})));
  const lists = depthOf(field.type);
  return Object.freeze({
    prefix,
    name,
    field,
    node,
    edge,
    role: edge ? 'edge' : 'property',
    leaf: isLeafType(named) ? leafWriter(named) : null,
    lists,
    nullable: !isNonNullType(field.type),
    child: possible.length > 0 ? child : null,
    named,
    types: possible,
    reaches: own || below,
    reachesBelow: below,
    levels: levelsBelow + (own ? 1 : 0),
    args,
    makeArgs,
    isFragment: lists === 0 && isObjectType(named) && isReference(named.name) && !below && isFixed(child(named)),
    share: null,
  });
}

/** Whether its text is the same for the same object, whatever the variables. */
function isFixed(selection: Selection): boolean {
  return selection.fields.every(
    ({ args, child, named }) => args !== null && (!child || (isObjectType(named) && isFixed(child(named)))),
  );
}

/** Thrown while planning; graphql-js runs the operation then. */
export class NotCompiled extends Error {}

/** An edge of the type itself, of an interface that it implements, or of all connections. */
export function edgeOf(type: GraphQLObjectType, name: string): Edge | null {
  const own = findEdge(`${type.name}.${name}`);
  if (own) return own;
  for (const { name: parent } of type.getInterfaces()) {
    const inherited = findEdge(`${parent}.${name}`);
    if (inherited) return inherited;
  }
  return isConnection(type) ? (findEdge(`Connection.${name}`) ?? null) : null;
}

function depthOf(type: GraphQLOutputType): number {
  let depth = 0;
  let inner: unknown = type;
  while (isNonNullType(inner) || isListType(inner)) {
    if (isListType(inner)) depth++;
    inner = (inner as { ofType: unknown }).ofType;
  }
  return depth;
}
