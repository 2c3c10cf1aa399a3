import type { MetricDefinition, MetricKind } from './metric-definition';

/**
 * Figures that earnings talk lives on and that no standard concept of the filings stands for: companies define them for
 * themselves, so that only documents have them and two companies' numbers are alike in name only.
 */
export const OUTLOOK_METRICS: readonly MetricDefinition[] = [
  nonGaap('adjusted_eps', 'Adjusted earnings per share', 'USD/shares', 'per-share', [
    'non-gaap eps',
    'non-gaap earnings per share',
    'adjusted diluted earnings per share',
    'adjusted diluted eps',
    'non-gaap diluted earnings per share',
    'eps non gaap',
    'core eps',
  ]),
  nonGaap(
    'ffo_per_share',
    'Funds from operations per share',
    'USD/shares',
    'per-share',
    ['ffo', 'funds from operations'],
    {
      phrases: ['ffo per share', 'ffo per diluted share', 'funds from operations per diluted share'],
      adjusted: 'adjusted_ffo_per_share',
    },
  ),
  nonGaap(
    'adjusted_ffo_per_share',
    'Adjusted funds from operations per share',
    'USD/shares',
    'per-share',
    ['affo', 'core ffo per share', 'normalized ffo per share'],
    { phrases: ['affo per share', 'affo per diluted share'] },
  ),
  nonGaap(
    'net_investment_income_per_share',
    'Net investment income per share',
    'USD/shares',
    'per-share',
    ['nii per share'],
    { phrases: ['net investment income'] },
  ),
  nonGaap(
    'book_value_per_share',
    'Book value per share',
    'USD/shares',
    'per-share',
    ['nav per share', 'net asset value per share'],
    { phrases: ['tangible book value per share'] },
  ),
  nonGaap('distributable_earnings_per_share', 'Distributable earnings per share', 'USD/shares', 'per-share', [], {
    phrases: ['earnings available for distribution', 'ead per share', 'distributable earnings per common share'],
  }),
  nonGaap('ebitda', 'EBITDA', 'USD', 'flow', ['earnings before interest, taxes, depreciation and amortization'], {
    phrases: ['oibda', 'ebitdar'],
    adjusted: 'adjusted_ebitda',
    losses: ['ebitda loss', 'ebitda losses'],
  }),
  nonGaap('adjusted_ebitda', 'Adjusted EBITDA', 'USD', 'flow', []),
  nonGaap('adjusted_net_income', 'Adjusted net income', 'USD', 'flow', [
    'non-gaap net income',
    'adjusted earnings',
    'adjusted profit',
  ]),
  nonGaap('adjusted_operating_income', 'Adjusted operating income', 'USD', 'flow', [
    'non-gaap operating income',
    'adjusted operating profit',
    'adjusted ebit',
  ]),
  nonGaap('adjusted_gross_profit', 'Adjusted gross profit', 'USD', 'flow', ['non-gaap gross profit']),
  nonGaap('adjusted_operating_expenses', 'Adjusted operating expenses', 'USD', 'flow', ['non-gaap operating expenses']),
  nonGaap('net_debt', 'Net debt', 'USD', 'instant', []),
  ratio('gross_margin', 'Gross margin', 'NON_GAAP', ['gross profit margin'], {
    phrases: ['gross margins', 'gross profit margins'],
    adjusted: 'adjusted_gross_margin',
  }),
  ratio(
    'operating_margin',
    'Operating margin',
    'NON_GAAP',
    ['operating profit margin', 'operating income margin', 'ebit margin'],
    {
      phrases: ['operating margins', 'operating profit margins', 'ebit margins'],
      adjusted: 'adjusted_operating_margin',
    },
  ),
  ratio('net_margin', 'Net margin', 'NON_GAAP', ['net income margin', 'net profit margin', 'profit margin']),
  ratio('ebitda_margin', 'EBITDA margin', 'NON_GAAP', [], {
    phrases: ['ebitda margins'],
    adjusted: 'adjusted_ebitda_margin',
  }),
  ratio('adjusted_gross_margin', 'Adjusted gross margin', 'NON_GAAP', ['non-gaap gross margin']),
  ratio('adjusted_operating_margin', 'Adjusted operating margin', 'NON_GAAP', [
    'non-gaap operating margin',
    'adjusted ebit margin',
  ]),
  ratio('adjusted_ebitda_margin', 'Adjusted EBITDA margin', 'NON_GAAP', []),
  ratio('tax_rate', 'Effective tax rate', 'NON_GAAP', ['tax rate', 'effective income tax rate'], {
    phrases: ['income tax rate', 'tax', 'effective rate'],
  }),
  ratio('organic_growth', 'Organic growth', 'NON_GAAP', ['organic revenue growth', 'organic sales growth'], {
    phrases: [
      'organic sales',
      'organic revenue',
      'organic revenues',
      'organic net sales',
      'organic net sales growth',
      'organic revenue decline',
    ],
  }),
  ratio(
    'comparable_sales_growth',
    'Comparable sales growth',
    'KPI',
    ['comparable sales', 'same-store sales', 'same store sales growth', 'comps', 'like-for-like sales'],
    { phrases: ['comparable store sales', 'comparable-store sales', 'comp sales', 'comparable restaurant sales'] },
  ),
  ratio(
    'net_revenue_retention',
    'Net revenue retention',
    'KPI',
    ['nrr', 'net retention', 'dollar-based net retention'],
    { phrases: ['net dollar retention', 'net retention rate'] },
  ),
  ratio('churn', 'Churn', 'KPI', ['churn rate', 'customer churn']),
  kpi('bookings', 'Bookings', 'USD', 'flow', ['orders', 'order intake', 'net bookings', 'new orders'], {
    phrases: ['net new bookings'],
  }),
  kpi('backlog', 'Backlog', 'USD', 'instant', ['order backlog', 'contracted backlog'], { phrases: ['order book'] }),
  kpi('book_to_bill', 'Book-to-bill ratio', 'ratio', 'ratio', ['book to bill'], {
    phrases: ['book-to-bill', 'book to bill ratio'],
    stated: ['MULTIPLE', 'COUNT'],
  }),
  kpi('remaining_performance_obligations', 'Remaining performance obligations', 'USD', 'instant', ['rpo'], {
    phrases: ['remaining performance obligation'],
  }),
  kpi('annual_recurring_revenue', 'Annual recurring revenue', 'USD', 'instant', [
    'arr',
    'annualized recurring revenue',
  ]),
  kpi('assets_under_management', 'Assets under management', 'USD', 'instant', ['aum']),
  kpi('gross_merchandise_volume', 'Gross merchandise volume', 'USD', 'flow', ['gmv', 'gross merchandise value']),
  kpi('payment_volume', 'Payment volume', 'USD', 'flow', ['tpv', 'total payment volume', 'gross payment volume']),
  kpi('net_leverage', 'Net leverage ratio', 'ratio', 'ratio', ['net leverage', 'net debt to ebitda'], {
    phrases: leveragePhrases(),
  }),
];

/** What an entry may say besides its aliases. */
type Words = Pick<MetricDefinition, 'phrases' | 'losses' | 'adjusted' | 'stated'>;

/** Guidance of a metric is a figure of the same metric: these have no `guidance_` twins. */
function nonGaap(
  name: string,
  label: string,
  unit: string,
  kind: MetricKind,
  aliases: string[],
  words: Words = {},
): MetricDefinition {
  const description = `${label} as the company defines it; definitions differ between companies.`;
  return { name, label, description, basis: 'NON_GAAP', unit, kind, aliases, ...words, tiers: [] };
}

function ratio(
  name: string,
  label: string,
  basis: 'NON_GAAP' | 'KPI',
  aliases: string[],
  words: Words = {},
): MetricDefinition {
  const description = `${label} in percent, as the company states it.`;
  return { name, label, description, basis, unit: 'percent', kind: 'ratio', aliases, ...words, tiers: [] };
}

function kpi(
  name: string,
  label: string,
  unit: string,
  kind: MetricKind,
  aliases: string[],
  words: Words = {},
): MetricDefinition {
  const description = `${label} as the company counts it, outside the accounts.`;
  return { name, label, description, basis: 'KPI', unit, kind, aliases, ...words, tiers: [] };
}

/** `net debt to trailing 12-month adjusted EBITDA ratio` and the like: every way to join its parts. */
function leveragePhrases(): string[] {
  const spans = [
    '',
    'ltm ',
    'ttm ',
    'pro forma ',
    'trailing 12-month ',
    'trailing twelve-month ',
    'trailing 12 months ',
  ];
  const ratios = ['net debt', 'debt', 'total debt', 'net leverage', 'net indebtedness'].flatMap((debt) =>
    ['to', '/', '-to-', 'over'].flatMap((joint) =>
      spans.flatMap((span) =>
        ['', 'adjusted '].flatMap((basis) =>
          ['ebitda', 'ebitda ratio', 'ebitda leverage ratio'].map((last) => `${debt} ${joint} ${span}${basis}${last}`),
        ),
      ),
    ),
  );
  return ['leverage', 'leverage ratio', ...ratios];
}
