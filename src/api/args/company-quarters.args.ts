import { ArgsType, Field } from 'type-graphql';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { PeriodRef } from '../../domain/scalars';
import { QuarterOrder } from '../inputs/order';
import { PageArgs } from './page.args';

@ArgsType()
export class CompanyQuartersArgs extends PageArgs {
  @Field(() => PeriodRef, { nullable: true, description: 'The first period, inclusive.' })
  from: AskedPeriod | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The last period, inclusive.' })
  to: AskedPeriod | null;

  @Field(() => QuarterOrder, { nullable: true, description: 'Their order; left out, the most useful one.' })
  orderBy: QuarterOrder | null;
}
