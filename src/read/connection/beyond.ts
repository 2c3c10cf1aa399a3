import { fixed, join, type Sql, sql, Value } from '../sql/sql';
import type { PageWish } from './page-args';
import type { OrderTerm } from './page-query';

/** The order in which rows are read: a page before a cursor is read backwards. */
export const towards = (order: readonly OrderTerm[], backward: boolean): readonly OrderTerm[] =>
  backward ? order.map((term) => ({ ...term, descending: !term.descending })) : order;

export const orderBy = (terms: readonly OrderTerm[]): Sql =>
  fixed(terms.map((term) => `${term.expression} ${term.descending ? 'DESC' : 'ASC'}`).join(', '));

/** Behind the cursor that a page begins at, and before the one that bounds it. */
export function beyondCursors(terms: readonly OrderTerm[], { cursor, bound }: PageWish): Sql[] {
  return [...(cursor ? [beyond(terms, cursor)] : []), ...(bound ? [beyond(towards(terms, true), bound)] : [])];
}

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
