import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Period } from '../../domain/fiscal/period';
import { PeriodRef } from '../../domain/scalars';
import { StatementGroupKey } from '../inputs/group-order';

@ObjectType('GroupKey', { description: 'What the members of a group have in common, by one of the keys.' })
export class GroupKey {
  @Field(() => StatementGroupKey, { description: 'The key.' })
  key: StatementGroupKey;

  @Field(() => String, {
    description:
      'What they have in common: a name of SPEAKER and COMPANY, a slug of TOPIC, a period of QUARTER, else the value itself; "Unknown" where they do not tell.',
  })
  value: string;
}

/** What groups of all kinds have. */
@ObjectType()
abstract class AnyGroup {
  @Field(() => [GroupKey], { description: 'Its values, in the order of `keys`.' })
  keys: readonly GroupKey[];

  @Field(() => PeriodRef, { nullable: true, description: 'The quarter, where QUARTER is one of the keys.' })
  period: Period | null;

  @Field(() => Int, { description: 'How many there are; 0 in quarters of the range that have none.' })
  count: number;

  @Field(() => Int, {
    description:
      'In how many places topics are named: that of the group where TOPIC is one of the keys, else those of the filter, else all.',
  })
  mentions: number;

  @Field(() => Int, { description: 'How many words, as whitespace cuts them.' })
  words: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean of the sentiments in [-1, 1] of those that have one, rounded to 4 places; null where none has.',
  })
  meanSentiment: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'How these sentiments were found; null where none has one, or not all were found the same way.',
  })
  sentimentMethod: string | null;
}

@ObjectType('StatementGroup', { description: 'Statements that have something in common, counted.' })
export class StatementGroup extends AnyGroup {}

@ObjectType('UtteranceGroup', {
  description: 'Utterances, or analyst comments, that have something in common, counted.',
})
export class UtteranceGroup extends AnyGroup {}
