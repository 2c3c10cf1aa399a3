import { ArgsType, Field } from 'type-graphql';
import { StatementOrder } from '../inputs/order';
import { PageArgs } from './page.args';

@ArgsType()
export class AnswerStatementsArgs extends PageArgs {
  @Field(() => StatementOrder, { nullable: true, description: 'Their order; left out, the most useful one.' })
  orderBy: StatementOrder | null;
}
