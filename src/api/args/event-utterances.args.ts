import { ArgsType, Field } from 'type-graphql';
import { Section } from '../../domain/utterance-enums';
import { PageArgs } from './page.args';

@ArgsType()
export class EventUtterancesArgs extends PageArgs {
  @Field(() => [Section], { nullable: true, description: 'Parts of a call or a document.' })
  sections: readonly Section[] | null;
}
