import { Field, Float, ObjectType } from 'type-graphql';
import { AttributionMethod } from '../../domain/utterance-enums';

@ObjectType('Attribution', { description: 'To whom words were given, and how surely.' })
export class Attribution {
  @Field(() => Float, { description: 'How surely, in [0, 1].' })
  confidence: number;

  @Field(() => AttributionMethod, { description: 'How it was found.' })
  method: AttributionMethod;
}
