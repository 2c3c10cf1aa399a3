import { ArgsType, Field, Int } from 'type-graphql';
import { GroupOrder, StatementGroupKey } from '../inputs/group-order';

@ArgsType()
export class GroupByArgs {
  @Field(() => [StatementGroupKey], { description: 'By what: one to three keys, each once.' })
  keys: readonly StatementGroupKey[];

  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many groups, at most 200.' })
  first: number | null;

  @Field(() => GroupOrder, { nullable: true, description: 'In which order; left out, most first.' })
  orderBy: GroupOrder | null;
}
