import { artificialIntelligence } from './taxonomy/artificial-intelligence';
import { finance } from './taxonomy/finance';
import { market } from './taxonomy/market';
import { operation } from './taxonomy/operation';
import { technology } from './taxonomy/technology';
import type { TopicDefinition } from './taxonomy/topic-definition';

export type { TopicDefinition };

/** Rises with every change of meaning, so that a tagged mention says which reading it came from. */
export const TAXONOMY_VERSION = 1;

/** Every topic, the wider ones before or after their parts: order carries no meaning. */
export const topicTaxonomy: readonly TopicDefinition[] = [
  ...artificialIntelligence,
  ...technology,
  ...finance,
  ...market,
  ...operation,
];
