import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Metric } from '../../domain/metric.entity';
import { follow } from '../../read/plan/walk';
import { SeriesArgs } from '../args/series.args';
import type { Context } from '../context';
import { MetricValue } from '../types/metric-value';

@Resolver()
export class MetricResolver {
  @Query(() => [Metric], { description: 'All metrics.' })
  metrics(@Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.metrics', null, {});
  }

  @Query(() => [MetricValue], {
    description:
      'Several metrics of several companies in one request, ready to plot: by company and metric as named, each oldest first, NOT_DERIVABLE ones included. At most 2,000 values.',
  })
  series(@Args(() => SeriesArgs) args: SeriesArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.series', null, args);
  }
}
