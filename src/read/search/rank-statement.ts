import { beyond, orderBy } from '../connection/beyond';
import type { PageColumns } from '../connection/page-columns';
import type { PageQuery } from '../connection/page-query';
import { listColumns } from '../connection/page-statement';
import { conjunction, parentStatement } from '../connection/parent-statement';
import type { Operation } from '../operation';
import { fixed, int, type Sql, type Statement, sql, text, Value } from '../sql/sql';
import { matchColumns, rank } from './match-columns';
import { inEachRow, NEWEST, newest, type SearchQuery, sliced, WALK, walkedRows, wayTo } from './newest';
import type { PageSearch } from './page-search';
import { ALL_RANKED, isRankOrder, rankTerms, rankValues, type Way, type Window, windowOf } from './window';

/** Up to so many matches all are ranked, which takes some 5 ms. */
const ALL = 2_000;
/** On further pages: what arrives after the first one is ranked too, until there are so many. */
const ARRIVED = 2 * ALL;

/** Without a search that finds rows by their words there is no rank. */
export const isRankedQuery = (query: PageQuery): query is SearchQuery =>
  query.search !== undefined && isRankOrder(query.order);

/**
 * The page of a search by rank. However common the words are, a bounded number of rows is ranked: ranking all matches of a common word
 * takes seconds. Postgres cannot choose between the ways, because it does not know how far it would have to go (adr/0019).
 */
export function rankStatement(
  query: SearchQuery,
  keys: readonly (readonly unknown[])[],
  wanted: PageColumns,
  op: Operation,
): Statement {
  const list = listColumns(query, wanted);
  const window = windowOf(query.wish);
  const way = window?.way ?? wayTo(query, keys, op);
  return parentStatement('page', query, keys, '*', (conditions) =>
    pageOf(query, list, wanted, way, window, foundBy(way, query.search, conditions, window)),
  );
}

/** `found(id, slice, place, position, is_cut)`: the matches that are ranked. Materialized throughout, so that the limit has no say in how matches are found. */
function foundBy(way: Way, search: PageSearch, conditions: readonly Sql[], window: Window | null): Sql {
  if (way === 'gather') return gather(search, conditions, window);
  return way === 'walk' && window ? walkOn(search, conditions, window) : slices(search, conditions, window);
}

function gather({ isAlong }: PageSearch, conditions: readonly Sql[], window: Window | null): Sql {
  const own = window ? [...conditions, notOlder(window)] : conditions;
  // More than all that are ranked need not be met, where rows are met in their order.
  const enough = isAlong && !window ? sql` ORDER BY u.place DESC, u.position LIMIT ${int(ALL + 1)}` : sql``;
  const matches = sql`matches AS MATERIALIZED (SELECT u.id, u.place, u.position FROM utterance u WHERE ${conjunction(own)}${enough})`;
  if (window) {
    return sql`${matches}, found AS MATERIALIZED (SELECT id, '' AS slice, place, position, false AS is_cut FROM matches
      ORDER BY place, position DESC LIMIT ${int(ARRIVED)})`;
  }
  return sql`${matches}, size AS MATERIALIZED (SELECT count(*) > ${int(ALL)} AS is_cut FROM matches),
    found AS MATERIALIZED (SELECT m.id, '' AS slice, m.place, m.position, s.is_cut FROM matches m, size s
      ORDER BY m.place DESC, m.position LIMIT (SELECT CASE WHEN is_cut THEN ${int(NEWEST)} ELSE ${int(ALL)} END FROM size))`;
}

/** The newest quarters, until enough are found. */
function slices(search: PageSearch, conditions: readonly Sql[], window: Window | null): Sql {
  if (window) {
    const own = [...conditions, sql`(s.lexeme > ${text(window.slice)} OR ${notOlder(window)})`];
    return sql`${sliced(search, own, ARRIVED, undefined, window.slice)},
      found AS MATERIALIZED (SELECT id, slice, place, position, false AS is_cut FROM sliced)`;
  }
  return sql`${newest(search, conditions, NEWEST + 1)}, found AS MATERIALIZED (
    SELECT id, slice, place, position, (SELECT count(*) > ${int(NEWEST)} FROM newest) AS is_cut FROM newest
    ORDER BY slice DESC, place DESC, position LIMIT ${int(NEWEST)})`;
}

/** Down to the oldest row that was ranked, however many have arrived. */
function walkOn(search: PageSearch, conditions: readonly Sql[], window: Window): Sql {
  const own = [...inEachRow(search, conditions), notOlder(window)];
  return sql`found AS MATERIALIZED (SELECT u.id, ${text(WALK)} AS slice, u.place, u.position, false AS is_cut
    FROM ${walkedRows(search, window.place)} WHERE ${conjunction(own)} ORDER BY u.place, u.position DESC LIMIT ${int(ARRIVED)})`;
}

const notOlder = ({ place, position }: Window): Sql =>
  sql`(u.place, -u.position) >= (${new Value(place, 'int8')}, ${int(-position)})`;

/** A row at least, with the window; without an id where there is nothing on the page. */
function pageOf(
  { wish, order, search }: SearchQuery,
  list: string,
  wanted: PageColumns,
  way: Way,
  window: Window | null,
  found: Sql,
): Sql {
  const terms = rankTerms(order).map((term) => (wish.backward ? { ...term, descending: !term.descending } : term));
  const conditions: Sql[] = [];
  if (wish.cursor) conditions.push(beyond(terms, rankValues(wish.cursor)));
  if (wish.bound) {
    const back = terms.map((term) => ({ ...term, descending: !term.descending }));
    conditions.push(beyond(back, rankValues(wish.bound)));
  }
  const edge = window
    ? sql`SELECT ${text(window.slice)} AS slice, ${new Value(window.place, 'int8')} AS place, ${int(window.position)} AS position`
    : sql`SELECT coalesce(min(f.slice), '') AS slice, coalesce(min(f.place), ${int(ALL_RANKED)}) AS place, coalesce(min(f.position), 0) AS position
        FROM (SELECT * FROM found WHERE is_cut ORDER BY slice, place, position DESC LIMIT 1) f`;
  return sql`WITH ${found},
    ranked AS MATERIALIZED (SELECT f.id, ${rank(search)} AS score, (u.directness = 'PARAPHRASE')::int AS retold, f.place, f.position
      FROM found f CROSS JOIN LATERAL (SELECT u.lexemes, u.directness FROM utterance u WHERE u.id = f.id OFFSET 0) u),
    page AS MATERIALIZED (SELECT r.* FROM ranked r WHERE ${conjunction(conditions)} ORDER BY ${orderBy(terms)} LIMIT ${int(wish.size + 1)})
  SELECT ${fixed(list)}, r.id IS NOT NULL AS "searchFound", r.score AS "searchScore", r.retold AS "searchRetold", r.place AS "searchPlace",
    r.position AS "searchPosition", CASE WHEN e.slice = ${text(WALK)} THEN e.slice ELSE ${text(way)} END AS "searchWay", e.slice AS "searchSlice", e.place AS "searchFrom", e.position AS "searchFromPosition"${matchColumns(
      search,
      wanted,
    )}
  FROM (${edge}) e LEFT JOIN page r ON true LEFT JOIN LATERAL (SELECT * FROM utterance u WHERE u.id = r.id OFFSET 0) u ON true
  ORDER BY ${orderBy(terms)}`;
}
