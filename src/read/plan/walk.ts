import type { GraphQLFieldResolver } from 'graphql';
import type { Connection } from '../connection/connection';
import { loadSource } from '../connection/part/part';
import { findEdge } from '../edges';
import type { Args } from '../load';
import type { Operation } from '../operation';

/** Stands for the parent of root fields. */
const ROOT = Object.freeze({});

/**
 * The executor of what is not compiled: graphql-js walks the selection and calls this for each field with an edge. The value of the edge
 * `Type.field` for one parent, batched with the same edge of other parents.
 */
export function follow(op: Operation, name: string, parent: object | null, args: Args): unknown {
  const edge = findEdge(name);
  if (!edge) throw new Error(`there is no edge ${name}`);
  switch (edge.kind) {
    case 'value':
      return op.settle(() => edge.get(parent, args, op));
    case 'connection':
      return op.settle(() => edge.open(parent, args, op));
    case 'load': {
      const key = `${name} ${JSON.stringify(args)}`;
      return op.batch<object, unknown>(key, (parents) => edge.load(parents, args, op)).load(parent ?? ROOT);
    }
    case 'part': {
      const { source } = edge;
      const connection = parent as Connection;
      const key = `${source.name} ${connection.name} ${JSON.stringify(args)}`;
      const load = (all: readonly Connection[]) => loadSource(source, all, args, op);
      return op
        .batch<Connection, unknown>(key, load)
        .load(connection)
        .then((result) => edge.show(result));
    }
  }
}

/** The resolver of a connection's field, which no class has. Throws where no part has its name. */
export function partResolver(field: string): GraphQLFieldResolver<Connection, { readonly operation: Operation }> {
  const name = `Connection.${field}`;
  if (!findEdge(name)) throw new Error(`there is no part ${field} of connections`);
  return (connection, args, { operation }) => follow(operation, name, connection, args);
}
