import type { Row } from '../client-pool';
import type { PageWish } from '../connection/page-args';
import type { OrderTerm } from '../connection/page-query';

/**
 * Which matches are ranked, where not all are: the newest ones down to one of them. Cursors carry it, so that all pages of a list rank
 * the same; what arrives meanwhile is ranked among them, and nothing leaves.
 */
export interface Window {
  readonly way: Way;
  /** The quarter's lexeme of the oldest match that is ranked; empty where quarters do not matter. */
  readonly slice: string;
  /** Place and position of the oldest match that is ranked; ALL_RANKED where all are. */
  readonly place: number;
  readonly position: number;
}

/** Before all places. */
export const ALL_RANKED = -1;

/** All matches are gathered, and ranked if they are few; or row by row, quarter by quarter, until enough are found. */
export type Way = 'gather' | 'walk' | 'slices';

const carried = (property: string, type: string): OrderTerm => ({
  expression: '',
  type,
  descending: false,
  property,
  key: (row: Row) => row[property],
});

/** What a cursor carries beside the order's own values; nothing is ordered by it. */
const WINDOW = [
  carried('searchWay', 'text'),
  carried('searchSlice', 'text'),
  carried('searchFrom', 'int8'),
  carried('searchFromPosition', 'int4'),
];

const ranked = (expression: string, property: string, type: string, descending: boolean): OrderTerm => ({
  expression,
  type,
  descending,
  property,
  key: (row: Row) => row[property],
});

/** Best first; of equal ones what is quoted before what is only retold, then newest first, in the order of speaking. */
export function rankOrder(descending: boolean): OrderTerm[] {
  return [
    ...WINDOW,
    ranked('r.score', 'searchScore', 'float8', descending),
    ranked('r.retold', 'searchRetold', 'int4', !descending),
    ranked('r.place', 'searchPlace', 'int8', descending),
    ranked('r.position', 'searchPosition', 'int4', !descending),
  ];
}

export const isRankOrder = (order: readonly OrderTerm[]): boolean => order[0] === WINDOW[0];
/** How many values at the head of a cursor tell how the list is read. */
export const carriedIn = (order: readonly OrderTerm[]): number => (isRankOrder(order) ? WINDOW.length : 0);
export const rankTerms = (order: readonly OrderTerm[]): readonly OrderTerm[] => order.slice(WINDOW.length);
export const rankValues = (cursor: readonly unknown[]): readonly unknown[] => cursor.slice(WINDOW.length);

/** The window of the page that the cursor stands on; null on the first one. */
export function windowOf({ cursor, bound }: PageWish): Window | null {
  const values = cursor ?? bound;
  if (!values) return null;
  const [way, slice, place, position] = values as [Way, string, number, number];
  return { way, slice, place, position };
}
