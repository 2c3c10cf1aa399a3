import { ArgsType, Field } from 'type-graphql';
import { MentionKind } from '../../domain/entity-mention.entity';

@ArgsType()
export class DocumentMentionsArgs {
  @Field(() => MentionKind, { nullable: true, description: 'Only what is of that kind.' })
  kind: MentionKind | null;
}
