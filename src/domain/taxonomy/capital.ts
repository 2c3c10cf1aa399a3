import { type TopicDefinition, words } from './topic-definition';

/** What is done with the money. */
export const capital: readonly TopicDefinition[] = [
  {
    slug: 'capital-expenditure',
    name: 'Capital expenditure',
    description: 'Investment in property, plant and equipment: amounts, plans, returns.',
    aliases: words('capex, capital expenditures, capital spending'),
    terms: words('capex'),
    phrases:
      words(`capital expenditure, capital spending, capital investment, capital intensity, cap ex, capital project, capital program, capital budget,
      capital outlay, capital plan, purchases of property and equipment, capital deployment, growth capital, maintenance capital`),
    exclusions: words('capital plan resubmission, human capital investment'),
  },
  {
    slug: 'ai-spending',
    name: 'AI spending',
    description: 'Money put into AI as a whole, capital or not, and whether a business can carry it.',
    aliases: words('ai investment, ai investments'),
    parent: 'capital-expenditure',
    phrases:
      words(`ai spending, ai spend, ai investment, ai ambition, ai capex, ai expenditure, spend … on ai, spending … on ai, spent … on ai, invest … in ai,
      investing … in ai, investment in ai, investment … in ai, invested … in ai, investing in artificial intelligence, ai budget, spend … on artificial intelligence`),
    hints: words(
      'big investment, investing very heavily, investing aggressively, hundreds of billions, strong business model to support this, massive infrastructure project, expensive',
    ),
    near: words('ai-infrastructure, ai-spending, meta-ai'),
    exclusions: words('investment in ais assistant'),
  },
  {
    slug: 'cash-flow',
    name: 'Cash flow',
    description: 'Operating and free cash flow, working capital, liquidity.',
    aliases: words('free cash flow, fcf, liquidity, working capital'),
    terms: words('fcf, liquidity, cashflow'),
    phrases: words(
      'cash flow, working capital, cash generation, cash position, cash balance, cash conversion, cash and equivalents, cash and cash equivalents, cash and marketable securities, balance sheet, cash burn, cash on hand, cash from operations, cash used',
    ),
    exclusions: words('discounted cash flow'),
  },
  {
    slug: 'capital-return',
    name: 'Capital return',
    description: 'Returning money to owners, where neither buybacks nor dividends alone are meant.',
    aliases: words('capital returns, shareholder returns'),
    phrases: words(
      'return capital, capital return, returning capital, returned … to shareholders, return … to shareholders, returning … to shareholders, shareholder return, capital allocation, returned … to stockholders, return of capital, return cash to shareholders',
    ),
  },
  {
    slug: 'buybacks',
    name: 'Buybacks',
    description: 'Companies buying their own shares.',
    aliases: words('share buybacks, share repurchases, repurchases, stock buybacks'),
    parent: 'capital-return',
    terms: words('buyback, repurchase, repurchasing, repurchased'),
    phrases: words(
      'buy back, bought back, buying back, share repurchase, stock repurchase, repurchase program, repurchase authorization, tender offer for our own shares',
    ),
    exclusions: words('repurchase agreement, customers repurchase, repurchase rate, loan repurchase, buy back into'),
  },
  {
    slug: 'dividends',
    name: 'Dividends',
    description: 'Dividends: amounts, rises, cuts, policy.',
    aliases: words('dividend, payout'),
    parent: 'capital-return',
    terms: words('dividend'),
    phrases: words('payout ratio, quarterly payout, distribution per unit, lp distribution, distributions per unit'),
    exclusions: words('pay dividends in the long run, paying dividends for us, demographic dividend'),
  },
  {
    slug: 'debt',
    name: 'Debt',
    description: 'Borrowing, leverage, ratings, refinancing.',
    aliases: words('leverage, borrowing, bonds'),
    terms: words('debt, deleverage, deleveraging, refinancing, refinance, refinanced, covenant, borrowings'),
    phrases:
      words(`credit facility, term loan, revolver, revolving credit, senior note, leverage ratio, net leverage, interest expense, credit rating, bond issuance,
      issued bonds, debt maturity, investment grade, notes offering, commercial paper, interest coverage, convertible note, asset based loan, abl facility`),
    exclusions: words('debt ceiling, technical debt, debt of gratitude, bad debt, credit card debt, consumer debt'),
  },
  {
    slug: 'equity-offering',
    name: 'Equity offering',
    description: 'Issuing shares: offerings, listings, placements, dilution.',
    aliases: words('ipo, share issuance, stock offering'),
    terms: words('ipo, dilution'),
    phrases: words(
      'initial public offering, equity offering, secondary offering, at the market program, atm program, share issuance, stock offering, equity raise, equity issuance, private placement, public listing, stock split',
    ),
  },
  {
    slug: 'mergers-and-acquisitions',
    name: 'Mergers and acquisitions',
    description: 'Buying, selling and merging companies or parts of them.',
    aliases: words('m&a, acquisitions, acquisition, divestitures'),
    terms: words(
      'm&a, acquisition, merger, divestiture, divest, divested, divesting, spinoff, takeover, acquirer, buyout, divestment',
    ),
    phrases: words(
      'spin off, reverse merger, purchase price, definitive agreement, to acquire, we acquired, acquired by, closing of the transaction, bolt on, business combination, sale of … business, strategic alternative, synergy capture, acquisition integration, acquired … business, agreed to buy, agreed to acquire',
    ),
    exclusions: words(
      'customer acquisition, card acquisition, talent acquisition, user acquisition, acquisition cost per customer, new member acquisition, card member acquisition, client acquisition, land acquisition, data acquisition, subscriber acquisition, player acquisition, to acquire new customers, to acquire customers, acquired new customers',
    ),
  },
  {
    slug: 'pensions',
    name: 'Pensions',
    description: 'Pension and other retirement obligations of a company.',
    aliases: words('pension'),
    terms: words('pension'),
    phrases: words('retirement benefit obligation, defined benefit plan, pension contribution, postretirement benefit'),
  },
  {
    slug: 'credit-quality',
    name: 'Credit quality',
    description: 'Whether borrowers and customers pay: losses, reserves, delinquencies.',
    aliases: words('credit losses, delinquencies, provisions'),
    terms: words('delinquency, delinquencies, cecl, nonperforming, chargeoff'),
    phrases: words(
      'credit loss, credit quality, write off rate, charge off, loan loss, credit reserve, provision for credit, loss provision, bad debt, reserve build, allowance for credit, past due, loan book, credit metric, write offs, credit risk, uncollectible',
    ),
  },
];
