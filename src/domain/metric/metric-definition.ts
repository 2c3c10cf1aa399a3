import type { AccountingBasis } from '../metric.entity';

/**
 * How a number behaves. Only flows add up over time, so only they may be derived by subtraction; an instant holds on one
 * day; per-share numbers, averages and ratios of a part cannot be had from those of the whole.
 */
export type MetricKind = 'flow' | 'instant' | 'per-share' | 'average' | 'ratio';

/** A measured thing and where filings have it. */
export interface MetricDefinition {
  /** Stable: clients write it. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly basis: `${AccountingBasis}`;
  /** `USD` stands for any currency, `USD/shares` for any currency per share. */
  readonly unit: string;
  readonly kind: MetricKind;
  /** Other names, read blind to case, spaces, underscores and dashes. */
  readonly aliases: readonly string[];
  /**
   * Concepts as `taxonomy:Concept`, in tiers: an earlier tier beats a later one. Within a tier the concepts compete for
   * being the total, and one that is larger by more than a percent wins (P&G files 29.4 of its 83.1 billion of revenue
   * under the concept that is the total elsewhere).
   */
  readonly tiers: readonly (readonly string[])[];
  /** Where no concept gives it: the difference of two other metrics. */
  readonly difference?: { readonly of: string; readonly less: string };
}

/** All concepts of a metric, best first. */
export function conceptsOf(metric: MetricDefinition): string[] {
  return metric.tiers.flat();
}
