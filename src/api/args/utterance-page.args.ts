import { ArgsType, Field } from 'type-graphql';
import { UtteranceFilter } from '../inputs/utterance.filter';
import { PageArgs } from './page.args';

@ArgsType()
export class UtterancePageArgs extends PageArgs {
  @Field(() => UtteranceFilter, {
    nullable: true,
    description: 'Which ones; everything when left out. Conditions add up, values of a list are alternatives.',
  })
  filter: UtteranceFilter | null;
}
