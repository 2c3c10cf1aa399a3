import { ArgsType, Field, Int } from 'type-graphql';
import { SearchType } from '../types/search-type';

@ArgsType()
export class SearchArgs {
  @Field(() => String, {
    description:
      'What is typed into a search box, of at most 1,000 characters: words, "phrases", and speaker: company: topic: in: from: to: is: section: firm: with a value. docs/searching.md has the grammar.',
  })
  query: string;

  @Field(() => [SearchType], { nullable: true, description: 'What to look for; everything when left out.' })
  types: readonly SearchType[] | null;

  @Field(() => Int, { nullable: true, description: 'How many from the start; 20 when left out, at most 200.' })
  first: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor behind which the page begins.' })
  after: string | null;
}
