import { fixed, int, ints, join, type Sql, type Statement, sql } from '../sql/sql';
import { beyondCursors, orderBy, towards } from './beyond';
import type { MentionWalk, OrderTerm, PageQuery, StreamList } from './page-query';
import { conjunction, parentStatement } from './parent-statement';

/** Null: its rows are found by their own conditions. */
export const walkOf = ({ mentions, scope, where }: PageQuery): MentionWalk | null =>
  mentions && mentions.instead.where === where && mentions.instead.scope === scope ? mentions : null;

/** By the document that a place ends in, and the position there: one row by an index. */
const ROW = 'u.document_id = (f.place & 2147483647)::int4 AND u.position = f.position';

/**
 * A page of utterances on topics. Each topic (of each company, speaker or quarter) is a stream of mentions that an index has in order; the
 * places of the page are read from the streams and merged, an utterance in several of them once, and then its rows by their keys. What
 * mentions do not carry is looked at row by row on the way. The rows are fetched by a join that cannot be turned round: planned for any values, it
 * might be thought to be about a great part of the table.
 */
export function mentionPage(
  query: PageQuery,
  walk: MentionWalk,
  keys: readonly (readonly unknown[])[],
  columns: Sql,
): Statement {
  const { wish } = query;
  const terms = towards(query.order, wish.backward);
  return parentStatement('page', mentionsOf(query, walk), keys, '*', (own) =>
    mentionedRows(walk, [...own, ...beyondCursors(under('m', terms), wish)], terms, wish.size + 1, columns),
  );
}

/** The first `most` rows in an order of place and position, of those whose mentions meet the walk's lists and the conditions (on `m`). */
export function mentionedRows(
  walk: Pick<MentionWalk, 'lists' | 'overlaps' | 'rest'>,
  conditions: readonly Sql[],
  terms: readonly OrderTerm[],
  most: number,
  columns: Sql,
): Sql {
  const [inStream, merged] = [under('m', terms), under('f', terms)];
  const limit = int(most);
  const stream = sql`SELECT m.place, m.position FROM topic_mention m${checked(walk.rest)} WHERE ${conjunction([...conditions, ...listed(walk.lists)])} ORDER BY ${orderBy(inStream)} LIMIT ${limit}`;
  const lists = walk.lists.filter(isLong);
  const places =
    lists.length === 0
      ? stream
      : sql`SELECT ${fixed(walk.overlaps ? 'DISTINCT f.place, f.position' : 'f.place, f.position')} FROM ${join(lists.map(unnested), ' CROSS JOIN ')} CROSS JOIN LATERAL (${stream}) f ORDER BY ${orderBy(merged)} LIMIT ${limit}`;
  return sql`SELECT r.* FROM (${places}) f CROSS JOIN LATERAL (SELECT ${columns} FROM utterance u WHERE ${fixed(ROW)} LIMIT 1) r ORDER BY ${orderBy(merged)}`;
}

/** How many there are, where mentions carry all that is asked for. */
export function mentionCount(query: PageQuery, walk: MentionWalk, keys: readonly (readonly unknown[])[]): Statement {
  return parentStatement('count', mentionsOf(query, walk), keys, 'n', (own) => {
    const all = walk.lists.map(({ column, ids }) => sql`${fixed(`m.${column}`)} = ANY (${ints(ids)})`);
    const rows = sql`SELECT ${fixed(walk.overlaps ? 'DISTINCT m.place, m.position' : '1')} FROM topic_mention m WHERE ${conjunction([...own, ...all])}`;
    const most = query.countLimit;
    return sql`SELECT count(*)::int AS n FROM (${rows}${most === null ? fixed('') : sql` LIMIT ${int(most + 1)}`}) c`;
  });
}

const mentionsOf = (query: PageQuery, { scope, where }: MentionWalk): PageQuery => ({
  ...query,
  scope,
  where,
  ownPlan: false,
});

const isLong = ({ ids }: StreamList): boolean => ids.length > 1;
const listed = (lists: readonly StreamList[]): Sql[] =>
  lists.map(
    (list) =>
      sql`${fixed(`m.${list.column}`)} = ${isLong(list) ? fixed(`${list.column}.id`) : int(list.ids[0] as number)}`,
  );
const unnested = ({ column, ids }: StreamList): Sql => sql`unnest(${ints(ids)}) ${fixed(`${column}(id)`)}`;

const under = (alias: string, terms: readonly OrderTerm[]): OrderTerm[] =>
  terms.map((term) => ({ ...term, expression: term.expression.replace(/^u\./, `${alias}.`) }));

/** Whether a mention's utterance is one that was asked for. */
function checked(rest: readonly Sql[]): Sql {
  if (rest.length === 0) return fixed('');
  const row = fixed(ROW.replaceAll('f.', 'm.'));
  return sql` CROSS JOIN LATERAL (SELECT FROM utterance u WHERE ${row} AND ${conjunction(rest)} LIMIT 1) checked`;
}
