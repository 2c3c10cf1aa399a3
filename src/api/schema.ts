import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { resolvers } from './resolvers';

let built: GraphQLSchema | null = null;

/** The graph, from the classes of the domain and the resolvers; the same object at every call. */
export function buildGraph(): GraphQLSchema {
  built ??= buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<new () => object>,
    // Arguments are checked where their meaning is known: in the reader.
    validate: false,
    simpleResolvers: true,
  } as Parameters<typeof buildSchemaSync>[0]);
  return built;
}
