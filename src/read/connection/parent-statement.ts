import type { Row } from '../client-pool';
import { fixed, join, makeStatement, type Sql, type Statement, sql, Value } from '../sql/sql';
import type { PageQuery, Scope } from './page-query';

/**
 * One statement about the rows of a query, for one parent or for many: a lateral join asks for each parent's own and comes back with
 * `ord`, the parent's place. `what` and the field label it; `columns` of the inner statement are wanted; `inner` gets the conditions of
 * the connection's rows, all of them: those that make them one parent's, and its filter.
 */
export function parentStatement(
  what: string,
  query: PageQuery,
  keys: readonly (readonly unknown[])[],
  columns: string,
  inner: (conditions: readonly Sql[]) => Sql,
): Statement {
  const label = `${what} ${query.name.split(' ')[0]}`;
  const { scope } = query;
  if (!scope || keys.length === 1) return makeStatement(label, inner(ownConditions(query, keys)), query.ownPlan);
  return makeStatement(
    label,
    sql`SELECT k.ord, ${fixed(`p.${columns}`)} ${eachParent(scope, query, keys, inner)}`,
    query.search !== undefined,
  );
}

/** The same rows as a piece of a larger statement, with `ord` for one parent too. `inner` selects named columns. */
export function parentRows(
  query: PageQuery,
  keys: readonly (readonly unknown[])[],
  inner: (conditions: readonly Sql[]) => Sql,
): Sql {
  const { scope } = query;
  if (!scope || keys.length === 1) return sql`SELECT 1::int8 AS ord, p.* FROM (${inner(ownConditions(query, keys))}) p`;
  return sql`SELECT k.ord, p.* ${eachParent(scope, query, keys, inner)}`;
}

/** The conditions of one parent's rows. */
function ownConditions({ scope, where }: PageQuery, [key = []]: readonly (readonly unknown[])[]): readonly Sql[] {
  const own = scope ? [scope.where(scope.types.map((type, i) => sql`${new Value(key[i], type)}`))] : [];
  return [...own, ...(where ?? [])];
}

function eachParent(
  scope: Scope,
  { where }: PageQuery,
  keys: readonly (readonly unknown[])[],
  inner: (conditions: readonly Sql[]) => Sql,
): Sql {
  const each = inner([scope.where(scope.types.map((_, i) => fixed(`k.k${i}`))), ...(where ?? [])]);
  return sql`FROM ${keyTable(scope.types, keys)} CROSS JOIN LATERAL (${each}) p`;
}

/** Parents' keys as parallel arrays `k(k0, k1, ord)`. */
function keyTable(types: readonly string[], keys: readonly (readonly unknown[])[]): Sql {
  const arrays = types.map(
    (type, i) =>
      sql`${new Value(
        keys.map((key) => key[i]),
        `${type}[]`,
      )}`,
  );
  const names = types.map((_, i) => `k${i}`).join(', ');
  return sql`unnest(${join(arrays, ', ')}) WITH ORDINALITY k(${fixed(names)}, ord)`;
}

/** Rows of such a statement by the parent's place; those for one parent have no `ord`. Without a scope all parents have the same rows. */
export function splitByParent(rows: readonly Row[], query: PageQuery, parents: number): Row[][] {
  if (parents === 1) return [rows as Row[]];
  if (!query.scope) return Array.from({ length: parents }, () => [...rows]);
  const lists: Row[][] = Array.from({ length: parents }, () => []);
  for (const row of rows) lists[Number(row.ord) - 1]?.push(row);
  return lists;
}

export function conjunction(conditions: readonly Sql[]): Sql {
  return conditions.length > 0 ? join(conditions, ' AND ') : fixed('true');
}
