import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { follow } from '../../read/plan/walk';
import { PageArgs } from '../args/page.args';
import { TopicChangesArgs } from '../args/topic-changes.args';
import { StatementConnection } from '../connections';
import type { Context } from '../context';
import { QuarterChanges, SpeakerChange, TopicChange } from '../types/quarter-changes';

@Resolver(() => QuarterChanges)
export class QuarterChangesResolver {
  @FieldResolver(() => [TopicChange], {
    description:
      'Topics of either call: what is new, then what rose, is gone, fell, and stayed the same; of each kind the largest change of share first.',
  })
  topics(
    @Root() parent: object,
    @Args(() => TopicChangesArgs) args: TopicChangesArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'QuarterChanges.topics', parent, args);
  }

  @FieldResolver(() => [SpeakerChange], { description: 'Known people who speak on either call, in the same order.' })
  speakers(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'QuarterChanges.speakers', parent, {});
  }
}

@Resolver(() => TopicChange)
export class TopicChangeResolver {
  @FieldResolver(() => StatementConnection, {
    description:
      'Statements about it on the later quarter’s calls, in the order of speaking; of what is there no more, those of the earlier one.',
  })
  statements(@Root() parent: object, @Args(() => PageArgs) args: PageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'TopicChange.statements', parent, args);
  }
}
