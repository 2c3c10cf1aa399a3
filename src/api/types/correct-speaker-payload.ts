import { Field, ObjectType } from 'type-graphql';
import { Utterance } from '../../domain/utterance.entity';
import { UserError } from './user-error';

@ObjectType('CorrectSpeakerPayload', { description: 'The words with their true speaker.' })
export class CorrectSpeakerPayload {
  @Field(() => [Utterance], {
    description: 'The corrected words, in the order of the ids; empty where any was refused.',
  })
  utterances: readonly Utterance[];

  @Field(() => [UserError], { description: 'Why nothing was corrected; empty where it was.' })
  userErrors: readonly UserError[];

  @Field(() => String, { nullable: true, description: 'As it was sent.' })
  clientMutationId: string | null;
}
