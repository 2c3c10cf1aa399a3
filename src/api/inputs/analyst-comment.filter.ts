import { Field, ID, InputType } from 'type-graphql';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { PeriodRef } from '../../domain/scalars';
import { AnalystCommentKind } from '../../domain/utterance-enums';
import type * as read from '../../read/filter/spoken-filter';
import { ByUtteranceInput } from './by-utterance.input';

@InputType('AnalystCommentFilter', { description: 'Which analyst comments.' })
export class AnalystCommentFilter extends ByUtteranceInput implements read.AnalystCommentFilter {
  @Field(() => [ID], { nullable: true, description: 'Global ids of firms.' })
  firmIds: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Any part of a firm’s name, blind to case and accents. Empty is refused.',
  })
  firmName: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Global ids of people whose words are left out; words of unknown speakers stay.',
  })
  excludeSpeakerIds: readonly string[] | null;

  @Field(() => [AnalystCommentKind], { nullable: true, description: 'Kinds.' })
  kinds: readonly AnalystCommentKind[] | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The first period, inclusive.' })
  periodFrom: AskedPeriod | null;

  @Field(() => PeriodRef, {
    nullable: true,
    description: 'The last period, inclusive; one before the first is refused.',
  })
  periodTo: AskedPeriod | null;

  @Field(() => [String], { nullable: true, description: 'Topics whose words are left out.' })
  excludeTopics: readonly string[] | null;
}
