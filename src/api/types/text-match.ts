import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('Highlight', {
  description: 'Words that a search found: offsets into the fragment, in Unicode code points.',
})
export class Highlight {
  @Field(() => Int, { description: 'Offset of their first character.' })
  start: number;

  @Field(() => Int, { description: 'Offset behind their last character.' })
  end: number;

  @Field(() => String, { description: 'The words, as the fragment has them.' })
  text: string;
}

@ObjectType('TextMatch', { description: 'Where a search found its words: the whole text, or a part of a long one.' })
export class TextMatch {
  @Field(() => String, {
    description: 'The text, or what stands around the words in one of more than 1,000 characters.',
  })
  fragment: string;

  @Field(() => [Highlight], { description: 'The words found, in order.' })
  highlights: readonly Highlight[];
}
