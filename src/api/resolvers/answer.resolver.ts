import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { follow } from '../../read/plan/walk';
import { AnswerStatementsArgs } from '../args/answer-statements.args';
import { AskArgs } from '../args/ask.args';
import { PageArgs } from '../args/page.args';
import { AnalystCommentConnection, ExchangeConnection, StatementConnection } from '../connections';
import type { Context } from '../context';
import { AnswerType } from '../types/answer';
import { MetricValue } from '../types/metric-value';

@Resolver(() => AnswerType)
export class AnswerResolver {
  @Query(() => AnswerType, {
    description:
      'Plain words: all Zuckerberg statements about compute in Q4 2024. Read by fixed rules, which guess nothing.',
  })
  ask(@Args(() => AskArgs) args: AskArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.ask', null, args);
  }

  @FieldResolver(() => StatementConnection, { description: 'The statements that the question asks for.' })
  statements(
    @Root() parent: object,
    @Args(() => AnswerStatementsArgs) args: AnswerStatementsArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Answer.statements', parent, args);
  }

  @FieldResolver(() => AnalystCommentConnection, { description: 'The analyst comments that the question asks for.' })
  analystComments(
    @Root() parent: object,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Answer.analystComments', parent, args);
  }

  @FieldResolver(() => ExchangeConnection, { description: 'The questions on calls that the question asks for.' })
  exchanges(@Root() parent: object, @Args(() => PageArgs) args: PageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Answer.exchanges', parent, args);
  }

  @FieldResolver(() => [MetricValue], {
    description:
      'The numbers that the question asks for, by company and metric, each oldest first: of the period that it names, else of the last eight reported quarters. At most 400.',
  })
  metrics(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Answer.metrics', parent, {});
  }
}
