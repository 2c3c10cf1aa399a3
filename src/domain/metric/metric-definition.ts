import type { AccountingBasis } from '../metric.entity';

/**
 * How a number behaves. Only flows add up over time, so only they may be derived by subtraction; an instant holds on one
 * day; per-share numbers, averages and ratios of a part cannot be had from those of the whole.
 */
export type MetricKind = 'flow' | 'instant' | 'per-share' | 'average' | 'ratio';

/** What kinds of number can state a measure. PERCENT of a money measure is growth or a share, never its level. */
export type Stated = 'MONEY' | 'PER_SHARE' | 'PERCENT' | 'COUNT' | 'MULTIPLE';

/** A measured thing: the words that name it and where filings have it. */
export interface MetricDefinition {
  /** Stable: clients write it. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly basis: `${AccountingBasis}`;
  /** `USD` stands for any currency, `USD/shares` for any currency per share. */
  readonly unit: string;
  readonly kind: MetricKind;
  /** Other names, blind to case, spaces, underscores and dashes: filters take them, questions and documents are read by them. */
  readonly aliases: readonly string[];
  /** More words that name it in a document (plurals, turns of speech); filters take them too, questions are not read by them. */
  readonly phrases?: readonly string[];
  /** Words that name a loss: the number that they are said of is negative. */
  readonly losses?: readonly string[];
  /** Those of label and aliases that filters take and that may mean something else in a document, where they name no metric. */
  readonly ambiguous?: readonly string[];
  /** The metric that is meant where the same words are said adjusted, non-GAAP, core. */
  readonly adjusted?: string;
  /** What kinds of number state it; left out, its unit tells. */
  readonly stated?: readonly Stated[];
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

/** The kinds of number that state a metric: its own list, or what its unit says. */
export function statedKinds({ stated, unit }: MetricDefinition): readonly Stated[] {
  if (stated) return stated;
  if (unit === 'USD') return ['MONEY'];
  if (unit === 'USD/shares') return ['PER_SHARE'];
  if (unit === 'percent') return ['PERCENT'];
  return unit === 'ratio' ? ['MULTIPLE'] : ['COUNT'];
}

/** Said before a measure, these tell the basis that it is counted by. */
const BASIS = /^(?:adjusted|non-gaap|core|normalized)\b/i;

/**
 * The words by which documents name a metric: label, aliases and phrases without the ambiguous ones. An alias that begins with
 * its basis is left out: it is read as the basis and the measure after it.
 */
export function readWords({ label, aliases, phrases = [], ambiguous = [] }: MetricDefinition): string[] {
  const words = [label, ...aliases, ...phrases].map((word) => word.toLowerCase());
  return [...new Set(words)].filter((word) => !ambiguous.includes(word) && !BASIS.test(word));
}
