import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  print,
} from 'graphql';

/** One thing of a graph under its schema coordinate, such as `Company.quarter(period:)`. */
export interface Coordinate {
  readonly name: string;
  /** What a client relies on: kind, type with nullability, default. */
  readonly signature: string;
  readonly description: string;
}

/** Everything that a graph declares itself. What GraphQL brings along is left out. */
export function listCoordinates(graph: GraphQLSchema): Coordinate[] {
  return Object.values(graph.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [describe(type.name, type.constructor.name, type), ...listMembers(type)]);
}

function listMembers(type: GraphQLNamedType): Coordinate[] {
  if (isEnumType(type)) return type.getValues().map((value) => describe(`${type.name}.${value.name}`, 'value', value));
  if (isUnionType(type))
    return type.getTypes().map((member) => describe(`${type.name}|${member.name}`, 'member', type));
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) =>
      describe(`${type.name}.${field.name}`, signatureOf(field), field),
    );
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const interfaces = type.getInterfaces().map((i) => describe(`${type.name}&${i.name}`, 'implements', type));
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const name = `${type.name}.${field.name}`;
    const args = field.args.map((arg) => describe(`${name}(${arg.name}:)`, signatureOf(arg), arg));
    return [describe(name, String(field.type), field), ...args];
  });
  return [...interfaces, ...fields];
}

function signatureOf({ type, defaultValue }: GraphQLArgument | GraphQLInputField): string {
  const ast = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return ast ? `${type} = ${print(ast)}` : String(type);
}

function describe(name: string, signature: string, { description }: { description?: string | null }): Coordinate {
  return { name, signature, description: description?.trim() ?? '' };
}
