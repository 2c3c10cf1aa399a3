import { join, type Sql, sql, Value } from '../sql/sql';
import type { PageSearch } from './page-search';
import { type Alternative, alternativesOf, printTree, type SearchNode } from './search-tree';

/**
 * That `exchange u` is found: one of its questions or answers has all words that are looked for, and none of them has one that is left
 * out. An exchange is read as a whole, so that a word that nobody wants to read may stand nowhere in it.
 */
export function exchangeHas({ known, query, isGathered }: PageSearch): Sql {
  const alternatives = known.tree ? alternativesOf(known.tree) : [];
  // Without words that are left out, what is typed is one condition.
  if (alternatives.every(({ unwanted }) => unwanted.length === 0)) return hasOne(query, isGathered());
  return sql`(${join(
    alternatives.map((alternative) => matches(alternative, isGathered())),
    ' OR ',
  )})`;
}

function matches({ wanted, unwanted }: Alternative, isGathered: boolean): Sql {
  const parts: Sql[] = [];
  if (wanted.length > 0) parts.push(hasOne(print('and', wanted), isGathered));
  // Looked for exchange by exchange: there are others than those that have a word.
  if (unwanted.length > 0) parts.push(sql`NOT ${hasOne(print('or', unwanted), false)}`);
  return sql`(${join(parts, ' AND ')})`;
}

const print = (kind: 'and' | 'or', nodes: readonly SearchNode[]): Value =>
  new Value(printTree({ kind, nodes }), 'tsquery');

/** Rare words are looked for first, common ones exchange by exchange. */
const hasOne = (query: Value, isGathered: boolean): Sql =>
  isGathered
    ? sql`u.id = ANY (ARRAY(SELECT s.exchange_id FROM utterance s WHERE s.lexemes @@ ${query} AND s.exchange_id IS NOT NULL))`
    : sql`EXISTS (SELECT FROM utterance s WHERE s.exchange_id = u.id AND s.lexemes @@ ${query})`;
