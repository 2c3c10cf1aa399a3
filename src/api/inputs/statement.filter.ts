import { Field, Float, ID, InputType } from 'type-graphql';
import { DocumentKind } from '../../domain/document.entity';
import { ExecutiveRole } from '../../domain/executive.entity';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { CalendarDate, PeriodRef } from '../../domain/scalars';
import { Directness, Section, SentimentLabel, SpeakerRole } from '../../domain/utterance-enums';

@InputType('StatementFilter', { description: 'Which statements.' })
export class StatementFilter {
  @Field(() => [ID], { nullable: true, description: 'Global ids of companies.' })
  companyIds: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Symbols that companies trade under today.' })
  symbols: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of people.' })
  speakerIds: readonly string[] | null;

  @Field(() => String, { nullable: true, description: 'Any part of a name or an alias, blind to case and accents.' })
  speakerName: string | null;

  @Field(() => [SpeakerRole], { nullable: true, description: 'Parts in which somebody speaks.' })
  speakerRoles: readonly SpeakerRole[] | null;

  @Field(() => [ExecutiveRole], { nullable: true, description: 'Offices held on the day of speaking.' })
  executiveRoles: readonly ExecutiveRole[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Global ids of people whose words are left out; words of unknown speakers stay.',
  })
  excludeSpeakerIds: readonly string[] | null;

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

  @Field(() => [Section], { nullable: true, description: 'Parts of a call or a document.' })
  sections: readonly Section[] | null;

  @Field(() => [Directness], { nullable: true, description: 'How the words reach us.' })
  directness: readonly Directness[] | null;

  @Field(() => [SentimentLabel], { nullable: true, description: 'Sentiment of the words.' })
  sentiment: readonly SentimentLabel[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the words look ahead.' })
  isForwardLooking: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of documents.' })
  documentIds: readonly string[] | null;

  @Field(() => [DocumentKind], { nullable: true, description: 'Kinds of documents.' })
  documentKinds: readonly DocumentKind[] | null;

  @Field(() => Float, { nullable: true, description: 'Least confidence of the attribution, in [0, 1].' })
  minConfidence: number | null;
}
