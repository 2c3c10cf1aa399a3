import type { MetricDefinition } from './metric-definition';

/** Per share, and the shares that are counted. */
export const SHARE_METRICS: readonly MetricDefinition[] = [
  {
    name: 'eps_diluted',
    label: 'Diluted earnings per share',
    description: 'Net income per share, counting shares that options and the like could add.',
    basis: 'GAAP',
    unit: 'USD/shares',
    kind: 'per-share',
    aliases: ['eps', 'earnings per share', 'diluted eps'],
    tiers: [
      ['us-gaap:EarningsPerShareDiluted'],
      ['us-gaap:EarningsPerShareBasicAndDiluted'],
      ['ifrs-full:DilutedEarningsLossPerShare'],
    ],
  },
  {
    name: 'eps_basic',
    label: 'Basic earnings per share',
    description: 'Net income per share outstanding.',
    basis: 'GAAP',
    unit: 'USD/shares',
    kind: 'per-share',
    aliases: ['basic eps'],
    tiers: [
      ['us-gaap:EarningsPerShareBasic'],
      ['us-gaap:EarningsPerShareBasicAndDiluted'],
      ['ifrs-full:BasicEarningsLossPerShare'],
    ],
  },
  {
    name: 'diluted_shares',
    label: 'Diluted shares',
    description: 'Average number of shares in the period, counting those that options and the like could add.',
    basis: 'GAAP',
    unit: 'shares',
    kind: 'average',
    aliases: ['shares diluted', 'diluted share count', 'weighted average diluted shares'],
    tiers: [['us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding'], ['ifrs-full:AdjustedWeightedAverageShares']],
  },
  {
    name: 'basic_shares',
    label: 'Basic shares',
    description: 'Average number of shares outstanding in the period.',
    basis: 'GAAP',
    unit: 'shares',
    kind: 'average',
    aliases: ['shares basic', 'share count', 'weighted average shares'],
    tiers: [['us-gaap:WeightedAverageNumberOfSharesOutstandingBasic'], ['ifrs-full:WeightedAverageShares']],
  },
];
