import { fixed, ints, type Sql, sql } from '../sql/sql';

/** Null: nothing can meet it. */
export type Condition = Sql | null;

/** Conditions that have all to be met; null: nothing can. Only told when all arguments are read, since each in vain is to be warned of. */
export const allOf = (conditions: readonly Condition[]): Sql[] | null =>
  conditions.includes(null) ? null : (conditions as Sql[]);

/** Of one of the ids; of none, nothing. */
export const amongIds = (column: string, ids: readonly number[]): Condition =>
  ids.length > 0 ? sql`${fixed(column)} = ANY (${ints(ids)})` : null;
