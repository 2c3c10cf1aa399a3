import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { follow } from '../../read/plan/walk';
import type { Context } from '../context';
import { TopicTrendPoint } from '../types/topic-trend-point';

@Resolver(() => TopicTrendPoint)
export class TopicTrendPointResolver {
  @FieldResolver(() => Int, { description: 'Known people who speak of it, each once.' })
  speakers(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'TopicTrendPoint.speakers', parent, {});
  }
}
