import { Field, Int, ObjectType } from 'type-graphql';
import { Executive } from '../../domain/executive.entity';
import { PageInfo } from '../connections/page-info';

@ObjectType('ExecutiveEdge', { description: 'A executive in its place in a list.' })
export class ExecutiveEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
  cursor: string;

  @Field(() => Executive, { description: 'The thing itself.' })
  node: Executive;
}

@ObjectType('ExecutiveConnection', { description: 'A page of a list of executives.' })
export class ExecutiveConnection {
  @Field(() => [ExecutiveEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly ExecutiveEdge[];

  @Field(() => [Executive], { description: 'The things of the page.' })
  nodes: readonly Executive[];

  @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'How many there are on all pages; exact, unless `totalCountIsExact` says that it is a lower bound.',
  })
  totalCount: number;
}
