import { Field, ID, InputType } from 'type-graphql';
import { Section, SpeakerRole } from '../../domain/utterance-enums';
import type * as read from '../../read/filter/spoken-filter';
import { ByUtteranceInput } from './by-utterance.input';

@InputType('UtteranceFilter', { description: 'Which utterances.' })
export class UtteranceFilter extends ByUtteranceInput implements read.UtteranceFilter {
  @Field(() => [ID], { nullable: true, description: 'Global ids of people.' })
  speakerIds: readonly string[] | null;

  @Field(() => [SpeakerRole], { nullable: true, description: 'Parts in which somebody speaks.' })
  speakerRoles: readonly SpeakerRole[] | null;

  @Field(() => [Section], { nullable: true, description: 'Parts of a call or a document.' })
  sections: readonly Section[] | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of documents.' })
  documentIds: readonly string[] | null;
}
