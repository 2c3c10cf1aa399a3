import { Ctx, Query, Resolver } from 'type-graphql';
import { Metric } from '../../domain/metric.entity';
import type { Context } from '../context';

@Resolver()
export class MetricResolver {
  @Query(() => [Metric], { description: 'All metrics.' })
  metrics(@Ctx() { operation }: Context): unknown {
    return operation.follow('Query.metrics', null, {});
  }
}
