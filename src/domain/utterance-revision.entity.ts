import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { internal } from './internal';
import { Instant } from './scalars';
import { AttributionMethod } from './utterance-enums';

@ObjectType('UtteranceRevision', { description: 'An earlier reading of who spoke.' })
@Entity('utterance_revision')
export class UtteranceRevision {
  @internal
  @PrimaryColumn({ name: 'utterance_id', type: 'bigint' })
  utteranceId: number;

  @Field(() => Int, { description: 'Its number, from 1.' })
  @PrimaryColumn({ name: 'revision', type: 'int' })
  revision: number;

  @internal
  @Column({ name: 'speaker_id', type: 'int', nullable: true })
  speakerId: number | null;

  @Field(() => String, { description: 'The speaker as the source printed it.' })
  @Column({ name: 'speaker_label', type: 'text' })
  speakerLabel: string;

  @Field(() => Instant, { description: 'When it was replaced.' })
  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: string;

  @Field(() => String, { nullable: true, description: 'Why it was replaced.' })
  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: string | null;

  @Field(() => AttributionMethod, { description: 'How this earlier reading was made.' })
  @Column({ name: 'method', type: 'text' })
  method: AttributionMethod;
}
