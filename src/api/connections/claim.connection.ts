import { Field, Int, ObjectType } from 'type-graphql';
import { Claim } from '../../domain/claim.entity';
import { PageInfo } from '../connections/page-info';

@ObjectType('ClaimEdge', { description: 'A claim in its place in a list.' })
export class ClaimEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
  cursor: string;

  @Field(() => Claim, { description: 'The thing itself.' })
  node: Claim;
}

@ObjectType('ClaimConnection', { description: 'A page of a list of claims.' })
export class ClaimConnection {
  @Field(() => [ClaimEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly ClaimEdge[];

  @Field(() => [Claim], { description: 'The things of the page.' })
  nodes: readonly Claim[];

  @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'How many there are on all pages; exact, unless `totalCountIsExact` says that it is a lower bound.',
  })
  totalCount: number;
}
