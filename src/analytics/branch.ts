import type { Topic } from '../domain/topic.entity';
import { childrenOf, resolveTopics } from '../read/filter/resolve';
import type { Operation } from '../read/operation';

type NamedTopic = Pick<Topic, 'id' | 'slug'>;

/** A topic with everything below it, as filters understand it. */
export interface Branch {
  readonly topic: NamedTopic;
  /** The topic's own id among them. */
  readonly topicIds: readonly number[];
}

export const branchOf = (op: Operation, topic: NamedTopic): Branch => ({
  topic,
  topicIds: resolveTopics(op, [topic.slug], true, 'slug'),
});

/** Topics by where their counts stand: those with others below them are counted as branches. */
export interface CountedTopics {
  readonly leaves: readonly number[];
  readonly branches: readonly number[];
}

/** The writer counts a topic that has others below it as a branch. */
export function countedTopics(op: Operation, topics: readonly NamedTopic[]): CountedTopics {
  const ids = topics.map(({ id }) => id);
  const isBranch = (id: number) => childrenOf(op, id).length > 0;
  return { leaves: ids.filter((id) => !isBranch(id)), branches: ids.filter(isBranch) };
}
