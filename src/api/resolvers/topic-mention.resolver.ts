import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Topic } from '../../domain/topic.entity';
import { TopicMention } from '../../domain/topic-mention.entity';
import { follow } from '../../read/plan/walk';
import type { Context } from '../context';
import { SourceSpan } from '../types/source-span';

@Resolver(() => TopicMention)
export class TopicMentionResolver {
  @FieldResolver(() => Topic, { description: 'The topic.' })
  topic(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'TopicMention.topic', parent, {});
  }

  @FieldResolver(() => [SourceSpan], { description: 'The places.' })
  spans(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'TopicMention.spans', parent, {});
  }
}
