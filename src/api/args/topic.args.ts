import { ArgsType, Field } from 'type-graphql';

@ArgsType()
export class TopicArgs {
  @Field(() => String, { description: 'Slug, name or alias of the topic.' })
  slug: string;
}
