import { ArgsType, Field } from 'type-graphql';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { PeriodRef } from '../../domain/scalars';

@ArgsType()
export class QuarterChangesArgs {
  @Field(() => PeriodRef, {
    nullable: true,
    description: 'The quarter to compare with, a year is refused; the one reported before it when left out.',
  })
  since: AskedPeriod | null;
}
