import type { PageQuery } from '../connection/page-query';
import { conjunction, parentStatement } from '../connection/parent-statement';
import type { Operation } from '../operation';
import { int, type Sql, type Statement, sql, text, texts } from '../sql/sql';
import type { PageSearch } from './page-search';
import type { Way } from './window';

export type SearchQuery = PageQuery & { readonly search: PageSearch };

/** Of more matches than are ranked, the newest so many are. */
export const NEWEST = 1_000;

/** Which way few rows are read, as far as can be known before. */
export function wayTo({ scope, search }: SearchQuery, keys: readonly (readonly unknown[])[], op: Operation): Way {
  const own = scope ? Math.max(...keys.map((key) => scope.most?.(key, op) ?? 0)) : undefined;
  return search.isGathered(own) || !search.known.isFindable ? 'gather' : 'slices';
}

/** Whether all matches would be too many to count. What has to be counted exactly is counted all the same. */
export const isCountedByQuarters = (query: PageQuery, keys: readonly (readonly unknown[])[], op: Operation): boolean =>
  query.search !== undefined && query.countLimit !== null && wayTo(query as SearchQuery, keys, op) === 'slices';

/**
 * `newest(id, slice, place, position)`: matches of the newest quarter, then of the one before it, until there are `most`; each quarter is
 * asked for only when those behind it had too few. `from`: the lexeme of the oldest quarter that is looked at.
 */
export function newest({ quarters }: PageSearch, conditions: readonly Sql[], most: number, from?: string): Sql {
  const limit = int(most);
  const asked = quarters ? sql` AND l.lexeme = ANY (${texts(quarters)})` : sql``;
  const bound = from === undefined ? sql`` : sql` AND l.lexeme >= ${text(from)}`;
  return sql`slice AS MATERIALIZED (SELECT l.lexeme FROM lexeme_count l
      WHERE l.lexeme >= 'q ' AND l.lexeme < 'q!'${asked}${bound} ORDER BY l.lexeme DESC),
    newest AS MATERIALIZED (SELECT m.id, s.lexeme AS slice, m.place, m.position FROM slice s CROSS JOIN LATERAL (
      SELECT x.id, x.place, x.position FROM (SELECT u.id, u.place, u.position FROM utterance u
        WHERE ${conjunction(conditions)} AND u.lexemes @@ ('''' || s.lexeme || '''')::tsquery OFFSET 0) x
      ORDER BY x.place DESC, x.position LIMIT ${limit}) m LIMIT ${limit})`;
}

/** How many match, as far as the newest ones tell: `n` is NEWEST + 1 where there are more. */
export const countNewest = (query: SearchQuery, keys: readonly (readonly unknown[])[]): Statement =>
  parentStatement(
    'count',
    query,
    keys,
    'n',
    (conditions) => sql`WITH ${newest(query.search, conditions, NEWEST + 1)} SELECT count(*)::int AS n FROM newest`,
  );
