import { ArgsType, Field } from 'type-graphql';
import { CalendarDate } from '../../domain/scalars';

@ArgsType()
export class AskArgs {
  @Field(() => String, { description: 'A question in English, of at most 500 characters.' })
  question: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day on which it is asked (UTC; today when left out): "last quarter" counts from it, and nothing said or filed after it is found.',
  })
  asOf: string | null;
}
