import { Field, InputType } from 'type-graphql';
import { EventStatus, EventType } from '../../domain/event.entity';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { CalendarDate, PeriodRef } from '../../domain/scalars';
import type * as read from '../../read/filter/noun-filter';

@InputType('EventFilter', { description: 'Which events.' })
export class EventFilter implements read.EventFilter {
  @Field(() => [String], { nullable: true, description: 'Symbols that companies trade under today.' })
  symbols: readonly string[] | null;

  @Field(() => [EventType], { nullable: true, description: 'Kinds of events.' })
  types: readonly EventType[] | null;

  @Field(() => [EventStatus], { nullable: true, description: 'Where events stand.' })
  statuses: readonly EventStatus[] | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The quarter or year reported on.' })
  period: AskedPeriod | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The first day of the event.' })
  from: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day of the event; one before the first is refused.',
  })
  to: string | null;
}
