import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Args } from './edge';

/**
 * Arguments, or the fields of an input object, without their nulls: null for what may be left out means that it is left out, so no
 * field has to think of it. Code generators send null for each argument that nobody has given. Where the graph names a default,
 * that is the value. Told by types, since values such as a period have nulls of their own. The same object where there is no null.
 */
export function presentArgs(definitions: readonly (GraphQLArgument | GraphQLInputField)[], args: Args): Args {
  let present = args;
  for (const { name, type, defaultValue } of definitions) {
    const value = args[name];
    if (value === undefined) continue;
    const kept = value === null ? defaultValue : presentValue(type, value);
    if (kept === value) continue;
    if (present === args) present = { ...args };
    if (kept === undefined) delete present[name];
    else present[name] = kept;
  }
  return present;
}

function presentValue(type: GraphQLInputType, value: unknown): unknown {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isInputObjectType(inner)) return presentArgs(Object.values(inner.getFields()), value as Args);
  if (!isListType(inner) || !Array.isArray(value)) return value;
  const items = value.map((item) => presentValue(inner.ofType, item));
  return items.some((item, i) => item !== value[i]) ? items : value;
}
