/** What is asked of a page's rows. Properties null: everything. */
export interface PageColumns {
  readonly properties: ReadonlySet<string> | null;
  /** Whether cursors are made of the rows. */
  readonly cursors: boolean;
  /** Whether it is shown where a search found its words. */
  readonly matches: boolean;
  /** False: nothing is shown but how the page came about. */
  readonly rows: boolean;
}

export const EVERYTHING: PageColumns = { properties: null, cursors: true, matches: true, rows: true };
