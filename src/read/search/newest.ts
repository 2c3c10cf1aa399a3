import type { PageQuery } from '../connection/page-query';
import { conjunction, parentStatement } from '../connection/parent-statement';
import type { Operation } from '../operation';
import { fixed, int, type Sql, type Statement, sql, text, texts, Value } from '../sql/sql';
import type { PageSearch } from './page-search';
import type { Way } from './window';

export type SearchQuery = PageQuery & { readonly search: PageSearch };

/** Of more matches than are ranked, the newest so many are. */
export const NEWEST = 1_000;

/** Which way few rows are read, as far as can be known before. */
export function wayTo({ scope, search }: SearchQuery, keys: readonly (readonly unknown[])[], op: Operation): Way {
  return search.isAlong || areFew(scope, search, keys, op) ? 'gather' : 'slices';
}

function areFew(
  scope: PageQuery['scope'],
  search: PageSearch,
  keys: readonly (readonly unknown[])[],
  op: Operation,
): boolean {
  const own = scope ? Math.max(...keys.map((key) => scope.most?.(key, op) ?? 0)) : undefined;
  return search.isGathered(own) || !search.known.isFindable;
}

/** Whether all matches would be too many to count. What has to be counted exactly is counted all the same. */
export const areManyToCount = (
  { search, countLimit, scope }: PageQuery,
  keys: readonly (readonly unknown[])[],
  op: Operation,
): boolean => search !== undefined && countLimit !== null && !areFew(scope, search, keys, op);

/** Of common words, the newest rows of all that are looked through for matches. */
const WALKED = 8_000;

/** What stands in place of a quarter where rows were found by a walk. */
export const WALK = 'walk';

/** Conditions of a walk: the words are looked for in each row. */
export const inEachRow = ({ where, filter }: PageSearch, conditions: readonly Sql[]): readonly Sql[] =>
  conditions.map((condition) => (condition === where ? filter : condition));

/** Rows in order of place, the newest first, from which a walk takes those that match; `from`: back to this place. */
export function walkedRows({ walk }: PageSearch, from?: number): Sql {
  const kind = walk === null || walk === 'any' ? [] : [sql`u.type = ${fixed(`'${walk}'`)}`];
  const conditions = [...kind, ...(from === undefined ? [] : [sql`u.place >= ${new Value(from, 'int8')}`])];
  const limit = from === undefined ? sql`LIMIT ${int(WALKED)}` : sql``;
  return sql`(SELECT * FROM utterance u WHERE ${conjunction(conditions)} ORDER BY u.place DESC, u.position ${limit}) u`;
}

/**
 * `newest(id, slice, place, position)`: `most` matches, or all there are. Of common words the newest rows of all are looked through first;
 * where these have too few, and of other words, matches are those of the newest quarter, then of the one before it.
 */
export function newest(search: PageSearch, conditions: readonly Sql[], most: number): Sql {
  if (search.walk === null)
    return sql`${sliced(search, conditions, most)}, newest AS MATERIALIZED (SELECT * FROM sliced)`;
  const limit = int(most);
  const isShort = sql`(SELECT count(*) < ${limit} FROM walked)`;
  return sql`walked AS MATERIALIZED (SELECT u.id, ${text(WALK)} AS slice, u.place, u.position FROM ${walkedRows(search)}
      WHERE ${conjunction(inEachRow(search, conditions))} LIMIT ${limit}),
    ${sliced(search, conditions, most, isShort)},
    newest AS MATERIALIZED (SELECT * FROM walked WHERE NOT ${isShort} UNION ALL SELECT * FROM sliced)`;
}

/**
 * `sliced`: the same, quarter by quarter; each is asked for only when those behind it had too few. `from`: the lexeme of the oldest quarter
 * that is looked at; none is unless `isWanted`.
 */
export function sliced(
  { quarters }: PageSearch,
  conditions: readonly Sql[],
  most: number,
  isWanted?: Sql,
  from?: string,
): Sql {
  const limit = int(most);
  const wanted = isWanted ? sql` AND ${isWanted}` : sql``;
  const asked = quarters ? sql` AND l.lexeme = ANY (${texts(quarters)})` : sql``;
  const bound = from === undefined ? sql`` : sql` AND l.lexeme >= ${text(from)}`;
  return sql`slice AS MATERIALIZED (SELECT l.lexeme FROM lexeme_count l
      WHERE l.lexeme >= 'q ' AND l.lexeme < 'q!'${asked}${bound}${wanted} ORDER BY l.lexeme DESC),
    sliced AS MATERIALIZED (SELECT m.id, s.lexeme AS slice, m.place, m.position FROM slice s CROSS JOIN LATERAL (
      SELECT x.id, x.place, x.position FROM (SELECT u.id, u.place, u.position FROM utterance u
        WHERE ${conjunction(conditions)} AND u.lexemes @@ ('''' || s.lexeme || '''')::tsquery OFFSET 0) x
      ORDER BY x.place DESC, x.position LIMIT ${limit}) m LIMIT ${limit})`;
}

/** How many match, as far as the newest ones tell: `n` is NEWEST + 1 where there are more. */
export const countNewest = (query: SearchQuery, keys: readonly (readonly unknown[])[]): Statement =>
  parentStatement('count', query, keys, 'n', (conditions) => {
    if (!query.search.isAlong)
      return sql`WITH ${newest(query.search, conditions, NEWEST + 1)} SELECT count(*)::int AS n FROM newest`;
    return sql`SELECT count(*)::int AS n FROM (SELECT FROM utterance u WHERE ${conjunction(conditions)} LIMIT ${int(NEWEST + 1)}) c`;
  });
