import 'reflect-metadata';
import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { ANALYTICS_EDGES } from '../analytics';
import { addEdges } from '../read/edges';
import { isConnection } from '../read/plan/connection-type';
import { partResolver } from '../read/plan/walk';
import { presentArgs } from '../read/present-args';
import { ASK_EDGES } from './ask/ask.edges';
import { resolvers } from './resolvers';
import { SEARCH_EDGES } from './search/search.edges';

let built: GraphQLSchema | null = null;

/** The graph, from the classes of the domain and the resolvers; the same object at every call. */
export function buildGraph(): GraphQLSchema {
  built ??= build();
  return built;
}

function build(): GraphQLSchema {
  addEdges(ASK_EDGES);
  addEdges(SEARCH_EDGES);
  addEdges(ANALYTICS_EDGES);
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
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (isConnection(type)) field.resolve = partResolver(field.name);
      if (field.args.length > 0 && !type.name.startsWith('__')) leaveOutNulls(field);
    }
  }
  return graph;
}

/** A resolver never sees an argument that is null; the compiled executor does the same with its own. */
function leaveOutNulls(field: GraphQLField<unknown, unknown>): void {
  const { args: definitions, resolve } = field;
  if (resolve) {
    field.resolve = (parent, args, context, info) => resolve(parent, presentArgs(definitions, args), context, info);
  }
}
