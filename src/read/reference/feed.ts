import type { WriteAccess } from '../../platform/database/write-access';

/** A way in which memory learns of changes. */
export interface Feed {
  /**
   * Resolves when memory holds all that was committed before the call, with whether the database can be written to; rejects where it cannot
   * be said. Whoever calls it bounds it: on a connection that has fallen silent it never ends.
   */
  beat(): Promise<WriteAccess>;
  /** Rows are being read, which may take the database a while without a sign of it. */
  readonly isReading: boolean;
}
