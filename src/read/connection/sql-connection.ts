import type { Row } from '../client-pool';
import type { Load } from '../load';
import type { Operation } from '../operation';
import { classOfUtterance } from '../utterance-class';
import { Connection, type Count, EMPTY_PAGE, type Page } from './connection';
import { printCursor } from './cursor';
import type { PageQuery } from './page-query';
import { countStatement, EVERYTHING, type PageColumns, pageStatement } from './page-statement';

/** A connection over rows of one parent. Connections of the same query are read together. */
export class SqlConnection extends Connection {
  constructor(
    readonly query: PageQuery,
    /** The parent's keys, in the order of the query's scope. */
    readonly keys: readonly unknown[],
    private readonly op: Operation,
  ) {
    super();
  }

  page(): Promise<Page> {
    return this.op.batch<SqlConnection, Page>(`page ${this.query.name}`, (all) => loadPages(all)).load(this);
  }

  count(): Promise<Count> {
    return this.op.batch<SqlConnection, Count>(`count ${this.query.name}`, loadCounts).load(this);
  }
}

/** All of one query. */
export function loadPages(connections: readonly SqlConnection[], columns: PageColumns = EVERYTHING): Load {
  const query = connections[0]?.query;
  if (!query?.where) return { statements: [], finish: () => connections.map(() => EMPTY_PAGE) };
  return {
    statements: [
      pageStatement(
        query,
        connections.map(({ keys }) => keys),
        columns,
      ),
    ],
    finish: ([rows = []]) => split(rows, query, connections.length).map((own) => makePage(query, own)),
  };
}

export function loadCounts(connections: readonly SqlConnection[]): Load {
  const query = connections[0]?.query;
  if (!query?.where) return { statements: [], finish: () => connections.map(() => ({ total: 0, exact: true })) };
  return {
    statements: [
      countStatement(
        query,
        connections.map(({ keys }) => keys),
      ),
    ],
    finish: ([rows = []]) =>
      split(rows, query, connections.length).map(([row]) => {
        const total = Number(row?.n ?? 0);
        const exact = query.countLimit === null || total <= query.countLimit;
        return { total: exact ? total : (query.countLimit as number), exact };
      }),
  };
}

/** Rows of a batch by the parent's place; a batch of one has no `ord`. Without a scope all parents have the same rows. */
function split(rows: readonly Row[], query: PageQuery, parents: number): Row[][] {
  if (parents === 1) return [rows as Row[]];
  if (!query.scope) return Array.from({ length: parents }, () => [...rows]);
  const lists: Row[][] = Array.from({ length: parents }, () => []);
  for (const row of rows) lists[Number(row.ord) - 1]?.push(row);
  return lists;
}

function makePage(query: PageQuery, rows: Row[]): Page {
  const { wish } = query;
  const more = rows.length > wish.size;
  const kept = rows.slice(0, wish.size);
  if (wish.backward) kept.reverse();
  for (const row of kept) Object.setPrototypeOf(row, (query.rowClass ?? classOfUtterance(row)).prototype);
  return {
    nodes: kept,
    cursor: (index) => {
      const row = kept[index] as Row;
      return printCursor(
        query.fingerprint(),
        query.order.map((term) => term.key(row)),
      );
    },
    hasNextPage: wish.backward ? wish.cursor !== null : more,
    hasPreviousPage: wish.backward ? more : wish.cursor !== null,
  };
}
