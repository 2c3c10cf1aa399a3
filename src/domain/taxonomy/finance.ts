import type { TopicDefinition } from './topic-definition';

/** The numbers of a quarter and what is done with the money. */
export const finance: readonly TopicDefinition[] = [
  {
    slug: 'revenue',
    name: 'Revenue',
    description: 'Sales and their growth.',
    aliases: ['sales', 'top line', 'turnover'],
  },
  {
    slug: 'margins',
    name: 'Margins',
    description: 'Gross, operating and net margins and what moves them.',
    aliases: ['margin', 'gross margin', 'operating margin', 'profitability'],
  },
  {
    slug: 'earnings',
    name: 'Earnings',
    description: 'Net income and earnings per share.',
    aliases: ['net income', 'eps', 'profit', 'bottom line'],
  },
  {
    slug: 'costs',
    name: 'Costs',
    description: 'Expenses of every kind, where nothing narrower fits.',
    aliases: ['expenses', 'opex', 'operating expenses'],
  },
  {
    slug: 'efficiency',
    name: 'Efficiency',
    description: 'Doing the same for less: programmes, automation, productivity.',
    aliases: ['productivity', 'cost savings', 'cost cutting'],
    parent: 'costs',
  },
  {
    slug: 'depreciation',
    name: 'Depreciation',
    description: 'Depreciation and amortisation, useful lives, write-downs of assets.',
    aliases: ['amortization', 'amortisation', 'impairment', 'useful lives'],
    parent: 'costs',
  },
  {
    slug: 'stock-compensation',
    name: 'Stock-based compensation',
    description: 'Pay in shares and its cost.',
    aliases: ['sbc', 'stock-based compensation', 'share-based compensation'],
    parent: 'costs',
  },
  {
    slug: 'capital-expenditure',
    name: 'Capital expenditure',
    description: 'Investment in property, plant and equipment: amounts, plans, returns.',
    aliases: ['capex', 'capital expenditures', 'capital spending'],
  },
  {
    slug: 'ai-spending',
    name: 'AI spending',
    description: 'Money put into AI as a whole, capital or not, and whether a business can carry it.',
    aliases: ['ai investment', 'ai investments'],
    parent: 'capital-expenditure',
  },
  {
    slug: 'cash-flow',
    name: 'Cash flow',
    description: 'Operating and free cash flow, working capital, liquidity.',
    aliases: ['free cash flow', 'fcf', 'liquidity', 'working capital'],
  },
  {
    slug: 'capital-return',
    name: 'Capital return',
    description: 'Dividends and share buybacks.',
    aliases: ['buybacks', 'dividends', 'share repurchases', 'repurchases'],
  },
  {
    slug: 'debt',
    name: 'Debt',
    description: 'Borrowing, leverage, ratings, refinancing.',
    aliases: ['leverage', 'borrowing', 'bonds'],
  },
  {
    slug: 'taxes',
    name: 'Taxes',
    description: 'Income taxes, tax rates, tax law.',
    aliases: ['tax', 'tax rate'],
  },
  {
    slug: 'guidance',
    name: 'Guidance',
    description: 'The company’s own outlook for coming quarters or years.',
    aliases: ['outlook', 'forecast', 'company outlook'],
  },
  {
    slug: 'mergers-and-acquisitions',
    name: 'Mergers and acquisitions',
    description: 'Buying, selling and merging companies or parts of them.',
    aliases: ['m&a', 'acquisitions', 'acquisition', 'divestitures'],
  },
  {
    slug: 'accounting',
    name: 'Accounting',
    description: 'Standards, restatements, one-off items, changes in reporting.',
    aliases: ['restatement', 'restatements'],
  },
];
