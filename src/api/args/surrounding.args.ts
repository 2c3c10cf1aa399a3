import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class SurroundingArgs {
  @Field(() => Int, { nullable: true, defaultValue: 120, description: 'How many Unicode code points, at most 2,000.' })
  chars: number | null;
}
