import type { TextMatch } from '../search/text-match';

/** A page that has been read. Cursors are made when asked for: few questions do. */
export interface Page {
  readonly nodes: readonly object[];
  cursor(index: number): string;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** How well a row fits the search; null without one. */
  score(index: number): number | null;
  /** Where the words of a search stand in a row. */
  textMatches(index: number): readonly TextMatch[];
  /** False: only the newest matches were ranked. */
  readonly isExact: boolean;
}

export const EMPTY_PAGE: Page = {
  nodes: [],
  cursor: () => '',
  hasNextPage: false,
  hasPreviousPage: false,
  score: () => null,
  textMatches: () => [],
  isExact: true,
};
