import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** Arguments of a field, by its coordinate such as `Query.topic`: each of several is asked. */
export type Arguments = Readonly<Record<string, readonly string[]>>;

/**
 * An operation for each object type that answers to questions can hold: all fields of it, on the shortest way to it from the root. Objects
 * behind these fields are asked for what tells whether they are there.
 */
export function everyTypeInFull(schema: GraphQLSchema, given: Arguments): Map<string, string> {
  const ways = new Map<string, (inner: string) => string>();
  ways.set((schema.getQueryType() as GraphQLObjectType).name, (inner) => `{ ${inner} }`);
  // Lists of one type lead to more of it than what may be one of several types: that comes last.
  for (const mayBeSeveral of [false, true]) {
    for (const [name, way] of ways) {
      for (const field of fieldsOf(schema, name)) {
        const isOneOf = isAbstractType(getNamedType(field.type));
        const calls = isOneOf && !mayBeSeveral ? [] : callsOf(name, field, given);
        for (const type of objectsBehind(schema, field)) {
          if (ways.has(type.name) || calls.length === 0) continue;
          const select = (inner: string) => (isOneOf ? `... on ${type.name} { ${inner} }` : inner);
          ways.set(type.name, (inner) => way(calls.map((call) => `${call} { ${select(inner)} }`).join(' ')));
        }
      }
    }
  }
  return new Map(
    [...ways].map(([name, way]) => {
      const fields = fieldsOf(schema, name).flatMap((field) =>
        callsOf(name, field, given).map((call) => `${call}${tellWhether(field)}`),
      );
      return [name, way(fields.join(' '))];
    }),
  );
}

const fieldsOf = (schema: GraphQLSchema, type: string) =>
  Object.values((schema.getType(type) as GraphQLObjectType).getFields());

function objectsBehind(schema: GraphQLSchema, { type }: GraphQLField<unknown, unknown>): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  if (isAbstractType(named)) return schema.getPossibleTypes(named);
  return isObjectType(named) ? [named] : [];
}

/** `a0: topic(slug: "compute")`, for each of its given arguments; none for a field that needs some and has none given. */
function callsOf(type: string, field: GraphQLField<unknown, unknown>, given: Arguments): string[] {
  const needs = field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  const all = given[`${type}.${field.name}`] ?? (needs ? [] : ['']);
  return all.map((args, i) => {
    const alias = i === 0 ? '' : `${field.name}${i}: `;
    return `${alias}${field.name}${args === '' ? '' : `(${args})`}`;
  });
}

/** A list with a count is there when it has something; other objects when they are not null. */
function tellWhether(field: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(field.type);
  if (isLeafType(named)) return '';
  const counts = isObjectType(named) && named.getFields().totalCount !== undefined;
  return counts ? ' { __typename totalCount }' : ' { __typename }';
}

/** The same operation, which says of each object what it is. */
export const withTypenames = (source: string): string =>
  print(
    visit(parse(source), {
      SelectionSet: (set, _key, parent) =>
        parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
          ? undefined
          : {
              ...set,
              selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }, ...set.selections],
            },
    }),
  );

/**
 * Adds to `shown` each field (`Statement.endMs`) that `data` has a value of: not null, no empty list, no empty text, no list of count 0.
 * Objects have to say their `__typename`.
 */
export function noteShown(schema: GraphQLSchema, source: string, data: unknown, shown: Set<string>): void {
  const document = parse(source);
  const note = (type: string, names: Map<string, FieldNode[]>, value: Record<string, unknown>): void => {
    for (const [key, nodes] of names) {
      const found = value[key];
      const name = (nodes[0] as FieldNode).name.value;
      if (isSomething(found)) shown.add(`${type}.${name}`);
      const things = [found].flat(9).filter((thing): thing is Record<string, unknown> => isObject(thing));
      const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
      if (sets.length > 0)
        for (const thing of things) {
          const own = thing.__typename as string;
          note(own, selectedOf(schema, document, sets, own), thing);
        }
    }
  };
  const root = (schema.getQueryType() as GraphQLObjectType).name;
  const sets = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [each.selectionSet] : [],
  );
  note(root, selectedOf(schema, document, sets, root), data as Record<string, unknown>);
}

const isObject = (value: unknown): boolean => value !== null && typeof value === 'object';

const isSomething = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(isSomething);
  if (isObject(value)) return (value as { totalCount?: number }).totalCount !== 0;
  return value !== null && value !== undefined && value !== '';
};

/** The fields that are selected of a type, by their names in the answer. */
function selectedOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  sets: readonly SelectionSetNode[],
  type: string,
  found = new Map<string, FieldNode[]>(),
): Map<string, FieldNode[]> {
  const fits = (condition: string): boolean => {
    const named = schema.getType(condition);
    return condition === type || (isAbstractType(named) && schema.getPossibleTypes(named).some((t) => t.name === type));
  };
  for (const selection of sets.flatMap(({ selections }) => selections)) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      found.set(key, [...(found.get(key) ?? []), selection]);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(document, selection.name.value);
    const condition = fragment.typeCondition?.name.value;
    if (condition === undefined || fits(condition)) selectedOf(schema, document, [fragment.selectionSet], type, found);
  }
  return found;
}

const fragmentOf = (document: DocumentNode, name: string): FragmentDefinitionNode =>
  document.definitions.find(
    (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
  ) as FragmentDefinitionNode;
