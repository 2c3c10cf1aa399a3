import { BALANCE_METRICS } from './metric/balance-metric';
import { CASH_FLOW_METRICS } from './metric/cash-flow-metric';
import { INCOME_METRICS } from './metric/income-metric';
import { conceptsOf, type MetricDefinition } from './metric/metric-definition';
import { OPERATING_METRICS } from './metric/operating-metric';
import { OUTLOOK_METRICS } from './metric/outlook-metric';
import { PAYOUT_METRICS } from './metric/payout-metric';
import { SHARE_METRICS } from './metric/share-metric';

/** Every metric that the product knows. The database's rows are copies of these: a new metric is one entry in a list. */
export const METRICS: readonly MetricDefinition[] = [
  ...INCOME_METRICS,
  ...SHARE_METRICS,
  ...CASH_FLOW_METRICS,
  ...BALANCE_METRICS,
  ...OPERATING_METRICS,
  ...PAYOUT_METRICS,
  ...OUTLOOK_METRICS,
];

const BY_NAME = new Map(METRICS.map((metric) => [metric.name, metric]));
const BY_SPELLING = new Map(METRICS.flatMap((metric) => spellingsOf(metric).map((spelling) => [spelling, metric])));

/** By its exact name. */
export function metricNamed(name: string): MetricDefinition | undefined {
  return BY_NAME.get(name);
}

/** By name, label, alias or phrase as people write it: `capex`, `netIncome`, `Net income`, `R&D`. */
export function findMetric(text: string): MetricDefinition | undefined {
  return BY_SPELLING.get(foldMetricName(text));
}

/** What two spellings of a metric have in common: netIncome, net_income, Net-Income and "net income" are one. */
export function foldMetricName(text: string): string {
  return text.toLowerCase().replace(/[\s_\-'’,.]+/g, '');
}

/** Every concept that can be needed for these metrics, those of their parts included; for fetching facts in one go. */
export function conceptsFor(metrics: readonly MetricDefinition[]): string[] {
  const concepts = new Set<string>();
  for (const metric of metrics) {
    for (const concept of conceptsOf(metric)) concepts.add(concept);
    for (const concept of conceptsFor(partsOf(metric))) concepts.add(concept);
  }
  return [...concepts];
}

function partsOf(metric: MetricDefinition): MetricDefinition[] {
  if (!metric.difference) return [];
  return [metric.difference.of, metric.difference.less].flatMap((name) => BY_NAME.get(name) ?? []);
}

function spellingsOf({ name, label, aliases, phrases = [] }: MetricDefinition): string[] {
  return [name, label, ...aliases, ...phrases].map(foldMetricName);
}
