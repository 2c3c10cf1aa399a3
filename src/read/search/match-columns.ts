import type { Row } from '../client-pool';
import type { PageColumns } from '../connection/page-columns';
import { fixed, type Sql, sql, texts } from '../sql/sql';
import { foundPlaces } from './found-places';
import type { PageSearch } from './page-search';
import { wordsOf } from './search-tree';
import { type TextMatch, textMatches } from './text-match';

/** By how near the words stand to each other, and by the length of the text (1: its logarithm). */
export const rank = ({ query }: PageSearch): Sql => sql`ts_rank_cd(u.lexemes, ${query}, 1)::float8`;

/** What a row of an order of its own shows of the search: how well it fits, and where it does. */
export const searchColumns = (search: PageSearch, wanted: PageColumns): Sql =>
  sql`, ${search.known.isFindable ? rank(search) : fixed('NULL::float8')} AS "searchScore"${matchColumns(search, wanted)}`;

/**
 * Where the words of a search stand in `utterance u`: lengths of what the parser makes of its plain words, negative for what is no word,
 * and the places of the lexemes in the order of words. The parser leaves out words of 2 KB and more.
 */
export function matchColumns({ known }: PageSearch, { matches }: PageColumns): Sql {
  if (!matches) return sql``;
  const words = wordsOf(known.tree);
  const whole = words.filter(({ isBegun }) => !isBegun).map(({ lexeme }) => lexeme);
  const begun = words.filter(({ isBegun }) => isBegun).map(({ lexeme }) => lexeme);
  return sql`, u.text AS "searchText",
    ARRAY(SELECT CASE WHEN t.tokid = 12 OR octet_length(t.token) >= 2047 THEN -1 ELSE 1 END * char_length(t.token)
      FROM ts_parse('default', earshot_plain_words(u.text)) t) AS "searchTokens",
    (SELECT json_object_agg(l.lexeme, l.positions) FROM unnest(u.lexemes) l
      WHERE l.positions IS NOT NULL AND (l.lexeme = ANY (${texts(whole)}) OR l.lexeme ^@ ANY (${texts(begun)}))) AS "searchWords"`;
}

/** Of a row that has these columns. */
export function matchesOf({ known }: PageSearch, row: Row): TextMatch[] {
  const places = new Map(Object.entries((row.searchWords ?? {}) as Record<string, number[]>));
  const found = known.tree ? foundPlaces(known.tree, places) : [];
  return textMatches(row.searchText as string, row.searchTokens as number[], found);
}
