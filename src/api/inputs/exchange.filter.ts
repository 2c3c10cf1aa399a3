import { Field, InputType } from 'type-graphql';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { PeriodRef } from '../../domain/scalars';
import type * as read from '../../read/filter/spoken-filter';
import { SpokenInput } from './spoken.input';

@InputType('ExchangeFilter', { description: 'Which exchanges.' })
export class ExchangeFilter extends SpokenInput implements read.ExchangeFilter {
  @Field(() => PeriodRef, { nullable: true, description: 'The first period, inclusive.' })
  periodFrom: AskedPeriod | null;

  @Field(() => PeriodRef, {
    nullable: true,
    description: 'The last period, inclusive; one before the first is refused.',
  })
  periodTo: AskedPeriod | null;

  @Field(() => String, { nullable: true, description: 'Any part of an analyst’s name or alias. Empty is refused.' })
  analystName: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Any part of a firm’s name, blind to case and accents. Empty is refused.',
  })
  firmName: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Any part of the name of somebody who asks or answers. Empty is refused.',
  })
  speakerName: string | null;
}
