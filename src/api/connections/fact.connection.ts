import { Field, Int, ObjectType } from 'type-graphql';
import { Fact } from '../../domain/fact.entity';
import { PageInfo } from '../connections/page-info';

@ObjectType('FactEdge', { description: 'A fact in its place in a list.' })
export class FactEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
  cursor: string;

  @Field(() => Fact, { description: 'The thing itself.' })
  node: Fact;
}

@ObjectType('FactConnection', { description: 'A page of a list of facts.' })
export class FactConnection {
  @Field(() => [FactEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly FactEdge[];

  @Field(() => [Fact], { description: 'The things of the page.' })
  nodes: readonly Fact[];

  @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'How many there are on all pages; exact, unless `totalCountIsExact` says that it is a lower bound.',
  })
  totalCount: number;
}
