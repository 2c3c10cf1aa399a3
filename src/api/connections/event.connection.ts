import { Field, Int, ObjectType } from 'type-graphql';
import { Event } from '../../domain/event.entity';
import { PageInfo } from '../connections/page-info';

@ObjectType('EventEdge', { description: 'A event in its place in a list.' })
export class EventEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
  cursor: string;

  @Field(() => Event, { description: 'The thing itself.' })
  node: Event;
}

@ObjectType('EventConnection', { description: 'A page of a list of events.' })
export class EventConnection {
  @Field(() => [EventEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly EventEdge[];

  @Field(() => [Event], { description: 'The things of the page.' })
  nodes: readonly Event[];

  @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'How many there are on all pages; exact, unless `totalCountIsExact` says that it is a lower bound.',
  })
  totalCount: number;
}
