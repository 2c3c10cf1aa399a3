import { Field, Int, ObjectType } from 'type-graphql';
import { Document } from '../../domain/document.entity';
import { PageInfo } from '../connections/page-info';

@ObjectType('DocumentEdge', { description: 'A document in its place in a list.' })
export class DocumentEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
  cursor: string;

  @Field(() => Document, { description: 'The thing itself.' })
  node: Document;
}

@ObjectType('DocumentConnection', { description: 'A page of a list of documents.' })
export class DocumentConnection {
  @Field(() => [DocumentEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly DocumentEdge[];

  @Field(() => [Document], { description: 'The things of the page.' })
  nodes: readonly Document[];

  @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'How many there are on all pages; exact, unless `totalCountIsExact` says that it is a lower bound.',
  })
  totalCount: number;
}
