import type { Row } from '../../client-pool';
import { nothing } from '../../load';
import { matchesOf } from '../../search/match-columns';
import { isRankedQuery, rankStatement } from '../../search/rank-statement';
import { ALL_RANKED } from '../../search/window';
import { classOfUtterance } from '../../utterance-class';
import { printCursor } from '../cursor';
import { EMPTY_PAGE, type Page } from '../page';
import type { PageQuery } from '../page-query';
import { pageStatement } from '../page-statement';
import { splitByParent } from '../parent-statement';
import type { Source } from './part';

export const PAGE: Source<Page> = {
  name: 'page',
  load(connections, _, op, columns) {
    const query = connections[0]?.query;
    const isRanked = query !== undefined && isRankedQuery(query);
    // How a page came about is known without its rows, but for a search.
    if (!query?.where || !(columns.rows || isRanked)) return nothing(connections, () => EMPTY_PAGE);
    const keys = connections.map((connection) => connection.keys);
    return {
      statements: [isRanked ? rankStatement(query, keys, columns, op) : pageStatement(query, keys, columns)],
      finish: ([rows = []]) => splitByParent(rows, query, keys.length).map((own) => makePage(query, own)),
    };
  },
  list: ({ page }) => page,
};

function makePage(query: PageQuery, all: Row[]): Page {
  const { wish, search } = query;
  const rows = search ? all.filter(({ searchFound }) => searchFound !== false) : all;
  const more = rows.length > wish.size;
  const kept = rows.slice(0, wish.size);
  if (wish.backward) kept.reverse();
  for (const row of kept) Object.setPrototypeOf(row, (query.rowClass ?? classOfUtterance(row)).prototype);
  return {
    nodes: kept,
    cursor: (index) => {
      const row = kept[index] as Row;
      const values = query.order.map((term) => term.key(row));
      return printCursor(query.fingerprint(values), values);
    },
    hasNextPage: wish.backward ? wish.cursor !== null : more,
    hasPreviousPage: wish.backward ? more : wish.cursor !== null,
    score: (index) => (kept[index]?.searchScore as number | undefined) ?? null,
    textMatches: (index) => (search ? matchesOf(search, kept[index] as Row) : []),
    isExact: (all[0]?.searchFrom ?? ALL_RANKED) === ALL_RANKED,
  };
}
