import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many from the start; 20 when left out, at most 200.' })
  first: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor behind which the page begins.' })
  after: string | null;

  @Field(() => Int, { nullable: true, description: 'How many from the end, at most 200; not together with `first`.' })
  last: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor before which the page ends.' })
  before: string | null;
}
