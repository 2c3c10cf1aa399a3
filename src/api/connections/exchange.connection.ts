import { Field, Int, ObjectType } from 'type-graphql';
import { Exchange } from '../../domain/exchange.entity';
import { PageInfo } from '../connections/page-info';

@ObjectType('ExchangeEdge', { description: 'A exchange in its place in a list.' })
export class ExchangeEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
  cursor: string;

  @Field(() => Exchange, { description: 'The thing itself.' })
  node: Exchange;
}

@ObjectType('ExchangeConnection', { description: 'A page of a list of exchanges.' })
export class ExchangeConnection {
  @Field(() => [ExchangeEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly ExchangeEdge[];

  @Field(() => [Exchange], { description: 'The things of the page.' })
  nodes: readonly Exchange[];

  @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'How many there are on all pages; exact, unless `totalCountIsExact` says that it is a lower bound.',
  })
  totalCount: number;
}
