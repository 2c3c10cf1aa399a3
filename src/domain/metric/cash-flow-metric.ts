import type { MetricDefinition } from './metric-definition';

/** The cash flow statement. Quarterly reports have it from the year's beginning only, so that most quarters are derived. */
export const CASH_FLOW_METRICS: readonly MetricDefinition[] = [
  {
    name: 'operating_cash_flow',
    label: 'Operating cash flow',
    description: 'Cash that operations brought in or took.',
    basis: 'GAAP',
    unit: 'USD',
    kind: 'flow',
    aliases: ['ocf', 'cash flow', 'cfo', 'cash from operations', 'net cash provided by operating activities'],
    tiers: [
      ['us-gaap:NetCashProvidedByUsedInOperatingActivities'],
      ['us-gaap:NetCashProvidedByUsedInOperatingActivitiesContinuingOperations'],
      ['ifrs-full:CashFlowsFromUsedInOperatingActivities'],
    ],
  },
  {
    name: 'capital_expenditures',
    label: 'Capital expenditures',
    description:
      'Cash paid for property and equipment. Companies that speak of their capital expenditures often add payments on finance leases, which are not in it.',
    basis: 'GAAP',
    unit: 'USD',
    kind: 'flow',
    aliases: ['capex', 'capital expenditure', 'capital spending', 'purchases of property and equipment'],
    tiers: [
      ['us-gaap:PaymentsToAcquirePropertyPlantAndEquipment'],
      ['us-gaap:PaymentsToAcquireProductiveAssets'],
      ['ifrs-full:PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities'],
    ],
  },
  {
    name: 'free_cash_flow',
    label: 'Free cash flow',
    description:
      "Operating cash flow less capital expenditures. Companies' own definitions differ, mostly by finance leases.",
    basis: 'NON_GAAP',
    unit: 'USD',
    kind: 'flow',
    aliases: ['fcf'],
    tiers: [],
    difference: { of: 'operating_cash_flow', less: 'capital_expenditures' },
  },
  {
    name: 'share_repurchases',
    label: 'Share repurchases',
    description: 'Cash paid for own shares.',
    basis: 'GAAP',
    unit: 'USD',
    kind: 'flow',
    aliases: ['buybacks', 'stock buybacks', 'share buybacks', 'repurchases'],
    tiers: [['us-gaap:PaymentsForRepurchaseOfCommonStock'], ['ifrs-full:PaymentsToAcquireOrRedeemEntitysShares']],
  },
  {
    name: 'depreciation_and_amortization',
    label: 'Depreciation and amortization',
    description: 'How much of the value of its assets the company wrote off by schedule.',
    basis: 'GAAP',
    unit: 'USD',
    kind: 'flow',
    aliases: ['d&a', 'depreciation'],
    tiers: [
      ['us-gaap:DepreciationDepletionAndAmortization'],
      ['us-gaap:DepreciationAmortizationAndAccretionNet'],
      ['us-gaap:DepreciationAndAmortization'],
      ['ifrs-full:DepreciationAndAmortisationExpense'],
    ],
  },
  {
    name: 'stock_based_compensation',
    label: 'Stock-based compensation',
    description: 'Pay in shares and options, as far as it was expensed.',
    basis: 'GAAP',
    unit: 'USD',
    kind: 'flow',
    aliases: ['sbc', 'share-based compensation'],
    tiers: [['us-gaap:ShareBasedCompensation'], ['ifrs-full:AdjustmentsForSharebasedPayments']],
  },
];
