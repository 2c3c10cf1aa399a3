import { Field, Int, ObjectType } from 'type-graphql';
import { AnalystComment } from '../../domain/analyst-comment.entity';
import { PageInfo } from '../connections/page-info';

@ObjectType('AnalystCommentEdge', { description: 'A analyst comment in its place in a list.' })
export class AnalystCommentEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
  cursor: string;

  @Field(() => AnalystComment, { description: 'The thing itself.' })
  node: AnalystComment;
}

@ObjectType('AnalystCommentConnection', { description: 'A page of a list of analyst comments.' })
export class AnalystCommentConnection {
  @Field(() => [AnalystCommentEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly AnalystCommentEdge[];

  @Field(() => [AnalystComment], { description: 'The things of the page.' })
  nodes: readonly AnalystComment[];

  @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'How many there are on all pages; exact, unless `totalCountIsExact` says that it is a lower bound.',
  })
  totalCount: number;

  @Field(() => Boolean, { description: 'Whether `totalCount` is the number itself and no lower bound.' })
  totalCountIsExact: boolean;

  @Field(() => Boolean, { description: 'False where only the newest matches of very common words were ranked.' })
  isExact: boolean;
}
