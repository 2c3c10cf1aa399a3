import { Field, ObjectType } from 'type-graphql';

@ObjectType('UserError', {
  description: 'Something that is wrong or doubtful about what was sent, for the sender to mend.',
})
export class UserError {
  @Field(() => [String], { nullable: true, description: 'The field of the input that it is about, from outside in.' })
  field: readonly string[] | null;

  @Field(() => String, { description: 'For programs; docs/errors.md lists all of userErrors.' })
  code: string;

  @Field(() => String, { description: 'For people: what is wrong, where, and what to do.' })
  message: string;
}
