import type { MetricDefinition } from './metric-definition';

/** What goes to owners and lenders, and what operations cost besides: lines of the accounts with concepts of their own. */
export const PAYOUT_METRICS: readonly MetricDefinition[] = [
  {
    name: 'dividends_per_share',
    label: 'Dividends per share',
    description: 'Dividend declared on a share.',
    basis: 'GAAP',
    unit: 'USD/shares',
    kind: 'per-share',
    aliases: ['dividend per share', 'dps', 'quarterly dividend'],
    phrases: ['dividend', 'cash dividend', 'quarterly cash dividend'],
    tiers: [['us-gaap:CommonStockDividendsPerShareDeclared'], ['us-gaap:CommonStockDividendsPerShareCashPaid']],
  },
  {
    name: 'dividends_paid',
    label: 'Dividends paid',
    description: 'Cash paid to shareholders as dividends.',
    basis: 'GAAP',
    unit: 'USD',
    kind: 'flow',
    aliases: ['dividends', 'dividend payments'],
    phrases: ['cash dividends', 'dividend equivalent payments', 'dividend and dividend equivalent payments'],
    tiers: [['us-gaap:PaymentsOfDividendsCommonStock', 'us-gaap:PaymentsOfDividends']],
  },
  {
    name: 'interest_expense',
    label: 'Interest expense',
    description: 'What borrowed money cost.',
    basis: 'GAAP',
    unit: 'USD',
    kind: 'flow',
    aliases: ['net interest expense', 'interest costs'],
    tiers: [['us-gaap:InterestExpense'], ['us-gaap:InterestExpenseNonoperating'], ['ifrs-full:FinanceCosts']],
  },
  {
    name: 'inventory',
    label: 'Inventory',
    description: 'Goods held for sale and their materials, at the end of the period.',
    basis: 'GAAP',
    unit: 'USD',
    kind: 'instant',
    aliases: ['inventories'],
    phrases: ['merchandise inventory', 'merchandise inventories', 'inventory balance', 'inventory levels'],
    tiers: [['us-gaap:InventoryNet'], ['ifrs-full:Inventories']],
  },
];
