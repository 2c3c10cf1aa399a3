import { type GraphQLNamedType, type GraphQLSchema, isAbstractType, isObjectType, print } from 'graphql';
import type { PlanField, Selection } from '../plan/selection';

/** A node of a plan as people and scripts read it. */
export interface PlanNode {
  /** Response key; the operation's root type at the root. */
  readonly key: string;
  /** Types of an interface or union that it is selected for, where not for all. */
  readonly on?: readonly string[];
  /** `Company.statements(first: 3)`, as the document has it. */
  readonly field: string;
  /**
   * Where its value comes from: `memory` (reference nodes), `statement` (rows of its own), `connection` (opened without asking), `property`
   * (a column of a row that is there already), or the statement of a connection that it is a part of, such as `page` and `count`.
   */
  readonly from: string;
  /** Whether anything at or below it may need the database. */
  readonly reaches: boolean;
  /** Scalars taken from the same value. */
  readonly leaves: readonly string[];
  readonly children: readonly PlanNode[];
}

export function describePlan(schema: GraphQLSchema, plan: Selection): PlanNode {
  const name = plan.type.name;
  return { key: name, field: name, from: 'root', reaches: plan.reaches, ...describeBelow(schema, plan) };
}

type Below = Pick<PlanNode, 'leaves' | 'children'>;

function describeBelow(schema: GraphQLSchema, { fields }: Selection): Below {
  return {
    leaves: fields.filter(isLeaf).map(keyOf),
    children: fields.filter((field) => !isLeaf(field)).map((field) => describeField(schema, field)),
  };
}

function describeField(schema: GraphQLSchema, field: PlanField): PlanNode {
  const types = possibleTypes(schema, field.named);
  const below = types.flatMap((type): [string, Below][] => {
    const selection = field.child?.(type);
    return selection ? [[type.name, describeBelow(schema, selection)]] : [];
  });
  const { alias: _, selectionSet: __, ...call } = field.node;
  return {
    key: keyOf(field),
    field: print(call).replace(/\s+/g, ' ').replace('( ', '(').replace(' )', ')'),
    from: sourceOf(field),
    reaches: field.reaches,
    leaves: merge(
      below.map(([type, { leaves }]) => [type, leaves]),
      (leaf, on) => `${on.join('|')}.${leaf}`,
    ),
    children: merge(
      below.map(([type, { children }]) => [type, children]),
      (child, on) => ({ ...child, on }),
    ),
  };
}

/** A selection on an interface or union is planned for each of its types: what they share is told once, the rest as `Type.field`. */
function merge<T>(
  lists: readonly (readonly [type: string, items: readonly T[]])[],
  mark: (item: T, on: readonly string[]) => T,
): T[] {
  const found = new Map<string, { item: T; types: string[] }>();
  for (const [type, items] of lists) {
    for (const item of items) {
      const same = found.get(JSON.stringify(item));
      if (same) same.types.push(type);
      else found.set(JSON.stringify(item), { item, types: [type] });
    }
  }
  return [...found.values()].map(({ item, types }) => (types.length === lists.length ? item : mark(item, types)));
}

/** What costs nothing of its own and has nothing below it. */
const isLeaf = (field: PlanField): boolean => field.child === null && ['property', 'memory'].includes(sourceOf(field));

function sourceOf({ edge }: PlanField): string {
  switch (edge?.kind) {
    case undefined:
      return 'property';
    case 'value':
      return 'memory';
    case 'load':
      return 'statement';
    case 'connection':
      return 'connection';
    case 'part':
      return edge.source.name;
  }
}

const keyOf = ({ node }: PlanField): string => node.alias?.value ?? node.name.value;

const possibleTypes = (schema: GraphQLSchema, type: GraphQLNamedType) =>
  isObjectType(type) ? [type] : isAbstractType(type) ? schema.getPossibleTypes(type) : [];
