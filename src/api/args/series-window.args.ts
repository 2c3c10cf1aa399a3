import { ArgsType, Field, Int } from 'type-graphql';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { AccountingBasis } from '../../domain/metric.entity';
import { CalendarDate, PeriodRef } from '../../domain/scalars';
import { Frequency } from '../inputs/frequency';

/** What every series of values has in common: which periods, counted how, known when. */
@ArgsType()
export abstract class SeriesWindowArgs {
  @Field(() => Int, { nullable: true, defaultValue: 8, description: 'How many periods, at most 200.' })
  periods: number | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The last period; the latest that has ended when left out.' })
  to: AskedPeriod | null;

  @Field(() => Frequency, { nullable: true, defaultValue: 'QUARTER', description: 'How long the periods are.' })
  frequency: Frequency | null;

  @Field(() => AccountingBasis, { nullable: true, description: 'Only values counted by these rules.' })
  basis: AccountingBasis | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day, UTC, by whose end it must have been filed or known; today when left out.',
  })
  asOf: string | null;
}
