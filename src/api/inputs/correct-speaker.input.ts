import { Field, ID, InputType } from 'type-graphql';

@InputType('CorrectSpeakerInput', { description: 'Words that somebody else said than is stored.' })
export class CorrectSpeakerInput {
  @Field(() => [ID], { description: 'Ids of statements or analyst comments; at most 200.' })
  utteranceIds: readonly string[];

  @Field(() => String, { description: 'Who said them: full name or alias of a known person.' })
  person: string;

  @Field(() => String, { description: 'Why; it is kept with the old reading.' })
  reason: string;

  @Field(() => String, { nullable: true, description: 'Comes back as it is in the payload.' })
  clientMutationId: string | null;
}
