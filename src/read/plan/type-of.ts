import { type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';

/** Concrete type of a value: utterance rows tell theirs, everything else has its class. */
export function concreteType(schema: GraphQLSchema, named: GraphQLNamedType, value: object): GraphQLObjectType {
  if (isObjectType(named)) return named;
  const { type } = value as { type?: unknown };
  const name = type === 'Statement' || type === 'AnalystComment' ? type : value.constructor.name;
  const found = schema.getType(name);
  if (!isObjectType(found)) throw new Error(`${name} is no object type of the graph`);
  return found;
}
