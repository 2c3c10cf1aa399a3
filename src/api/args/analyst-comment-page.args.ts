import { ArgsType, Field } from 'type-graphql';
import { AnalystCommentFilter } from '../inputs/analyst-comment.filter';
import { AnalystCommentOrder } from '../inputs/order';
import { PageArgs } from './page.args';

@ArgsType()
export class AnalystCommentPageArgs extends PageArgs {
  @Field(() => AnalystCommentFilter, {
    nullable: true,
    description: 'Which ones; everything when left out. Conditions add up, values of a list are alternatives.',
  })
  filter: AnalystCommentFilter | null;

  @Field(() => AnalystCommentOrder, { nullable: true, description: 'Their order; left out, the most useful one.' })
  orderBy: AnalystCommentOrder | null;
}
