import { ArgsType, Field } from 'type-graphql';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { PeriodRef } from '../../domain/scalars';

@ArgsType()
export class TopicTrendArgs {
  @Field(() => [String], {
    nullable: true,
    description: 'Symbols of the companies, as of today; all companies together when left out.',
  })
  symbols: string[] | null;

  @Field(() => PeriodRef, {
    nullable: true,
    description:
      'The first quarter; the first in which it is spoken of when left out. Without `symbols` a quarter of the calendar, however written.',
  })
  from: AskedPeriod | null;

  @Field(() => PeriodRef, {
    nullable: true,
    description:
      'The last quarter; the last in which it is spoken of when left out. Without `symbols` a quarter of the calendar, however written.',
  })
  to: AskedPeriod | null;
}
