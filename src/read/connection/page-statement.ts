import { describeEntity, selectList } from '../dictionary';
import { searchColumns } from '../search/match-columns';
import { fixed, int, join, type Sql, type Statement, sql, Value } from '../sql/sql';
import { EVERYTHING, type PageColumns } from './page-columns';
import type { OrderTerm, PageQuery } from './page-query';
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
  return parentStatement('page', query, keys, '*', (own) => select(query, columns, own));
}

function select(query: PageQuery, columns: Sql, own: readonly Sql[]): Sql {
  const { wish, order } = query;
  const terms = wish.backward ? order.map((term) => ({ ...term, descending: !term.descending })) : order;
  const conditions = [...own];
  if (wish.cursor) conditions.push(beyond(terms, wish.cursor));
  if (wish.bound)
    conditions.push(
      beyond(
        terms.map((t) => ({ ...t, descending: !t.descending })),
        wish.bound,
      ),
    );
  const from = sql`${fixed(describeEntity(query.entity).table)} u WHERE ${conjunction(conditions)}`;
  // What a search finds is gathered first where it is not much: a walk along the order might go on to the end for the last of it.
  const rows = query.search?.isGathered() ? sql`(SELECT * FROM ${from} OFFSET 0) u` : from;
  return sql`SELECT ${columns} FROM ${rows} ORDER BY ${orderBy(terms)} LIMIT ${int(wish.size + 1)}`;
}

export const orderBy = (terms: readonly OrderTerm[]): Sql =>
  fixed(terms.map((t) => `${t.expression} ${t.descending ? 'DESC' : 'ASC'}`).join(', '));

/**
 * Behind a cursor. One direction throughout is a row comparison, which an index can serve; mixed ones are spelled out, behind a bound on the
 * first column, which an index can serve too.
 */
export function beyond(terms: readonly OrderTerm[], cursor: readonly unknown[]): Sql {
  const values = terms.map((term, i) => new Value(cursor[i] ?? null, term.type));
  const down = terms[0]?.descending;
  if (terms.every((term) => term.descending === down)) {
    const left = fixed(terms.map((term) => term.expression).join(', '));
    return sql`(${left}) ${fixed(down ? '<' : '>')} (${join(
      values.map((v) => sql`${v}`),
      ', ',
    )})`;
  }
  const compare = (i: number, operator: string) =>
    sql`${fixed((terms[i] as OrderTerm).expression)} ${fixed(operator)} ${values[i] as Value}`;
  const cases = terms.map((term, i) => {
    // The bound leaves nothing but equals of the first column where it is not further on.
    const equal = terms.slice(1, i).map((_, j) => compare(j + 1, '='));
    const further = compare(i, term.descending ? '<' : '>');
    return equal.length > 0 ? sql`(${join([...equal, further], ' AND ')})` : further;
  });
  return sql`${compare(0, down ? '<=' : '>=')} AND (${join(cases, ' OR ')})`;
}
