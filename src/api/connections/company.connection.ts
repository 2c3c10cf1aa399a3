import { Field, Int, ObjectType } from 'type-graphql';
import { Company } from '../../domain/company.entity';
import { PageInfo } from '../connections/page-info';

@ObjectType('CompanyEdge', { description: 'A company in its place in a list.' })
export class CompanyEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
  cursor: string;

  @Field(() => Company, { description: 'The thing itself.' })
  node: Company;
}

@ObjectType('CompanyConnection', { description: 'A page of a list of companies.' })
export class CompanyConnection {
  @Field(() => [CompanyEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly CompanyEdge[];

  @Field(() => [Company], { description: 'The things of the page.' })
  nodes: readonly Company[];

  @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'How many there are on all pages; exact, unless `totalCountIsExact` says that it is a lower bound.',
  })
  totalCount: number;
}
