import { Field, ID, InputType } from 'type-graphql';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { CalendarDate, PeriodRef } from '../../domain/scalars';
import { AnalystCommentKind, Directness } from '../../domain/utterance-enums';

@InputType('AnalystCommentFilter', { description: 'Which analyst comments.' })
export class AnalystCommentFilter {
  @Field(() => [ID], { nullable: true, description: 'Global ids of companies.' })
  companyIds: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Symbols that companies trade under today.' })
  symbols: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of firms.' })
  firmIds: readonly string[] | null;

  @Field(() => String, { nullable: true, description: 'Any part of a firm’s name, blind to case and accents.' })
  firmName: string | null;

  @Field(() => String, { nullable: true, description: 'Any part of a name or an alias, blind to case and accents.' })
  speakerName: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Global ids of people whose words are left out; words of unknown speakers stay.',
  })
  excludeSpeakerIds: readonly string[] | null;

  @Field(() => [AnalystCommentKind], { nullable: true, description: 'Kinds.' })
  kinds: readonly AnalystCommentKind[] | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The quarter or year that the words are about.' })
  period: AskedPeriod | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The first period, inclusive.' })
  periodFrom: AskedPeriod | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The last period, inclusive.' })
  periodTo: AskedPeriod | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The first day of speaking.' })
  from: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day of speaking.' })
  to: string | null;

  @Field(() => [String], { nullable: true, description: 'Topics by slug, name or alias; any of them.' })
  topics: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Topics whose words are left out.' })
  excludeTopics: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether topics stand for everything below them too.',
  })
  includeSubtopics: boolean | null;

  @Field(() => [Directness], { nullable: true, description: 'How the words reach us.' })
  directness: readonly Directness[] | null;
}
