import { Field, ObjectType } from 'type-graphql';
import { Interpretation } from './interpretation';

/** Its lists are edges: see AnswerResolver. */
@ObjectType('Answer', {
  description:
    'What a question in plain words finds. The list that `interpretation.target` names is filled, for EXCHANGES the questions among `analystComments` too; the others are empty, and an empty interpretation gives nothing at all, never everything.',
})
export class AnswerType {
  @Field(() => Interpretation, { description: 'How the question was read.' })
  interpretation: Interpretation;
}
