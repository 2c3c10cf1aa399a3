import { Field, Int, ObjectType } from 'type-graphql';
import { Topic } from '../../domain/topic.entity';
import { PageInfo } from '../connections/page-info';

@ObjectType('TopicEdge', { description: 'A topic in its place in a list.' })
export class TopicEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
  cursor: string;

  @Field(() => Topic, { description: 'The thing itself.' })
  node: Topic;
}

@ObjectType('TopicConnection', { description: 'A page of a list of topics.' })
export class TopicConnection {
  @Field(() => [TopicEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly TopicEdge[];

  @Field(() => [Topic], { description: 'The things of the page.' })
  nodes: readonly Topic[];

  @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'How many there are on all pages; exact, unless `totalCountIsExact` says that it is a lower bound.',
  })
  totalCount: number;
}
