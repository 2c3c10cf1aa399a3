import { ArgsType, Field } from 'type-graphql';

@ArgsType()
export class PersonArgs {
  @Field(() => String, { description: 'A name, a part of it or an alias.' })
  name: string;
}
