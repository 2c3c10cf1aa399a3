import { ArgsType, Field } from 'type-graphql';
import { CalendarDate } from '../../domain/scalars';

@ArgsType()
export class CompanyArgs {
  @Field(() => String, { nullable: true, description: 'A symbol, resolved as of the day.' })
  symbol: string | null;

  @Field(() => String, { nullable: true, description: 'A slug.' })
  slug: string | null;

  @Field(() => String, { nullable: true, description: 'A CIK, with or without leading zeros.' })
  cik: string | null;

  @Field(() => String, { nullable: true, description: 'An LEI.' })
  lei: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day, UTC, by whose end it must have been filed or known; today when left out.',
  })
  asOf: string | null;
}
