import { ArgsType, Field } from 'type-graphql';
import { AccountingBasis } from '../../domain/metric.entity';
import { CalendarDate } from '../../domain/scalars';

@ArgsType()
export class QuarterMetricsArgs {
  @Field(() => [String], { nullable: true, description: 'Names, labels or aliases of metrics.' })
  names: readonly string[] | null;

  @Field(() => AccountingBasis, { nullable: true, description: 'Only values counted by these rules.' })
  basis: AccountingBasis | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day, UTC, by whose end it must have been filed or known; today when left out.',
  })
  asOf: string | null;
}
