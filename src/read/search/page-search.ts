import type { Operation } from '../operation';
import { join, type Sql, sql, Value } from '../sql/sql';
import { COMMON, type CountedKind, type KnownSearch } from './known-search';
import { readSearch, type TextSearch } from './typed-search';

/** What a page's filter searches for. */
export interface PageSearch {
  readonly known: KnownSearch;
  /** The tsquery: what rows are ranked by. */
  readonly query: Value;
  /** That `utterance u` has the words. */
  readonly where: Sql;
  /** The same of a row at hand: no index serves it. */
  readonly filter: Sql;
  /** Words that are so common that the newest rows of all will have enough of them: of which kind these are. */
  readonly walk: CountedKind | 'any' | null;
  /** Whether fewer rows have the words than are on the topics of the filter. */
  readonly isRarerThanTopics: boolean;
  /** Common words among rows that an index has in order of place: reading can stop when there are enough. */
  readonly isAlong: boolean;
  /** Lexemes of the calendar quarters that the filter allows; null: of any; empty: of none that is stored. */
  readonly quarters: readonly string[] | null;
  /** Whether all matches are gathered, because they cannot be many or are not likely to be, where a parent has so many rows at most. */
  isGathered(most?: number): boolean;
  /** How many rows match; null where only the rows themselves can tell. */
  readonly total: number | null;
}

/** What else a filter says, as far as it is known how many rows that leaves or which lexemes they have. */
export interface Narrowing {
  readonly kind: CountedKind;
  /** Lexemes of the companies and of the calendar quarters that it names; null where it names none, or too many. */
  readonly companies: readonly string[] | null;
  readonly quarters: readonly string[] | null;
  /** Rows on its topics; null where it names none. */
  readonly topicRows: number | null;
  /** More rows than this do not pass. */
  readonly most: number;
  /** What share of all rows would pass, were its parts independent of each other. */
  readonly share: number;
  /** All rows of the kind, as far as is known. */
  readonly all: number;
  /** Whether rows are one parent's. */
  readonly isOwn: boolean;
  /** Whether all rows are one company's or one speaker's. */
  readonly isAlong: boolean;
  /** Whether rows of it lie among all others: of no company, speaker, topic, document or period that is named. */
  readonly isEverywhere: boolean;
  /** Whether there is nothing else. */
  readonly isAll: boolean;
}

/** Of a filter that is not one over utterances. */
export const NOTHING_ELSE: Narrowing = {
  kind: null,
  companies: null,
  quarters: null,
  topicRows: null,
  most: Number.POSITIVE_INFINITY,
  share: 1,
  all: Number.POSITIVE_INFINITY,
  isOwn: false,
  isAlong: false,
  isEverywhere: false,
  isAll: false,
};

/** Matches that cannot be more are gathered to find the newest among them; where they can, one quarter after the other is asked. */
const GATHERED = 10_000;
/** Matches of which no more are expected are gathered too: all quarters would be asked in vain for more. */
const EXPECTED = 4_000;

/** Beyond so many companies or quarters their lexemes cost more than they save. */
export const MOST_LEXEMES = 40;

/** Where the rest of a filter leaves so much less than the words do, their index only costs time. */
const FAR_MORE = 8;

/** Null: nothing can match, because nothing is left to search for; a warning says so. May throw NeedLookup. */
export function openSearch(search: TextSearch, op: Operation, narrowing: Narrowing): PageSearch | null {
  const known = op.view.search(readSearch(search));
  if (!known.tree) {
    op.warn({
      code: 'NOTHING_TO_SEARCH',
      message: 'There is no word in the search that could be found: it is empty, or has nothing but words like "the".',
      argument: 'filter.search.query',
    });
    return null;
  }
  const { kind, companies, quarters, topicRows, most, share, all, isOwn, isAlong, isEverywhere, isAll } = narrowing;
  const query = new Value(known.query, 'tsquery');
  const mostMatches = known.mostMatches(kind);
  const isCommon = known.isFindable && known.share(kind, all) >= COMMON;
  // The operator's function, which no index serves: the rest finds the rows, and the words are looked for in these.
  const isRest = mostMatches > FAR_MORE * most || ((isOwn || isAlong) && isCommon);
  // `least` says that it costs more than what else is asked of a row, so that Postgres asks it last.
  const filter = sql`least(ts_match_vq(u.lexemes, ${query}), true)`;
  return {
    known,
    query,
    where: isRest ? filter : byIndex(known.indexed(kind, all), known.query, [companies, quarters], filter),
    filter,
    walk: isEverywhere && isCommon ? (kind ?? 'any') : null,
    isRarerThanTopics: topicRows !== null && mostMatches < topicRows,
    isAlong: isAlong && isCommon,
    quarters,
    isGathered: (own = Number.POSITIVE_INFINITY) =>
      Math.min(mostMatches, most, own) <= GATHERED || known.share(kind, all) * share * Math.min(all, own) <= EXPECTED,
    total: isAll ? known.matches(kind) : null,
  };
}

/** No row has it: of a period that no stored quarter lies in. */
const NO_LEXEME = 'q none';

/**
 * What the index finds, with the lexemes of what else rows have to be, so that it alone finds those that are both; then, where it cannot
 * tell all of the search, what is left of it, behind what other filters say.
 */
function byIndex(
  indexed: string | null,
  query: string,
  others: readonly (readonly string[] | null)[],
  filter: Sql,
): Sql {
  const parts = [
    ...(indexed === null ? [] : [indexed]),
    ...others
      .filter((lexemes) => lexemes !== null)
      .map((lexemes) => (lexemes.length > 0 ? lexemes : [NO_LEXEME]).map((l) => `'${l}'`).join(' | ')),
  ];
  const found = new Value(parts.map((part) => (parts.length > 1 ? `(${part})` : part)).join(' & '), 'tsquery');
  return join(
    [...(parts.length > 0 ? [sql`u.lexemes @@ ${found}`] : []), ...(indexed === query ? [] : [filter])],
    ' AND ',
  );
}

/** The lexemes of utterances (see earshot_lexemes in the database). */
export const companyLexeme = (id: number): string => `c ${id}`;
export const quarterLexeme = (year: number, quarter: number): string => `q ${year} ${quarter}`;
