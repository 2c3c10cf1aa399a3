import { Connection } from './connection';
import type { PageQuery } from './page-query';

/** A connection over rows of one parent. Connections of the same query are read together. */
export class SqlConnection extends Connection {
  constructor(
    readonly query: PageQuery,
    /** The parent's keys, in the order of the query's scope. */
    readonly keys: readonly unknown[],
  ) {
    super();
  }

  get name(): string {
    return this.query.name;
  }
}
