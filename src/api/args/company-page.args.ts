import { ArgsType, Field } from 'type-graphql';
import { CompanyFilter } from '../inputs/company.filter';
import { CompanyOrder } from '../inputs/order';
import { PageArgs } from './page.args';

@ArgsType()
export class CompanyPageArgs extends PageArgs {
  @Field(() => CompanyFilter, {
    nullable: true,
    description: 'Which ones; everything when left out. Conditions add up, values of a list are alternatives.',
  })
  filter: CompanyFilter | null;

  @Field(() => CompanyOrder, { nullable: true, description: 'Their order; left out, the most useful one.' })
  orderBy: CompanyOrder | null;
}
