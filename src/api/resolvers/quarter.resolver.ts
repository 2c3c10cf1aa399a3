import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Company } from '../../domain/company.entity';
import { Event } from '../../domain/event.entity';
import { Quarter } from '../../domain/quarter.entity';
import { PeriodRef } from '../../domain/scalars';
import { follow } from '../../read/plan/walk';
import { AnalystCommentPageArgs } from '../args/analyst-comment-page.args';
import { QuarterChangesArgs } from '../args/quarter-changes.args';
import { QuarterMetricArgs } from '../args/quarter-metric.args';
import { QuarterMetricsArgs } from '../args/quarter-metrics.args';
import { StatementPageArgs } from '../args/statement-page.args';
import { AnalystCommentConnection, StatementConnection } from '../connections';
import type { Context } from '../context';
import { MetricValue } from '../types/metric-value';
import { QuarterChanges } from '../types/quarter-changes';

@Resolver(() => Quarter)
export class QuarterResolver {
  @FieldResolver(() => Company, { description: 'Whose quarter.' })
  company(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Quarter.company', parent, {});
  }

  @FieldResolver(() => String, { description: 'Its label, such as `Q4 2024`.' })
  label(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Quarter.label', parent, {});
  }

  @FieldResolver(() => PeriodRef, { description: 'Its fiscal period.' })
  period(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Quarter.period', parent, {});
  }

  @FieldResolver(() => PeriodRef, { description: 'The calendar quarter that holds most of its days.' })
  calendarPeriod(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Quarter.calendarPeriod', parent, {});
  }

  @FieldResolver(() => Quarter, { nullable: true, description: 'The quarter before.' })
  previous(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Quarter.previous', parent, {});
  }

  @FieldResolver(() => Quarter, { nullable: true, description: 'The same quarter a year earlier.' })
  yearAgo(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Quarter.yearAgo', parent, {});
  }

  @FieldResolver(() => [Event], { description: 'Events that report on it.' })
  events(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Quarter.events', parent, {});
  }

  @FieldResolver(() => MetricValue, {
    nullable: true,
    description: 'A metric for it; null where the metric is not known.',
  })
  metric(
    @Root() parent: object,
    @Args(() => QuarterMetricArgs) args: QuarterMetricArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Quarter.metric', parent, args);
  }

  @FieldResolver(() => [MetricValue], { description: 'Several metrics, all known ones when `names` is left out.' })
  metrics(
    @Root() parent: object,
    @Args(() => QuarterMetricsArgs) args: QuarterMetricsArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Quarter.metrics', parent, args);
  }

  @FieldResolver(() => StatementConnection, { description: 'What was said about it.' })
  statements(
    @Root() parent: object,
    @Args(() => StatementPageArgs) args: StatementPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Quarter.statements', parent, args);
  }

  @FieldResolver(() => AnalystCommentConnection, { description: 'What outsiders said about it.' })
  analystComments(
    @Root() parent: object,
    @Args(() => AnalystCommentPageArgs) args: AnalystCommentPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Quarter.analystComments', parent, args);
  }

  @FieldResolver(() => QuarterChanges, {
    description:
      'What is new on its earnings call against that of the quarter reported before it, or of the one named: topics and speakers.',
  })
  changes(
    @Root() parent: object,
    @Args(() => QuarterChangesArgs) args: QuarterChangesArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Quarter.changes', parent, args);
  }
}
