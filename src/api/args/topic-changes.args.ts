import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class TopicChangesArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 200.' })
  first: number | null;
}
