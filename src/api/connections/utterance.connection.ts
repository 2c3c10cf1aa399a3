import { Field, Int, ObjectType } from 'type-graphql';
import { Utterance } from '../../domain/utterance.entity';
import { PageInfo } from '../connections/page-info';

@ObjectType('UtteranceEdge', { description: 'A utterance in its place in a list.' })
export class UtteranceEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
  cursor: string;

  @Field(() => Utterance, { description: 'The thing itself.' })
  node: Utterance;
}

@ObjectType('UtteranceConnection', { description: 'A page of a list of utterances.' })
export class UtteranceConnection {
  @Field(() => [UtteranceEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly UtteranceEdge[];

  @Field(() => [Utterance], { description: 'The things of the page.' })
  nodes: readonly Utterance[];

  @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'How many there are on all pages; exact, unless `totalCountIsExact` says that it is a lower bound.',
  })
  totalCount: number;
}
