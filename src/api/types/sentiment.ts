import { Field, Float, ObjectType } from 'type-graphql';
import { SentimentLabel } from '../../domain/utterance-enums';

@ObjectType('Sentiment', { description: 'Lexicon score in [-1, 1]; method names the lexicon and its version.' })
export class Sentiment {
  @Field(() => Float, { description: 'In [-1, 1].' })
  score: number;

  @Field(() => SentimentLabel, { description: 'The score as a word.' })
  label: SentimentLabel;

  @Field(() => String, { description: 'The lexicon and its version.' })
  method: string;
}
