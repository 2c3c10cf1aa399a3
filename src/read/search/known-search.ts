import { makeStatement, type Statement, sql, text } from '../sql/sql';
import { isExact, loosen } from './loosen';
import { printTree, readTree, type SearchNode } from './search-tree';
import type { TypedSearch } from './typed-search';

/** What the database makes of what is typed. */
export interface SearchRow {
  /** The tsquery. Empty: nothing is left of it but stop words. */
  readonly query: string;
  /** Whether rows can be found by words that they have; false where words are only left out. */
  readonly isFindable: boolean;
  /** Whether all that is stored has been counted: while documents are imported, the counts of the latest ones wait to be added up. */
  readonly isSettled: boolean;
  /** Of each word: its lexeme, whether it is only begun, and in how many statements and comments it stands. */
  readonly counts: readonly (readonly [lexeme: string, isBegun: boolean, statements: number, comments: number])[];
}

/** A search as the database knows it. */
export interface KnownSearch {
  readonly query: string;
  readonly tree: SearchNode | null;
  readonly isFindable: boolean;
  /** More rows of a kind than this cannot match; infinite where words are only left out. */
  mostMatches(kind: CountedKind): number;
  /** What share of rows would match, were words independent of each other; `all`: rows of the kind. At most 1. */
  share(kind: CountedKind, all: number): number;
  /**
   * The tsquery of what the index of words finds of it quickly: no less than matches. Null: nothing of it. It is `query` where it finds
   * just that.
   */
  indexed(kind: CountedKind, all: number): string | null;
  /** In how many rows of a kind the search's only word stands; null where that alone does not say how many match, or is not known yet. */
  matches(kind: CountedKind): number | null;
}

/** From this share of all rows on, words are common: rows are looked through for them. */
export const COMMON = 1 / 8;

export type CountedKind = 'Statement' | 'AnalystComment' | null;

export const searchKey = ({ words, begun }: TypedSearch): string => JSON.stringify([words, begun]);

/** Quoted words of a tsquery's text, with the mark of those that are only begun. */
const WORDS = "'((?:[^']|'')*)'(:\\*)?";

/** One statement for one search, by its key: stems, stop words and frequencies are the database's affair. */
export function searchStatement(key: string): Statement {
  const [words, begun] = JSON.parse(key) as [string, string | null];
  const typed =
    begun === null
      ? sql`to_tsquery('earshot', ${text(words)})`
      : // Mostly its stem is what was typed: twice the same would be looked up twice.
        sql`to_tsquery('earshot', ${text(words)}) && (SELECT CASE WHEN b.stem = b.typed THEN b.stem ELSE b.stem || b.typed END
          FROM (SELECT to_tsquery('earshot', ${text(begun)}) AS stem, to_tsquery('earshot_begun', ${text(begun)}) AS typed) b)`;
  return makeStatement(
    'words of a search',
    sql`SELECT s.query::text AS query, querytree(s.query) NOT IN ('', 'T') AS "isFindable",
      NOT EXISTS (SELECT FROM lexeme_delta) AS "isSettled", coalesce((
      SELECT json_agg(json_build_array(w.lexeme, w.begun, c.statements, c.comments)) FROM (
        SELECT DISTINCT replace(m[1], '''''', '''') AS lexeme, m[2] IS NOT NULL AS begun FROM regexp_matches(s.query::text, ${text(WORDS)}, 'g') m
      ) w CROSS JOIN LATERAL (
        SELECT coalesce(sum(l.statements), 0) AS statements, coalesce(sum(l.comments), 0) AS comments FROM lexeme_count l
        WHERE l.lexeme >= w.lexeme AND l.lexeme < w.lexeme || CASE WHEN w.begun THEN chr(1114111) ELSE chr(1) END
      ) c), '[]') AS counts FROM (SELECT ${typed} AS query) s`,
  );
}

export function knowSearch({ query, isFindable, isSettled, counts }: SearchRow): KnownSearch {
  const tree = readTree(query);
  const byWord = new Map(counts.map(([lexeme, isBegun, ...n]) => [`${isBegun} ${lexeme}`, n] as const));
  const rowsWith = (node: Extract<SearchNode, { readonly kind: 'word' }>, kind: CountedKind): number => {
    const [statements = 0, comments = 0] = byWord.get(`${node.isBegun} ${node.lexeme}`) ?? [];
    return kind === null ? statements + comments : kind === 'Statement' ? statements : comments;
  };
  const most = (node: SearchNode, kind: CountedKind): number => {
    switch (node.kind) {
      case 'word':
        return rowsWith(node, kind);
      case 'not':
        return Number.POSITIVE_INFINITY;
      case 'phrase':
        return Math.min(most(node.first, kind), most(node.second, kind));
      case 'and':
        return Math.min(...node.nodes.map((part) => most(part, kind)));
      case 'or':
        return node.nodes.reduce((sum, part) => sum + most(part, kind), 0);
    }
  };
  const share = (node: SearchNode, kind: CountedKind, all: number): number => {
    const part = (each: SearchNode) => share(each, kind, all);
    switch (node.kind) {
      case 'word':
        return Math.min(1, rowsWith(node, kind) / Math.max(1, all));
      case 'not':
        return 1;
      case 'phrase':
        return part(node.first) * part(node.second);
      case 'and':
        return node.nodes.reduce((product, each) => product * part(each), 1);
      case 'or':
        return Math.min(
          1,
          node.nodes.reduce((sum, each) => sum + part(each), 0),
        );
    }
  };
  const indexed = (kind: CountedKind, all: number): string | null => {
    const isCostly = (word: Extract<SearchNode, { readonly kind: 'word' }>) =>
      word.isBegun && share(word, kind, all) >= COMMON;
    if (!tree || isExact(tree, isCostly)) return query;
    const loose = loosen(tree, isCostly);
    return loose && printTree(loose);
  };
  return {
    query,
    tree,
    isFindable,
    indexed,
    share: (kind, all) => (tree ? share(tree, kind, all) : 0),
    mostMatches: (kind) => (tree ? most(tree, kind) : 0),
    matches: (kind) => (isSettled && tree?.kind === 'word' && !tree.isBegun ? rowsWith(tree, kind) : null),
  };
}
