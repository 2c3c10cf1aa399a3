import { Field, ObjectType } from 'type-graphql';
import { Company } from '../../domain/company.entity';
import { ExecutiveRole } from '../../domain/executive.entity';
import { Firm } from '../../domain/firm.entity';
import type { Period } from '../../domain/fiscal/period';
import { Metric } from '../../domain/metric.entity';
import { Person } from '../../domain/person.entity';
import { CalendarDate, PeriodRef } from '../../domain/scalars';
import { Topic } from '../../domain/topic.entity';
import { Directness, Section } from '../../domain/utterance-enums';
import { AskTarget } from './ask-target';

@ObjectType('Interpretation', {
  description: 'How a question in plain words was read, so that a reader can see it and mend it.',
})
export class Interpretation {
  @Field(() => [Company], { description: 'Companies whose words or numbers are asked for.' })
  companies: readonly Company[];

  @Field(() => [Person], { description: 'Who is to have spoken.' })
  people: readonly Person[];

  @Field(() => [Topic], { description: 'What the words are to be about; one of them is enough.' })
  topics: readonly Topic[];

  @Field(() => [Person], { description: 'Whose words are left out.' })
  excludedPeople: readonly Person[];

  @Field(() => [Company], { description: 'Companies of which nobody is to have spoken.' })
  excludedCompanies: readonly Company[];

  @Field(() => [Topic], { description: 'What the words are not to be about.' })
  excludedTopics: readonly Topic[];

  @Field(() => [Firm], { description: 'Houses whose analysts are asked for.' })
  firms: readonly Firm[];

  @Field(() => [ExecutiveRole], {
    nullable: true,
    description: 'Offices that the speaker held on the day of speaking.',
  })
  executiveRoles: readonly `${ExecutiveRole}`[] | null;

  @Field(() => [ExecutiveRole], {
    nullable: true,
    description: 'Offices of which no holder is to have spoken.',
  })
  excludedRoles: readonly `${ExecutiveRole}`[] | null;

  @Field(() => [Section], { nullable: true, description: 'Parts of calls or documents.' })
  sections: readonly `${Section}`[] | null;

  @Field(() => AskTarget, { description: 'What is asked for.' })
  target: `${AskTarget}`;

  @Field(() => PeriodRef, { nullable: true, description: 'The quarter or year that the words or numbers are about.' })
  period: Period | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The first period, where a range is asked for.' })
  periodFrom: Period | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The last period, where a range is asked for.' })
  periodTo: Period | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The first day of speaking.' })
  saidFrom: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day of speaking.' })
  saidTo: string | null;

  @Field(() => [Directness], { nullable: true, description: 'How the words are to reach us.' })
  directness: readonly `${Directness}`[] | null;

  @Field(() => [Metric], { description: 'Numbers that are asked for.' })
  metrics: readonly Metric[];

  @Field(() => String, { nullable: true, description: 'Words that matched nothing known and are searched as text.' })
  text: string | null;

  @Field(() => [String], { description: 'Words that mean something and were not used.' })
  ignored: readonly string[];

  @Field(() => String, {
    description:
      "The same question in the search box's syntax: `speaker:zuckerberg topic:compute in:2024Q4`. Empty where nothing was understood.",
  })
  query: string;

  @Field(() => String, { nullable: true, description: 'What to type instead, where little or nothing was understood.' })
  hint: string | null;

  @Field(() => [String], {
    description: 'Names that may have been meant, where it is uncertain or nobody is called so.',
  })
  candidates: readonly string[];
}
