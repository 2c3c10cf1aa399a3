import { Field, ObjectType } from 'type-graphql';

/** Its candidates are an edge: see WarningResolver. */
@ObjectType('Warning', {
  description:
    'What a reader should know of an answer: an unknown name in an argument, which finds nothing. docs/errors.md lists the codes.',
})
export class Warning {
  @Field(() => String, { description: 'For programs, such as UNKNOWN_SYMBOL.' })
  code: string;

  @Field(() => String, { description: 'For people: what is not known.' })
  message: string;

  @Field(() => String, { nullable: true, description: 'The argument that it is about, as a path: `filter.symbols`.' })
  argument: string | null;
}
