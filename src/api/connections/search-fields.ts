import { Float } from 'type-graphql';
import { TextMatch } from '../types/text-match';
import type { PartField } from './connection-of';

/** Of edges of lists that can be searched by rank. */
export const SEARCH_FIELDS: readonly PartField[] = [
  {
    name: 'score',
    type: () => Float,
    isNullable: true,
    description:
      'How well it fits the search: how near to each other its words stand, in how long a text. Null without a search.',
  },
  {
    name: 'textMatches',
    type: () => [TextMatch],
    description: 'Where the words of the search stand in the text. Empty without a search.',
  },
];
