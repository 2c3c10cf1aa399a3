import { describeEntity, selectList } from '../dictionary';
import { fixed, int, join, type Sql, type Statement, sql, Value } from '../sql/sql';
import type { OrderTerm, PageQuery } from './page-query';
import { conjunction, parentStatement } from './parent-statement';

/** What is asked of a page's rows. Properties null: everything. */
export interface PageColumns {
  readonly properties: ReadonlySet<string> | null;
  /** Whether cursors are made of the rows. */
  readonly cursors: boolean;
}

export const EVERYTHING: PageColumns = { properties: null, cursors: true };

/** Select lists by what is asked for, which plans keep, and by what else the rows need. */
const lists = new WeakMap<PageColumns, Map<string, string>>();

function listColumns(query: PageQuery, wanted: PageColumns): string {
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
  if (wanted.size === 0) wanted.add('id');
  return wanted;
}

/** A lateral join reads each parent's page from the index and stops. */
export function pageStatement(
  query: PageQuery,
  keys: readonly (readonly unknown[])[],
  wanted: PageColumns = EVERYTHING,
): Statement {
  const columns = fixed(listColumns(query, wanted));
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
  const orderBy = terms.map((t) => `${t.expression} ${t.descending ? 'DESC' : 'ASC'}`).join(', ');
  const table = describeEntity(query.entity).table;
  return sql`SELECT ${columns} FROM ${fixed(table)} u WHERE ${conjunction(conditions)} ORDER BY ${fixed(orderBy)} LIMIT ${int(wish.size + 1)}`;
}

/**
 * Behind a cursor. One direction throughout is a row comparison, which an index can serve; mixed ones are spelled out, behind a bound on the
 * first column, which an index can serve too.
 */
function beyond(terms: readonly OrderTerm[], cursor: readonly unknown[]): Sql {
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
