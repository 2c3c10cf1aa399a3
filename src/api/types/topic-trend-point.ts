import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Company } from '../../domain/company.entity';
import type { Period } from '../../domain/fiscal/period';
import { Quarter } from '../../domain/quarter.entity';
import { PeriodRef } from '../../domain/scalars';

@ObjectType('TopicTrendPoint', {
  description:
    'How much a topic, with everything below it, is spoken of in a quarter. Both labels, so that companies with other fiscal years can be laid side by side.',
})
export class TopicTrendPoint {
  @Field(() => PeriodRef, {
    description:
      'The quarter as the company counts; of all companies together, and where that is not known, the calendar’s.',
  })
  period: Period;

  @Field(() => PeriodRef, { description: 'The calendar quarter that holds most of its days.' })
  calendarPeriod: Period;

  @Field(() => Quarter, {
    nullable: true,
    description: 'Null where it is not stored, and for all companies together.',
  })
  quarter: Quarter | null;

  @Field(() => Company, { nullable: true, description: 'Whose quarter it is; null for all companies together.' })
  company: Company | null;

  @Field(() => Int, { description: 'Places where the topic or one below it is named, such as sentences; each once.' })
  mentions: number;

  @Field(() => Int, { description: 'Statements about it, each once.' })
  statements: number;

  @Field(() => Float, {
    description:
      'Passages about it (statements and analyst comments) among all that are about the quarter, in [0, 1], rounded to 4 places; 0 where nothing was said.',
  })
  share: number;
}
