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

  @Field(() => Float, { description: 'How surely, in [0, 1].' })
  @Column({ name: 'score', type: 'float8' })
  score: number;

  @Field(() => String, { description: 'How it was found, such as `taxonomy/1` or `manual`.' })
  @Column({ name: 'method', type: 'text' })
  method: string;

  /** Starts and ends in turn (start0, end0, start1, …), in code points of the document's text. */
  @internal
  @Column({ name: 'spans', type: 'int', array: true })
  spans: number[];
}
