import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Person } from '../../domain/person.entity';
import { Quarter } from '../../domain/quarter.entity';
import { Topic } from '../../domain/topic.entity';
import { Movement } from './movement';

@ObjectType('TopicChange', {
  description:
    'How much more or less a topic, with everything below it, is spoken of on a later call. Shares are of all passages of the quarter’s calls, questions included.',
})
export class TopicChange {
  @Field(() => Topic, { description: 'The topic.' })
  topic: Topic;

  @Field(() => Movement, { description: 'Which way it moved.' })
  movement: Movement;

  @Field(() => Int, { description: 'Passages about it on the earlier quarter’s calls, each once.' })
  before: number;

  @Field(() => Int, { description: 'Passages about it on the later quarter’s calls, each once.' })
  after: number;

  @Field(() => Float, { description: 'Its share before, in [0, 1], rounded to 4 places.' })
  shareBefore: number;

  @Field(() => Float, { description: 'Its share after, in [0, 1], rounded to 4 places.' })
  shareAfter: number;
}

@ObjectType('SpeakerChange', { description: 'How much more or less a person speaks on a later call.' })
export class SpeakerChange {
  @Field(() => Person, { description: 'Who speaks.' })
  person: Person;

  @Field(() => Movement, { description: 'Which way it moved.' })
  movement: Movement;

  @Field(() => Int, { description: 'Their passages on the earlier quarter’s calls.' })
  before: number;

  @Field(() => Int, { description: 'Their passages on the later quarter’s calls.' })
  after: number;
}

@ObjectType('QuarterChanges', {
  description:
    'The earnings calls on two quarters of a company side by side, by their own transcripts. Where an article retells a call, its words are not counted again.',
})
export class QuarterChanges {
  @Field(() => Quarter, { description: 'The later one, or whichever was asked about.' })
  quarter: Quarter;

  @Field(() => Quarter, { nullable: true, description: 'What it is compared with; null where that is not stored.' })
  since: Quarter | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What is missing, such as a transcript of one of the calls: then nothing is called new, gone, more or less. Null where both calls are there.',
  })
  incomplete: string | null;
}
