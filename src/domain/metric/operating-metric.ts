import type { MetricDefinition } from './metric-definition';

/** Operating figures that companies publish outside the accounts; no SEC taxonomy has them, only documents do. */
export const OPERATING_METRICS: readonly MetricDefinition[] = [
  {
    name: 'daily_active_people',
    label: 'Daily active people',
    description: "People who used one of the company's products on an average day.",
    basis: 'KPI',
    unit: 'people',
    kind: 'average',
    aliases: ['dap', 'dau', 'daily active users', 'daily users'],
    tiers: [],
  },
  {
    name: 'monthly_active_people',
    label: 'Monthly active people',
    description: "People who used one of the company's products within a month.",
    basis: 'KPI',
    unit: 'people',
    kind: 'average',
    aliases: ['map', 'mau', 'monthly active users', 'monthly users'],
    tiers: [],
  },
  {
    name: 'headcount',
    label: 'Headcount',
    description: 'People employed at the end of the period.',
    basis: 'KPI',
    unit: 'people',
    kind: 'instant',
    aliases: ['employees', 'number of employees'],
    tiers: [],
  },
];
