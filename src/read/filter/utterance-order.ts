import type { Row } from '../client-pool';
import type { OrderTerm } from '../connection/page-query';
import { rankOrder } from '../search/window';

const column = (expression: string, property: string, type: string, descending: boolean): OrderTerm => ({
  expression,
  type,
  descending,
  property,
  key: (row: Row) => row[property],
});

/** Nulls last both ways, by an infinity. */
function sentiment(descending: boolean): OrderTerm {
  const infinity = descending ? '-infinity' : 'infinity';
  return {
    ...column(`coalesce(u.sentiment_score, '${infinity}'::float8)`, 'sentimentScore', 'float8', descending),
    key: (row) => row.sentimentScore ?? infinity,
  };
}

/**
 * ORDER BY of statements, comments and utterances. Place and position belong to one row; words of no known day have the lowest places and
 * count as the oldest. `isSearch`: whether there is a search to rank by. Newest first begins with the newest document and reads forward within it.
 */
export function utteranceOrder(
  order: { field: string; direction?: string | null } | null,
  inOneDocument: boolean,
  isSearch = false,
): OrderTerm[] {
  const usual = inOneDocument ? 'POSITION' : 'SAID_AT';
  const wanted = order?.field ?? (isSearch ? 'RELEVANCE' : usual);
  // Without a search, or with one that only leaves words out, nothing is more relevant than anything else.
  const field = wanted === 'RELEVANCE' && !isSearch ? usual : wanted;
  const down = (order?.direction ?? (field === 'POSITION' ? 'ASC' : 'DESC')) === 'DESC';
  const place = column('u.place', 'place', 'int8', down);
  switch (field) {
    case 'RELEVANCE':
      return rankOrder(down);
    case 'SAID_AT':
      return [place, column('u.position', 'position', 'int4', false)];
    case 'POSITION':
      return [place, column('u.position', 'position', 'int4', down)];
    case 'SENTIMENT':
      return [sentiment(down), column('u.id', 'id', 'int8', down)];
    default:
      throw new Error(`no order ${field}`);
  }
}
