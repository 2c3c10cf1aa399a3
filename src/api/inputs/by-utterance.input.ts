import { Field, ID, InputType } from 'type-graphql';
import { CalendarDate } from '../../domain/scalars';
import { Directness } from '../../domain/utterance-enums';
import { SpokenInput } from './spoken.input';

/** What the filters of utterances and of each of their two kinds have in common. */
@InputType()
export abstract class ByUtteranceInput extends SpokenInput {
  @Field(() => [ID], { nullable: true, description: 'Global ids of companies.' })
  companyIds: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Any part of a name or an alias, blind to case and accents. Empty is refused.',
  })
  speakerName: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The first day of speaking.' })
  from: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day of speaking; one before the first is refused.',
  })
  to: string | null;

  @Field(() => [Directness], { nullable: true, description: 'How the words reach us.' })
  directness: readonly Directness[] | null;
}
