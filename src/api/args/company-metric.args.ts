import { ArgsType, Field } from 'type-graphql';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { AccountingBasis } from '../../domain/metric.entity';
import { CalendarDate, PeriodRef } from '../../domain/scalars';

@ArgsType()
export class CompanyMetricArgs {
  @Field(() => String, { description: 'Name, label or alias of the metric.' })
  name: string;

  @Field(() => PeriodRef, { description: 'The period.' })
  period: AskedPeriod;

  @Field(() => AccountingBasis, { nullable: true, description: 'Only values counted by these rules.' })
  basis: AccountingBasis | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day, UTC, by whose end it must have been filed or known; today when left out.',
  })
  asOf: string | null;
}
