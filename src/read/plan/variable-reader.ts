import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
} from 'graphql';

type Values = Record<string, unknown>;

/** Throws where it takes graphql-js to say whether a value is valid. */
type Read = (value: unknown) => unknown;

interface Variable {
  readonly name: string;
  readonly read: Read;
  readonly isRequired: boolean;
  readonly hasDefault: boolean;
  readonly otherwise: unknown;
}

/**
 * What getVariableValues of graphql-js makes of a request's variables ("Coercing Variable Values" of the specification), with all that does
 * not depend on the request done once. Null: graphql-js will say what is wrong with them.
 */
export function variableReader(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): (given: Values) => Values | null {
  const slowly = (given: Values) => getVariableValues(schema, variableDefinitions, given).coerced ?? null;
  const variables = variableDefinitions.map((definition) => variableOf(schema, definition));
  return (given) => {
    const values: Values = Object.create(null);
    try {
      for (const variable of variables) {
        if (variable === null) return slowly(given);
        const { name } = variable;
        if (Object.hasOwn(given, name)) values[name] = readOne(variable, given[name]);
        else if (variable.hasDefault) values[name] = variable.otherwise;
        else if (variable.isRequired) return slowly(given);
      }
      return values;
    } catch {
      return slowly(given);
    }
  };
}

function variableOf(schema: GraphQLSchema, definition: VariableDefinitionNode): Variable | null {
  const type = typeFromAST(schema, definition.type as Parameters<typeof typeFromAST>[1]);
  if (!isInputType(type)) return null;
  return {
    name: definition.variable.name.value,
    read: readerOf(type),
    isRequired: isNonNullType(type),
    hasDefault: definition.defaultValue !== undefined,
    otherwise: definition.defaultValue && valueFromAST(definition.defaultValue, type),
  };
}

function readOne({ read, isRequired }: Pick<Variable, 'read' | 'isRequired'>, value: unknown): unknown {
  if (value != null) return read(value);
  if (isRequired) throw NOT_SURE;
  return null;
}

/** Of values that are not null. */
function readerOf(type: GraphQLInputType): Read {
  if (isNonNullType(type)) return readerOf(type.ofType);
  if (isListType(type)) {
    const isRequired = isNonNullType(type.ofType);
    const item = { isRequired, read: readerOf(type.ofType) };
    return (value) => {
      // One value alone is a list as well.
      if (!Array.isArray(value)) throw NOT_SURE;
      return value.map((each) => readOne(item, each));
    };
  }
  if (isInputObjectType(type)) return (value) => coerceInputValue(value, type, refuse);
  return (value) => {
    const read = type.parseValue(value);
    if (read === undefined) throw NOT_SURE;
    return read;
  };
}

const NOT_SURE = new Error('to be read by graphql-js');

function refuse(): never {
  throw NOT_SURE;
}
