import { Ctx, Query, Resolver } from 'type-graphql';
import { Metric } from '../../domain/metric.entity';
import { follow } from '../../read/plan/walk';
import type { Context } from '../context';

@Resolver()
export class MetricResolver {
  @Query(() => [Metric], { description: 'All metrics.' })
  metrics(@Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.metrics', null, {});
  }
}
