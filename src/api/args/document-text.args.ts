import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class DocumentTextArgs {
  @Field(() => Int, { nullable: true, description: 'Offset of the first character.' })
  start: number | null;

  @Field(() => Int, { nullable: true, description: 'Offset behind the last one.' })
  end: number | null;
}
