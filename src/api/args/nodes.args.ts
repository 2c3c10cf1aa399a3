import { ArgsType, Field, ID } from 'type-graphql';

@ArgsType()
export class NodesArgs {
  @Field(() => [ID], { description: 'Global ids.' })
  ids: readonly string[];
}
