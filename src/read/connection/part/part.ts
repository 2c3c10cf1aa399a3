import type { Args, Load } from '../../load';
import { mapNeeding } from '../../need';
import type { Operation } from '../../operation';
import type { Connection } from '../connection';
import type { ListConnection } from '../list-connection';
import { EVERYTHING, type PageColumns } from '../page-columns';
import { SqlConnection } from '../sql-connection';

/** What is loaded for connections at once. Parts of one source and the same arguments show the same load. */
export interface Source<R = unknown> {
  /** Tells it from others, in batches and in explanations. */
  readonly name: string;
  /**
   * Connections of one query, so that one statement serves all; `finish` gives a result for each, in order. Both may throw NeedLookup.
   * `columns`: what is shown of the rows that are loaded.
   */
  load(connections: readonly SqlConnection[], args: Args, op: Operation, columns: PageColumns): Load;
  /** The result for nodes in memory. May throw NeedLookup. */
  list(connection: ListConnection, args: Args, op: Operation): R;
}

/** Where a part shows rows that are loaded, and their cursors, so that rows travel with what is asked of them and no more. */
export interface RowUse {
  /** Fields of its own that show rows; `self`: it is a list of rows. */
  readonly rows?: 'self' | readonly string[];
  /** Fields of its own that show cursors. */
  readonly cursors?: readonly string[];
  /** Fields of its own that show where a search found its words. */
  readonly matches?: readonly string[];
}

/** A field of every connection that shows something loaded. What needs no load is a `value`, as on any type. */
export interface Part<R = unknown> {
  readonly kind: 'part';
  readonly source: Source<R>;
  show(result: R): unknown;
  readonly uses: RowUse;
  readonly reads?: undefined;
}

export const part = <R>(source: Source<R>, show: (result: R) => unknown, uses: RowUse = {}): Part<R> => ({
  kind: 'part',
  source,
  show,
  uses,
});

/** One load for connections, whatever their nodes lie in. Those of one name are asked for together. */
export function loadSource(
  source: Source,
  connections: readonly Connection[],
  args: Args,
  op: Operation,
  columns = EVERYTHING,
): Load {
  const names = new Set(connections.map(({ name }) => name));
  if (names.size <= 1) return loadAlike(source, connections, args, op, columns);
  const groups = [...names].map((name) => connections.filter((connection) => connection.name === name));
  const loads = groups.map((group) => loadAlike(source, group, args, op, columns));
  return {
    statements: loads.flatMap(({ statements }) => statements),
    finish: (results) => {
      const found = new Map<Connection, unknown>();
      let at = 0;
      loads.forEach(({ statements, finish }, i) => {
        const own = finish(results.slice(at, at + statements.length));
        at += statements.length;
        groups[i]?.forEach((connection, place) => {
          found.set(connection, own[place]);
        });
      });
      return connections.map((connection) => found.get(connection));
    },
  };
}

function loadAlike(
  source: Source,
  connections: readonly Connection[],
  args: Args,
  op: Operation,
  columns: PageColumns,
): Load {
  if (connections[0] instanceof SqlConnection)
    return source.load(connections as readonly SqlConnection[], args, op, columns);
  const lists = connections as readonly ListConnection[];
  return { statements: [], finish: () => mapNeeding(lists, (list) => source.list(list, args, op)) };
}
