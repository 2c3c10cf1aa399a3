import { ArgsType, Field } from 'type-graphql';
import type { Period } from '../../domain/fiscal/period';
import { PeriodRef } from '../../domain/scalars';

@ArgsType()
export class CompanyQuarterArgs {
  @Field(() => PeriodRef, { description: 'The quarter.' })
  period: Period;
}
