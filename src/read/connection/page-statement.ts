import { describeEntity, selectList } from '../dictionary';
import { searchColumns } from '../search/match-columns';
import { fixed, int, type Sql, type Statement, sql } from '../sql/sql';
import { beyondCursors, orderBy, towards } from './beyond';
import { mentionPage, walkOf } from './mention-page';
import { EVERYTHING, type PageColumns } from './page-columns';
import type { PageQuery } from './page-query';
import { conjunction, parentStatement } from './parent-statement';

/** Select lists by what is asked for, which plans keep, and by what else the rows need. */
const lists = new WeakMap<PageColumns, Map<string, string>>();

/** The columns of `u` that rows travel with. */
export function listColumns(query: PageQuery, wanted: PageColumns): string {
  const key = `${query.entity.name} ${query.rowClass === null} ${query.order.map(({ property }) => property)}`;
  const known = lists.get(wanted) ?? new Map<string, string>();
  lists.set(wanted, known);
  let list = known.get(key);
  if (list === undefined) {
    list = selectList(query.entity, 'u', columnsFor(query, wanted));
    known.set(key, list);
  }
  return list;
}

/** Undefined: all columns, because something that is no column is asked for. */
function columnsFor(query: PageQuery, { properties, cursors }: PageColumns): ReadonlySet<string> | undefined {
  if (!properties) return undefined;
  const columns = describeEntity(query.entity).columns;
  const wanted = new Set(properties);
  for (const property of properties) if (!columns.some((column) => column.property === property)) return undefined;
  if (cursors) for (const { property } of query.order) wanted.add(property);
  if (!query.rowClass) wanted.add('type');
  // A row of no column at all is still a row.
  if (!columns.some(({ property }) => wanted.has(property))) wanted.add('id');
  return wanted;
}

/** A lateral join reads each parent's page from the index and stops. */
export function pageStatement(
  query: PageQuery,
  keys: readonly (readonly unknown[])[],
  wanted: PageColumns = EVERYTHING,
): Statement {
  const { search } = query;
  const columns = sql`${fixed(listColumns(query, wanted))}${search ? searchColumns(search, wanted) : fixed('')}`;
  const walk = walkOf(query);
  if (walk) return mentionPage(query, walk, keys, columns);
  return parentStatement('page', query, keys, '*', (own) => select(query, columns, own));
}

function select(query: PageQuery, columns: Sql, own: readonly Sql[]): Sql {
  const { wish, order } = query;
  const terms = towards(order, wish.backward);
  const conditions = [...own, ...beyondCursors(terms, wish)];
  const from = sql`${fixed(describeEntity(query.entity).table)} u WHERE ${conjunction(conditions)}`;
  // What a search finds is gathered first where it is not much: a walk along the order might go on to the end for the last of it.
  const rows = query.search?.isGathered() ? sql`(SELECT * FROM ${from} OFFSET 0) u` : from;
  return sql`SELECT ${columns} FROM ${rows} ORDER BY ${orderBy(terms)} LIMIT ${int(wish.size + 1)}`;
}
