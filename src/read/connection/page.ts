/** A page that has been read. Cursors are made when asked for: few questions do. */
export interface Page {
  readonly nodes: readonly object[];
  cursor(index: number): string;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export const EMPTY_PAGE: Page = { nodes: [], cursor: () => '', hasNextPage: false, hasPreviousPage: false };
