import { ArgsType, Field } from 'type-graphql';

@ArgsType()
export class TopicFirstMentionArgs {
  @Field(() => String, { nullable: true, description: 'Only by this company.' })
  symbol: string | null;

  @Field(() => String, { nullable: true, description: 'Any part of a name or an alias, blind to case and accents.' })
  speakerName: string | null;
}
