import { Field, InputType } from 'type-graphql';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { PeriodRef } from '../../domain/scalars';

@InputType('ExchangeFilter', { description: 'Which exchanges.' })
export class ExchangeFilter {
  @Field(() => [String], { nullable: true, description: 'Symbols that companies trade under today.' })
  symbols: readonly string[] | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The quarter or year that the words are about.' })
  period: AskedPeriod | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The first period, inclusive.' })
  periodFrom: AskedPeriod | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The last period, inclusive.' })
  periodTo: AskedPeriod | null;

  @Field(() => [String], { nullable: true, description: 'Topics by slug, name or alias; any of them.' })
  topics: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether topics stand for everything below them too.',
  })
  includeSubtopics: boolean | null;

  @Field(() => String, { nullable: true, description: 'Any part of an analyst’s name or alias.' })
  analystName: string | null;

  @Field(() => String, { nullable: true, description: 'Any part of a firm’s name, blind to case and accents.' })
  firmName: string | null;

  @Field(() => String, { nullable: true, description: 'Any part of the name of somebody who asks or answers.' })
  speakerName: string | null;
}
