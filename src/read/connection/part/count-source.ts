import { describeEntity } from '../../dictionary';
import { nothing } from '../../load';
import { areManyToCount, countNewest, NEWEST, type SearchQuery } from '../../search/newest';
import { fixed, int, type Statement, sql } from '../../sql/sql';
import { mentionCount, walkOf } from '../mention-page';
import type { PageQuery } from '../page-query';
import { conjunction, parentStatement, splitByParent } from '../parent-statement';
import type { Source } from './part';

export interface Count {
  readonly total: number;
  /** False: there are more than `total`. */
  readonly exact: boolean;
}

export const COUNT: Source<Count> = {
  name: 'count',
  load(connections, _, op) {
    const query = connections[0]?.query;
    if (!query?.where) return nothing(connections, () => ({ total: 0, exact: true }));
    const { search } = query;
    if (search && search.total !== null) return nothing(connections, () => ({ total: search.total, exact: true }));
    const keys = connections.map((connection) => connection.keys);
    const limit = areManyToCount(query, keys, op) ? NEWEST : query.countLimit;
    return {
      statements: [limit === NEWEST ? countNewest(query as SearchQuery, keys) : countStatement(query, keys)],
      finish: ([rows = []]) =>
        splitByParent(rows, query, keys.length).map(([row]) => {
          const total = Number(row?.n ?? 0);
          const exact = limit === null || total <= limit;
          return { total: exact ? total : (limit as number), exact };
        }),
    };
  },
  list: ({ total, isLowerBound }) => ({ total, exact: !isLowerBound }),
};

function countStatement(query: PageQuery, keys: readonly (readonly unknown[])[]): Statement {
  const walk = walkOf(query);
  if (walk?.rest.length === 0) return mentionCount(query, walk, keys);
  const from = fixed(`FROM ${describeEntity(query.entity).table} u WHERE `);
  return parentStatement('count', query, keys, 'n', (conditions) => {
    const rows = sql`${from}${conjunction(conditions)}`;
    return query.countLimit === null
      ? sql`SELECT count(*)::int AS n ${rows}`
      : sql`SELECT count(*)::int AS n FROM (SELECT 1 ${rows} LIMIT ${int(query.countLimit + 1)}) c`;
  });
}
