import { ArgsType, Field } from 'type-graphql';
import { StatementOrder } from '../inputs/order';
import { StatementFilter } from '../inputs/statement.filter';
import { PageArgs } from './page.args';

@ArgsType()
export class StatementPageArgs extends PageArgs {
  @Field(() => StatementFilter, {
    nullable: true,
    description: 'Which ones; everything when left out. Conditions add up, values of a list are alternatives.',
  })
  filter: StatementFilter | null;

  @Field(() => StatementOrder, { nullable: true, description: 'Their order; left out, the most useful one.' })
  orderBy: StatementOrder | null;
}
