import { Column, Entity, PrimaryColumn } from 'typeorm';
import { internal } from './internal';

/**
 * How often a quarter speaks of a topic or of anything below it, for topics that have others below them; for the rest, TopicCount says it. Not
 * the sum of their counts: an utterance about two of them is counted once. Kept true by whoever writes utterances, in the same transaction.
 */
@Entity('topic_branch_count')
export class TopicBranchCount {
  @internal
  @PrimaryColumn({ name: 'topic_id', type: 'int' })
  topicId: number;

  @internal
  @PrimaryColumn({ name: 'quarter_id', type: 'int' })
  quarterId: number;

  /** Places: the spans of all mentions of all these topics, a span of several once. */
  @internal
  @Column({ name: 'mentions', type: 'int' })
  mentions: number;

  @internal
  @Column({ name: 'statements', type: 'int' })
  statements: number;

  @internal
  @Column({ name: 'comments', type: 'int' })
  comments: number;
}
