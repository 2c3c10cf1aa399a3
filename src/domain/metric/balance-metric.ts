import type { MetricDefinition } from './metric-definition';

/** The balance sheet: what holds at the end of the period's last day. */
export const BALANCE_METRICS: readonly MetricDefinition[] = [
  {
    name: 'total_assets',
    label: 'Total assets',
    description: 'Everything the company owns, at the end of the period.',
    basis: 'GAAP',
    unit: 'USD',
    kind: 'instant',
    aliases: ['assets'],
    tiers: [['us-gaap:Assets'], ['ifrs-full:Assets']],
  },
  {
    name: 'cash',
    label: 'Cash and cash equivalents',
    description: 'Cash and what is as good as cash at the end of the period, without restricted cash and securities.',
    basis: 'GAAP',
    unit: 'USD',
    kind: 'instant',
    aliases: ['cash and cash equivalents', 'cash position'],
    tiers: [
      ['us-gaap:CashAndCashEquivalentsAtCarryingValue'],
      ['us-gaap:CashAndCashEquivalents'],
      ['ifrs-full:CashAndCashEquivalents'],
    ],
  },
  {
    name: 'total_liabilities',
    label: 'Total liabilities',
    description: 'Everything the company owes, at the end of the period.',
    basis: 'GAAP',
    unit: 'USD',
    kind: 'instant',
    aliases: ['liabilities'],
    tiers: [['us-gaap:Liabilities'], ['ifrs-full:Liabilities']],
  },
  {
    name: 'long_term_debt',
    label: 'Long-term debt',
    description: 'Debt that falls due in more than a year, at the end of the period.',
    basis: 'GAAP',
    unit: 'USD',
    kind: 'instant',
    aliases: ['debt'],
    tiers: [['us-gaap:LongTermDebtNoncurrent'], ['ifrs-full:NoncurrentPortionOfNoncurrentBorrowings']],
  },
  {
    name: 'stockholders_equity',
    label: "Stockholders' equity",
    description: 'What belongs to the owners of the parent company, at the end of the period.',
    basis: 'GAAP',
    unit: 'USD',
    kind: 'instant',
    aliases: ['equity', 'shareholders equity', 'book value'],
    tiers: [['us-gaap:StockholdersEquity'], ['ifrs-full:EquityAttributableToOwnersOfParent']],
  },
];
