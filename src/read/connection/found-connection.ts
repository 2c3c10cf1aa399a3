import { Connection } from './connection';
import type { Page } from './page';

/** A connection whose page and count were loaded with the field itself, because they are put together of several. */
export class FoundConnection extends Connection {
  constructor(
    readonly name: string,
    readonly page: Page,
    readonly total: number,
    /** Whether there may be more than `total`. */
    readonly isLowerBound: boolean,
  ) {
    super();
  }
}
