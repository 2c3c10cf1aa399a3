import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, { nullable: true, description: 'How many from the start; 20 when left out, at most 200.' })
  first: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor behind which the page begins.' })
  after: string | null;
}
