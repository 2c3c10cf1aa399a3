import { Field, Float, ID, InputType } from 'type-graphql';
import { DocumentKind } from '../../domain/document.entity';
import { ExecutiveRole } from '../../domain/executive.entity';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { PeriodRef } from '../../domain/scalars';
import { Section, SentimentLabel, SpeakerRole } from '../../domain/utterance-enums';
import type * as read from '../../read/filter/spoken-filter';
import { ByUtteranceInput } from './by-utterance.input';

@InputType('StatementFilter', { description: 'Which statements.' })
export class StatementFilter extends ByUtteranceInput implements read.StatementFilter {
  @Field(() => [String], { nullable: true, description: 'Sectors of companies, any of them, blind to case.' })
  sectors: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of people.' })
  speakerIds: readonly string[] | null;

  @Field(() => [SpeakerRole], { nullable: true, description: 'Parts in which somebody speaks.' })
  speakerRoles: readonly SpeakerRole[] | null;

  @Field(() => [ExecutiveRole], { nullable: true, description: 'Offices held on the day of speaking.' })
  executiveRoles: readonly ExecutiveRole[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Global ids of people whose words are left out; words of unknown speakers stay.',
  })
  excludeSpeakerIds: readonly string[] | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The first period, inclusive.' })
  periodFrom: AskedPeriod | null;

  @Field(() => PeriodRef, {
    nullable: true,
    description: 'The last period, inclusive; one before the first is refused.',
  })
  periodTo: AskedPeriod | null;

  @Field(() => [String], { nullable: true, description: 'Topics whose words are left out.' })
  excludeTopics: readonly string[] | null;

  @Field(() => [Section], { nullable: true, description: 'Parts of a call or a document.' })
  sections: readonly Section[] | null;

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
