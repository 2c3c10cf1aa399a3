import type { PartField } from './connection-of';

/** Of connections that may be too large to be counted or ranked as a whole. */
export const EXACTNESS: readonly PartField[] = [
  {
    name: 'totalCountIsExact',
    type: () => Boolean,
    description: 'Whether `totalCount` is the number itself and no lower bound.',
  },
  {
    name: 'isExact',
    type: () => Boolean,
    description: 'False where only the newest matches of very common words were ranked.',
  },
];
