import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('SourceSpan', {
  description:
    "Where it stands in the document: offsets count Unicode code points of the document's text; text is exactly that slice, as far as textAccess allows.",
})
export class SourceSpan {
  @Field(() => Int, { description: 'Offset of its first character.' })
  start: number;

  @Field(() => Int, { description: 'Offset behind its last character.' })
  end: number;
}
