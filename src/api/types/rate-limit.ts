import { Field, Int, ObjectType } from 'type-graphql';
import { Instant } from '../../domain/scalars';

@ObjectType('RateLimit', { description: 'What the caller may still ask for.' })
export class RateLimit {
  @Field(() => Int, { description: 'What this operation costs.' })
  cost: number;

  @Field(() => Int, { description: 'What may be spent in a window.' })
  limit: number;

  @Field(() => Int, { description: 'What is left of it.' })
  remaining: number;

  @Field(() => Instant, { description: 'When the window begins anew.' })
  resetAt: string;
}
