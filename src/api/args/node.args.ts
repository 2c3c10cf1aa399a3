import { ArgsType, Field, ID } from 'type-graphql';

@ArgsType()
export class NodeArgs {
  @Field(() => ID, { description: 'A global id.' })
  id: string;
}
