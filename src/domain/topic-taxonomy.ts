import { artificialIntelligence } from './taxonomy/artificial-intelligence';
import { capital } from './taxonomy/capital';
import { computing } from './taxonomy/computing';
import { economy } from './taxonomy/economy';
import { finance } from './taxonomy/finance';
import { market } from './taxonomy/market';
import { operation } from './taxonomy/operation';
import { organization } from './taxonomy/organization';
import { policy } from './taxonomy/policy';
import { sector } from './taxonomy/sector';
import { technology } from './taxonomy/technology';
import type { TopicDefinition } from './taxonomy/topic-definition';

export type { TopicDefinition };

/** Rises with every change of meaning, so that a tagged mention says which reading it came from. */
export const TAXONOMY_VERSION = 2;

/** Every topic, the wider ones before or after their parts: order carries no meaning. */
export const topicTaxonomy: readonly TopicDefinition[] = [
  ...artificialIntelligence,
  ...computing,
  ...organization,
  ...technology,
  ...finance,
  ...capital,
  ...market,
  ...economy,
  ...operation,
  ...policy,
  ...sector,
];
