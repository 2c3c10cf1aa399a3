import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';
import { CalendarDate, Instant } from './scalars';

export enum EventType {
  EARNINGS_CALL = 'EARNINGS_CALL',
  INVESTOR_DAY = 'INVESTOR_DAY',
  CONFERENCE = 'CONFERENCE',
  SHAREHOLDER_MEETING = 'SHAREHOLDER_MEETING',
  PRESS_RELEASE = 'PRESS_RELEASE',
  INTERVIEW = 'INTERVIEW',
  OTHER = 'OTHER',
}
registerEnumType(EventType, {
  name: 'EventType',
  description: 'The kind of occasion at which things were said.',
  valuesConfig: {
    EARNINGS_CALL: { description: 'The call on a quarter’s results.' },
    INVESTOR_DAY: { description: 'A day for investors or the capital market.' },
    CONFERENCE: { description: 'A conference of others.' },
    SHAREHOLDER_MEETING: { description: 'A meeting of the shareholders.' },
    PRESS_RELEASE: { description: 'A written release.' },
    INTERVIEW: { description: 'An interview.' },
    OTHER: { description: 'Anything else.' },
  },
});

export enum EventStatus {
  SCHEDULED = 'SCHEDULED',
  LIVE = 'LIVE',
  ENDED = 'ENDED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(EventStatus, {
  name: 'EventStatus',
  description: 'Where an event stands.',
  valuesConfig: {
    SCHEDULED: { description: 'Announced.' },
    LIVE: { description: 'Going on.' },
    ENDED: { description: 'Over.' },
    CANCELLED: { description: 'Called off.' },
  },
});

@ObjectType('Event', {
  implements: Node,
  description: 'An occasion at which things were said, such as an earnings call.',
})
@Entity('event')
export class Event extends Node {
  @PrimaryGeneratedColumn({ type: 'int' })
  override id: number;

  @internal
  @Column({ name: 'company_id', type: 'int' })
  companyId: number;

  /** The quarter that the event reports on. */
  @internal
  @Column({ name: 'quarter_id', type: 'int', nullable: true })
  quarterId: number | null;

  @Field(() => EventType, { description: 'Its kind.' })
  @Column({ name: 'type', type: 'text' })
  type: EventType;

  @Field(() => EventStatus, { description: 'Where it stands.' })
  @Column({ name: 'status', type: 'text' })
  status: EventStatus;

  @Field(() => String, { description: 'What it is called.' })
  @Column({ name: 'title', type: 'text' })
  title: string;

  @Field(() => CalendarDate, { description: 'The day it was held, where it was held.' })
  @Column({ name: 'date', type: 'date' })
  date: string;

  @Field(() => Instant, { nullable: true, description: 'When it began; null while only the day is known.' })
  @Column({ name: 'starts_at', type: 'timestamptz', nullable: true })
  startsAt: string | null;
}
