import { ArgsType, Field } from 'type-graphql';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { PeriodRef } from '../../domain/scalars';

@ArgsType()
export class CompanyQuarterArgs {
  @Field(() => PeriodRef, { description: 'The quarter; a year is refused.' })
  period: AskedPeriod;
}
