import { ArgsType, Field } from 'type-graphql';
import { AccountingBasis } from '../../domain/metric.entity';
import { CalendarDate } from '../../domain/scalars';

@ArgsType()
export class QuarterMetricArgs {
  @Field(() => String, { description: 'Name, label or alias of the metric.' })
  name: string;

  @Field(() => AccountingBasis, { nullable: true, description: 'Only values counted by these rules.' })
  basis: AccountingBasis | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day, UTC, by whose end it must have been filed or known; today when left out.',
  })
  asOf: string | null;
}
