import { ArgsType, Field } from 'type-graphql';
import { CalendarDate } from '../../domain/scalars';

@ArgsType()
export class AsOfArgs {
  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day, UTC, by whose end it must have been filed or known; today when left out.',
  })
  asOf: string | null;
}
