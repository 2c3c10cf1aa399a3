import type { Row } from '../../client-pool';
import { nothing } from '../../load';
import { classOfUtterance } from '../../utterance-class';
import { printCursor } from '../cursor';
import { EMPTY_PAGE, type Page } from '../page';
import type { PageQuery } from '../page-query';
import { pageStatement } from '../page-statement';
import { splitByParent } from '../parent-statement';
import type { Source } from './part';

export const PAGE: Source<Page> = {
  name: 'page',
  load(connections, _, __, columns) {
    const query = connections[0]?.query;
    if (!query?.where) return nothing(connections, () => EMPTY_PAGE);
    const keys = connections.map((connection) => connection.keys);
    return {
      statements: [pageStatement(query, keys, columns)],
      finish: ([rows = []]) => splitByParent(rows, query, keys.length).map((own) => makePage(query, own)),
    };
  },
  list: ({ page }) => page,
};

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
