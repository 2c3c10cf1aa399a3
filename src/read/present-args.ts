import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

type Args = Record<string, unknown>;

/**
 * Arguments, or the fields of an input object, without their nulls: null for what may be left out means that it is left out, so no
 * field has to think of it. Code generators send null for each argument that nobody has given. Where the graph names a default,
 * that is the value. Told by types, since values such as a period have nulls of their own. The same object where there is no null.
 */
export function presentArgs(definitions: readonly GraphQLArgument[], args: Args): Args {
  let present = args;
  for (const definition of definitions) present = withPresent(definition, args, present);
  return present;
}

/** By what is there: an input object has far fewer fields than its type. */
function presentFields(type: GraphQLInputObjectType, args: Args): Args {
  const fields = type.getFields();
  let present = args;
  for (const name in args) {
    const definition = fields[name];
    if (definition) present = withPresent(definition, args, present);
  }
  return present;
}

function withPresent(
  { name, type, defaultValue }: GraphQLArgument | GraphQLInputField,
  args: Args,
  present: Args,
): Args {
  const value = args[name];
  if (value === undefined) return present;
  const kept = value === null ? defaultValue : presentValue(type, value);
  if (kept === value) return present;
  const copy = present === args ? { ...args } : present;
  if (kept === undefined) delete copy[name];
  else copy[name] = kept;
  return copy;
}

function presentValue(type: GraphQLInputType, value: unknown): unknown {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isInputObjectType(inner)) return presentFields(inner, value as Args);
  if (!isListType(inner) || !Array.isArray(value)) return value;
  const items = value.map((item) => presentValue(inner.ofType, item));
  return items.some((item, i) => item !== value[i]) ? items : value;
}
