import { Field, InputType } from 'type-graphql';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { PeriodRef } from '../../domain/scalars';
import { OrderDirection } from './order';

@InputType('ShareChange', {
  description: 'By how much larger the share of something, of all passages, is in one period than in another.',
})
export class ShareChange {
  @Field(() => PeriodRef, {
    description:
      'The period to compare with, a quarter or a year as each company counts; without `symbols` one of the calendar, however written.',
  })
  before: AskedPeriod;

  @Field(() => PeriodRef, { description: 'The period that is compared, read like `before`.' })
  after: AskedPeriod;

  @Field(() => [String], {
    nullable: true,
    description: 'Symbols of the companies that are looked at together, as of today; all when left out.',
  })
  symbols: string[] | null;

  @Field(() => OrderDirection, {
    nullable: true,
    description: 'DESC, what rose most first, when left out; ASC begins with what fell most.',
  })
  direction: OrderDirection | null;
}
