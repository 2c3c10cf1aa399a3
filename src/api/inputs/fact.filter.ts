import { Field, InputType } from 'type-graphql';
import { CalendarDate } from '../../domain/scalars';
import type * as read from '../../read/filter/noun-filter';

@InputType('FactFilter', { description: 'Which filed numbers.' })
export class FactFilter implements read.FactFilter {
  @Field(() => [String], { nullable: true, description: 'Concepts, such as `Revenues` or `us-gaap:Revenues`.' })
  concepts: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Metrics by name, label or alias.' })
  metrics: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Units as filed.' })
  units: readonly string[] | null;

  @Field(() => CalendarDate, { nullable: true, description: 'First day of the period.' })
  periodStart: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day of the period, or the day of the instant.' })
  periodEnd: string | null;

  @Field(() => [String], { nullable: true, description: 'Forms of the filings.' })
  forms: readonly string[] | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The first day of filing.' })
  filedFrom: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day of filing.' })
  filedTo: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Only the latest vintage of each number; otherwise every filing of it.',
  })
  currentOnly: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Also numbers of parts of the company (segments, regions, products), which carry `dimensions`.',
  })
  includeParts: boolean | null;
}
