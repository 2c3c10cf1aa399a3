import { fingerprintOf, type PageArgs, readPageArgs } from '../connection/page-args';
import type { OrderTerm, PageQuery, Scope } from '../connection/page-query';
import { SqlConnection } from '../connection/sql-connection';
import type { EntityClass } from '../dictionary';
import { type ConnectionEdge, connection, WHOLE } from '../edge';
import type { Operation } from '../operation';
import type { Sql } from '../sql/sql';

interface Spec<P, A> {
  readonly entity: EntityClass;
  readonly scope: Scope | null;
  keys(parent: P): readonly unknown[];
  readonly order: readonly OrderTerm[];
  /** Null: nothing can match. */
  where(args: A, op: Operation): readonly Sql[] | null;
}

/** A connection over rows of one plain table, in one fixed order. */
export function simpleConnection<P, A extends object>(
  name: string,
  { entity, scope, keys, order, where }: Spec<P, A>,
): ConnectionEdge<P> {
  return connection<P, typeof WHOLE, A & PageArgs>(WHOLE, (parent, args, op) => {
    const key = `${name} ${JSON.stringify(args)}`;
    const query = op.memo(key, (): PageQuery => {
      const fingerprint = fingerprintOf(name, args);
      return {
        name: key,
        entity,
        scope,
        wish: readPageArgs(args, fingerprint, () => order.map(({ type }) => type)),
        where: where(args, op),
        order,
        fingerprint,
        countLimit: null,
        rowClass: entity,
      };
    });
    return new SqlConnection(query, keys(parent));
  });
}

/** A term over a column that is never null. */
export function term(expression: string, property: string, type: string, descending: boolean): OrderTerm {
  return { expression, type, descending, property, key: (row) => row[property] };
}
