import { Field, Int, ObjectType } from 'type-graphql';
import { Quarter } from '../../domain/quarter.entity';
import { PageInfo } from '../connections/page-info';

@ObjectType('QuarterEdge', { description: 'A quarter in its place in a list.' })
export class QuarterEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
  cursor: string;

  @Field(() => Quarter, { description: 'The thing itself.' })
  node: Quarter;
}

@ObjectType('QuarterConnection', { description: 'A page of a list of quarters.' })
export class QuarterConnection {
  @Field(() => [QuarterEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly QuarterEdge[];

  @Field(() => [Quarter], { description: 'The things of the page.' })
  nodes: readonly Quarter[];

  @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'How many there are on all pages; exact, unless `totalCountIsExact` says that it is a lower bound.',
  })
  totalCount: number;
}
