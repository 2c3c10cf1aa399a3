import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';

/** Questions and answers are the utterances that carry its id. It copies what its filters need from its event and its words. */
@ObjectType('Exchange', {
  implements: Node,
  description: 'A question on a call with what was answered, by whom, in order.',
})
@Entity('exchange')
export class Exchange extends Node {
  @PrimaryGeneratedColumn({ type: 'int' })
  override id: number;

  @internal
  @Column({ name: 'event_id', type: 'int' })
  eventId: number;

  @internal
  @Column({ name: 'company_id', type: 'int' })
  companyId: number;

  @internal
  @Column({ name: 'quarter_id', type: 'int', nullable: true })
  quarterId: number | null;

  @internal
  @Column({ name: 'fiscal_year', type: 'int', nullable: true })
  fiscalYear: number | null;

  @internal
  @Column({ name: 'fiscal_quarter', type: 'int', nullable: true })
  fiscalQuarter: number | null;

  @internal
  @Column({ name: 'calendar_year', type: 'int', nullable: true })
  calendarYear: number | null;

  @internal
  @Column({ name: 'calendar_quarter', type: 'int', nullable: true })
  calendarQuarter: number | null;

  /** The day of the event. */
  @internal
  @Column({ name: 'said_on', type: 'date' })
  saidOn: string;

  @Field(() => Int, { description: 'Order within the event, from 0.' })
  @Column({ name: 'position', type: 'int' })
  position: number;

  @internal
  @Column({ name: 'analyst_id', type: 'int', nullable: true })
  analystId: number | null;

  @internal
  @Column({ name: 'firm_id', type: 'int', nullable: true })
  firmId: number | null;

  /** Everybody who speaks in it. */
  @internal
  @Column({ name: 'speaker_ids', type: 'int', array: true, default: () => "'{}'" })
  speakerIds: number[];

  @internal
  @Column({ name: 'topic_ids', type: 'int', array: true, default: () => "'{}'" })
  topicIds: number[];
}
