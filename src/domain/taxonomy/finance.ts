import { type TopicDefinition, words } from './topic-definition';

/** The numbers of a quarter. */
export const finance: readonly TopicDefinition[] = [
  {
    slug: 'revenue',
    name: 'Revenue',
    description: 'Sales and their growth.',
    aliases: words('sales, top line, turnover'),
    terms: words('revenue'),
    phrases:
      words(`net sales, total sales, sales growth, top line, organic growth, same store sales, comparable sales, comp sales, sales increased,
      sales decreased, sales were, sales declined, organic sales, sales grew, sales rose, sales fell, billings growth, record sales,
      comparable store sales, sales performance, quarterly sales, sales for the quarter, like for like sales`),
    exclusions: words('internal revenue, cost of revenue, revenue stream, revenue model'),
  },
  {
    slug: 'margins',
    name: 'Margins',
    description: 'Gross, operating and net margins and what moves them.',
    aliases: words('margin, gross margin, operating margin, profitability'),
    terms: words('margin, profitability'),
    phrases: words(
      'gross profit rate, operating leverage, margin expansion, margin pressure, gross margin, operating margin, basis points of leverage',
    ),
    exclusions: words(
      'margin call, margin of error, margin loan, margin of safety, slim margin, wide margin, narrow margin',
    ),
  },
  {
    slug: 'earnings',
    name: 'Earnings',
    description: 'Net income and earnings per share.',
    aliases: words('net income, eps, profit, bottom line'),
    terms: words('eps, ebitda, ebit, profit'),
    phrases:
      words(`net income, net profit, net loss, net earnings, earnings per share, per diluted share, diluted earnings, operating income, operating profit,
      operating loss, bottom line, adjusted earnings, earnings growth, pretax income, income before tax, segment income, ffo, funds from operations,
      earnings growth, operating earnings, record earnings, loss per share`),
    exclusions: words(
      'earnings call, earnings conference call, earnings release, earnings press release, profit or loss, for profit, non profit, not for profit, gross profit',
    ),
  },
  {
    slug: 'costs',
    isResidual: true,
    name: 'Costs',
    description: 'Expenses of every kind, where nothing narrower fits.',
    aliases: words('expenses, opex, operating expenses'),
    terms: words('opex, expense, sg&a, g&a'),
    phrases:
      words(`cost of revenue, cost of sales, cost of goods sold, cogs, operating cost, operating expense, total expense, cost structure, cost base,
      cost inflation, input cost, labor cost, freight cost, fixed cost, higher cost, lower cost, cost increase, cost growth, overhead, cost control,
      general and administrative, selling general, total cost, cost pressure, raw material cost, feed cost, fuel cost, infrastructure cost, cost line`),
    exclusions: words(
      'interest expense, tax expense, depreciation expense, no expense spared, at the expense of, costless, cost of living',
    ),
  },
  {
    slug: 'efficiency',
    name: 'Efficiency',
    description: 'Doing the same for less: programmes, automation, productivity.',
    aliases: words('productivity, cost savings, cost cutting'),
    parent: 'costs',
    terms: words('efficiency, efficiencies, productivity, streamline, streamlining, streamlined'),
    phrases:
      words(`cost saving, cost cutting, cost reduction, cost out, reduce cost, cost action, lean manufacturing, cost discipline, year of efficiency,
      operational excellence, cost efficiency, cost takeout, reducing our cost, cost synergies, lower our cost, expense reduction, cut cost, cutting cost`),
    exclusions: words('energy efficiency, efficiency ratio, fuel efficiency, capital efficiency standard'),
  },
  {
    slug: 'depreciation',
    name: 'Depreciation',
    description: 'Depreciation and amortisation, useful lives, write-downs of assets.',
    aliases: words('amortization, amortisation, impairment, useful lives'),
    parent: 'costs',
    terms: words('depreciation, amortization, impairment, d&a, writedown'),
    phrases: words(
      'useful life, useful lives, write down, goodwill charge, accelerated depreciation, impaired asset, asset write off',
    ),
  },
  {
    slug: 'stock-compensation',
    name: 'Stock-based compensation',
    description: 'Pay in shares and its cost.',
    aliases: words('sbc, stock-based compensation, share-based compensation'),
    parent: 'costs',
    terms: words('sbc'),
    phrases: words(
      'stock based compensation, share based compensation, stock compensation, equity compensation, stock based comp, restricted stock unit, rsu, equity award',
    ),
  },
  {
    slug: 'taxes',
    name: 'Taxes',
    description: 'Income taxes, tax rates, tax law.',
    aliases: words('tax, tax rate'),
    terms: words('tax'),
    phrases: words(
      'tax rate, income tax, tax benefit, tax reform, deferred tax, tax credit, tax law, corporate minimum tax, net operating loss carryforward',
    ),
    exclusions: words(
      'before tax, after tax, pre tax, net of tax, earnings before interest and taxes, before interest taxes, interest taxes depreciation, before interest tax',
    ),
  },
  {
    slug: 'guidance',
    name: 'Guidance',
    description: 'The company’s own outlook for coming quarters or years.',
    aliases: words('outlook, forecast, company outlook'),
    terms: words('guidance, outlook'),
    phrases:
      words(`guidance range, full year forecast, our forecast, we forecast, we anticipate … to be, we expect … revenue, we expect … to be in the range,
      in the range of, reiterate … guidance, reaffirm, reaffirming, raise … guidance, raising … guidance, lower … guidance, guide for, our guide, we are guiding,
      expect full year, expectations for the year, expectations for the quarter, expected to be between, long term target, financial target, our expectation for,
      we now expect, at the midpoint, long range plan, the guide, business outlook, we expect fourth quarter, we expect first quarter, we expect second quarter,
      we expect third quarter, we anticipate our full year, opex guide, expense guide, revenue guide`),
    exclusions: words(
      'regulatory guidance, cdc guidance, guidance from the cdc, fda guidance, government guidance, guidance from the government, health guidance, accounting guidance, sec guidance, guidance counselor',
    ),
  },
  {
    slug: 'accounting',
    name: 'Accounting',
    description: 'Standards, restatements, one-off items, changes in reporting.',
    aliases: words('restatement, restatements'),
    terms: words('restatement, restated, restate, asc 606'),
    phrases: words(
      'accounting standard, accounting change, accounting policy, accounting treatment, material weakness, one time item, one off, lease accounting, nonrecurring, non recurring, accounting rule, internal control, revenue recognition, purchase accounting',
    ),
  },
  {
    slug: 'segment-results',
    name: 'Segment results',
    description: 'How single segments or divisions of a company did.',
    aliases: words('segments, divisions'),
    phrases: words(
      'segment result, segment revenue, segment income, segment margin, by segment, segment level, reportable segment, segment performance, segment operating income, our segment, segment sales, business segment',
    ),
    exclusions: words('market segment, customer segment'),
  },
];
