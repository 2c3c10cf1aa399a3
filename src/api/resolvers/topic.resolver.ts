import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Statement } from '../../domain/statement.entity';
import { Topic } from '../../domain/topic.entity';
import { follow } from '../../read/plan/walk';
import { TopicArgs } from '../args/topic.args';
import { TopicFirstMentionArgs } from '../args/topic-first-mention.args';
import { TopicPageArgs } from '../args/topic-page.args';
import { TopicTrendArgs } from '../args/topic-trend.args';
import { TopicConnection } from '../connections';
import type { Context } from '../context';
import { TopicTrendPoint } from '../types/topic-trend-point';

@Resolver(() => Topic)
export class TopicResolver {
  @Query(() => Topic, { nullable: true, description: 'A topic by its slug, name or alias.' })
  topic(@Args(() => TopicArgs) args: TopicArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.topic', null, args);
  }

  @Query(() => TopicConnection, { nullable: true, description: 'All topics.' })
  topics(@Args(() => TopicPageArgs) args: TopicPageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.topics', null, args);
  }

  @FieldResolver(() => Topic, { nullable: true, description: 'The topic above.' })
  parent(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Topic.parent', parent, {});
  }

  @FieldResolver(() => [Topic], { description: 'The topics below.' })
  children(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Topic.children', parent, {});
  }

  @FieldResolver(() => Statement, {
    nullable: true,
    description: 'The earliest statement about it or anything below it.',
  })
  firstMention(
    @Root() parent: object,
    @Args(() => TopicFirstMentionArgs) args: TopicFirstMentionArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Topic.firstMention', parent, args);
  }

  @FieldResolver(() => [TopicTrendPoint], {
    description:
      'How much it, with everything below it, is spoken of quarter by quarter, oldest first; quarters in which it is not are there with zeros. One company by the quarters of its own fiscal year; several side by side by the quarters of the calendar; without `symbols` all companies together. At most 2,000 points, and 20,000 of all topics of the field.',
  })
  trend(
    @Root() parent: object,
    @Args(() => TopicTrendArgs) args: TopicTrendArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Topic.trend', parent, args);
  }
}
