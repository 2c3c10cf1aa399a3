import { Field, ObjectType } from 'type-graphql';
import { Decimal } from '../../domain/scalars';

@ObjectType('Money', { description: 'An amount of a currency.' })
export class Money {
  @Field(() => Decimal, { description: 'How much, exact.' })
  amount: string;

  @Field(() => String, { description: 'ISO 4217.' })
  currency: string;
}
