import { Field, Float, Int, ObjectType } from 'type-graphql';
import { SearchItem } from '../types/search-item';
import { TextMatch } from '../types/text-match';
import { Warning } from '../types/warning';
import { PageInfo } from './page-info';

@ObjectType('SearchEdge', { description: 'Something found, in its place in the list.' })
export class SearchEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this query.' })
  cursor: string;

  @Field(() => SearchItem, { description: 'The thing itself.' })
  node: object;

  @Field(() => Float, {
    description:
      'How well it fits: of names from 0 to 1, which is the whole name; of words as in lists of statements. 0 where there is nothing to rank by.',
  })
  score: number;

  @Field(() => [TextMatch], { description: 'Where the words stand in what is said. Empty for everything else.' })
  textMatches: readonly TextMatch[];
}

@ObjectType('SearchConnection', {
  description:
    'A page of what the search box finds: companies, people and topics called so, documents titled so, statements, analyst comments.',
})
export class SearchConnection {
  @Field(() => [SearchEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly SearchEdge[];

  @Field(() => [SearchItem], { description: 'The things of the page.' })
  nodes: readonly object[];

  @Field(() => [Warning], { description: 'Names that nobody bears, and the like, in the order of the query.' })
  warnings: readonly Warning[];

  @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'How many there are of all kinds; exact, unless `totalCountIsExact` says that it is a lower bound.',
  })
  totalCount: number;

  @Field(() => Boolean, { description: 'Whether `totalCount` is the number itself and no lower bound.' })
  totalCountIsExact: boolean;

  @Field(() => Boolean, { description: 'False where only the newest matches of very common words were ranked.' })
  isExact: boolean;
}
