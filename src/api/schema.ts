import 'reflect-metadata';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { resolvers } from './resolvers';

let built: GraphQLSchema | null = null;

/** The graph, from the classes of the domain and the resolvers; the same object at every call. */
export function buildGraph(): GraphQLSchema {
  built ??= build();
  return built;
}

function build(): GraphQLSchema {
  const graph = buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<new () => object>,
    // Arguments are checked where their meaning is known: in the reader.
    validate: false,
    simpleResolvers: true,
  } as Parameters<typeof buildSchemaSync>[0]);
  const query = graph.getQueryType();
  // type-graphql has no decorator for the root itself.
  if (query) query.description = 'Where every question starts. Nothing here changes anything.';
  const mutation = graph.getMutationType();
  if (mutation) mutation.description = 'What changes something. All of it needs an API key.';
  for (const type of Object.values(graph.getTypeMap())) {
    if (!isObjectType(type) || !type.name.endsWith('Connection')) continue;
    // Connections have methods, which graphql-js' own resolver calls and type-graphql's does not.
    for (const field of Object.values(type.getFields())) field.resolve = undefined;
  }
  return graph;
}
