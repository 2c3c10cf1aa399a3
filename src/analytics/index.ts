import type { Edges } from '../read/edge';
import { QUARTER_CHANGES_EDGES } from './changes/quarter-changes.edges';
import { TOPICS_EDGES } from './topics/topics.edges';
import { TOPIC_TREND_EDGES } from './trend/topic-trend.edges';

/** Every edge that counts and compares, by `Type.field`: one file for a question, one line here. */
export const ANALYTICS_EDGES: Edges = {
  ...TOPIC_TREND_EDGES,
  ...QUARTER_CHANGES_EDGES,
  ...TOPICS_EDGES,
};
