import { Field, Int, ObjectType } from 'type-graphql';
import { Statement } from '../../domain/statement.entity';
import { PageInfo } from '../connections/page-info';

@ObjectType('StatementEdge', { description: 'A statement in its place in a list.' })
export class StatementEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
  cursor: string;

  @Field(() => Statement, { description: 'The thing itself.' })
  node: Statement;
}

@ObjectType('StatementConnection', { description: 'A page of a list of statements.' })
export class StatementConnection {
  @Field(() => [StatementEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly StatementEdge[];

  @Field(() => [Statement], { description: 'The things of the page.' })
  nodes: readonly Statement[];

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
