import type { Period } from '../domain/fiscal/period';
import type { MetricSpan } from '../domain/metric/metric-span';
import type { Metric } from '../domain/metric.entity';
import type { Quarter } from '../domain/quarter.entity';

/** A value that is asked for. `quarter` is null for a whole year. */
export interface Ask {
  readonly metric: Metric;
  readonly companyId: number;
  readonly quarter: Quarter | null;
  readonly span: MetricSpan;
  readonly period: Period;
}
