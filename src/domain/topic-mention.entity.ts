import { Field, Float, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { internal } from './internal';

@ObjectType('TopicMention', {
  description: 'That an utterance is about a topic: where, how surely, and how that was found.',
})
@Entity('topic_mention')
export class TopicMention {
  @internal
  @PrimaryColumn({ name: 'utterance_id', type: 'bigint' })
  utteranceId: number;

  @internal
  @PrimaryColumn({ name: 'topic_id', type: 'int' })
  topicId: number;

  /**
   * The utterance's own company. A comment has a row for each other company that it is about as well, to be found by: those are not at home,
   * and have no spans.
   */
  @internal
  @Column({ name: 'company_id', type: 'int', nullable: true })
  companyId: number | null;

  @internal
  @Column({ name: 'is_home', type: 'boolean' })
  isHome: boolean;

  // What follows is copied from the utterance, and follows it by a trigger.

  @internal
  @Column({ name: 'speaker_id', type: 'int', nullable: true })
  speakerId: number | null;

  @internal
  @Column({ name: 'place', type: 'bigint' })
  place: number;

  @internal
  @Column({ name: 'position', type: 'int' })
  position: number;

  /** Quarters since the year 0 (see place.ts), of the fiscal count. */
  @internal
  @Column({ name: 'fiscal_period', type: 'smallint', nullable: true })
  fiscalPeriod: number | null;

  @internal
  @Column({ name: 'calendar_period', type: 'smallint', nullable: true })
  calendarPeriod: number | null;

  @internal
  @Column({ name: 'is_comment', type: 'boolean' })
  isComment: boolean;

  @internal
  @Column({ name: 'directness', type: 'text' })
  directness: string;

  @Field(() => Float, { description: 'How surely, in [0, 1].' })
  @Column({ name: 'score', type: 'float8' })
  score: number;

  @Field(() => String, { description: 'How it was found, such as `taxonomy/3f2a90c1d4e8 phrase` or `manual`.' })
  @Column({ name: 'method', type: 'text' })
  method: string;

  /** Starts and ends in turn (start0, end0, start1, …), in code points of the document's text. */
  @internal
  @Column({ name: 'spans', type: 'int', array: true })
  spans: number[];
}
