/** What kinds of number can state a measure. PERCENT of a money measure is growth or a share, never its level. */
export type Stated = 'MONEY' | 'PER_SHARE' | 'PERCENT' | 'COUNT' | 'MULTIPLE';

export interface Measure {
  /** Name in the metric catalogue; null: the words are known to name something that the catalogue does not have. */
  readonly metric: string | null;
  /** The catalogue's name where the words say adjusted, non-GAAP, core. */
  readonly adjusted: string | null;
  readonly states: readonly Stated[];
  /** The words name a loss: the number of the metric is negative. */
  readonly isLoss: boolean;
}

type Row = readonly [metric: string | null, adjusted: string | null, states: string, phrases: string];

const STATES: Readonly<Record<string, Stated>> = {
  M: 'MONEY',
  S: 'PER_SHARE',
  P: 'PERCENT',
  C: 'COUNT',
  X: 'MULTIPLE',
};

/** `net debt to trailing 12-month adjusted EBITDA ratio` and the like: every way to join its parts. */
function leveragePhrases(): string {
  const spans = [
    '',
    'ltm ',
    'ttm ',
    'pro forma ',
    'trailing 12 - month ',
    'trailing twelve - month ',
    'trailing 12 months ',
  ];
  const ratios = ['net debt', 'debt', 'total debt', 'net leverage', 'net indebtedness'].flatMap((debt) =>
    ['to', '/', '- to -', 'over'].flatMap((joint) =>
      spans.flatMap((span) =>
        ['', 'adjusted '].flatMap((basis) =>
          ['ebitda', 'ebitda ratio', 'ebitda leverage ratio'].map((last) => `${debt} ${joint} ${span}${basis}${last}`),
        ),
      ),
    ),
  );
  return ['net leverage', 'net leverage ratio', 'leverage', 'leverage ratio', ...ratios].join('|');
}

/** Phrases in lower case, tokens apart by spaces as token.ts cuts them; the longest that fits wins. */
const ROWS: readonly Row[] = [
  [
    'revenue',
    null,
    'M',
    'revenue|revenues|sales|net sales|net revenue|net revenues|turnover|top line|topline|top - line',
  ],
  ['cost_of_revenue', null, 'M', 'cost of revenue|cost of revenues|cost of sales|cost of goods sold|cogs'],
  ['gross_profit', 'adjusted_gross_profit', 'M', 'gross profit|gross profits'],
  [
    'operating_expenses',
    'adjusted_operating_expenses',
    'M',
    'operating expenses|operating expense|opex|operating costs',
  ],
  [
    'research_and_development',
    null,
    'M',
    'r&d expense|r&d expenses|r&d spending|r&d|research and development expense|research and development expenses|research and development',
  ],
  [
    'sales_and_marketing',
    null,
    'M',
    'sales and marketing expense|sales and marketing expenses|marketing and sales expenses|selling and marketing expenses',
  ],
  [
    'general_and_administrative',
    null,
    'M',
    'g&a|g&a expense|g&a expenses|general and administrative expense|general and administrative expenses',
  ],
  [
    'selling_general_and_administrative',
    null,
    'M',
    'sg&a|sg&a expense|sg&a expenses|selling , general and administrative expenses|selling , general and administrative expense|sg & a',
  ],
  [
    'costs_and_expenses',
    null,
    'M',
    'total expenses|total costs and expenses|costs and expenses|total costs|total expense',
  ],
  [
    'operating_income',
    'adjusted_operating_income',
    'M',
    'operating income|operating profit|operating profits|income from operations|operating earnings|ebit|segment operating income|earnings from operations|profit from operations',
  ],
  ['ebitda', 'adjusted_ebitda', 'M', 'ebitda|oibda|ebitdar'],
  [
    'net_income',
    'adjusted_net_income',
    'MS',
    'net income|net profit|net profits|net earnings|bottom line|profit after tax|profit for the period|pat|earnings|profit|profits|income|earned|net income from continuing operations|earnings from continuing operations|income from continuing operations|net earnings from continuing operations|net income attributable to common shareholders',
  ],
  [
    'income_before_tax',
    null,
    'M',
    'pbt|pretax income|pre - tax income|pretax profit|pre - tax profit|profit before tax|income before taxes|income before income taxes|earnings before taxes',
  ],
  [
    'income_tax',
    null,
    'M',
    'income tax expense|income taxes|provision for income taxes|tax expense|tax provision|income tax provision',
  ],
  ['interest_expense', null, 'M', 'interest expense|net interest expense|interest costs'],
  [
    'eps_diluted',
    'adjusted_eps',
    'S',
    'earnings per share|eps|earnings per diluted share|income per share|income per diluted share|net income per share|net income per diluted share|profit per share|earnings a share|earnings per common share|earnings per diluted common share|net earnings per share|net earnings per diluted share|net income per common share|earnings per ads',
  ],
  [
    'ffo_per_share',
    'adjusted_ffo_per_share',
    'S',
    'ffo per share|ffo per diluted share|funds from operations per share|funds from operations|ffo',
  ],
  ['adjusted_ffo_per_share', 'adjusted_ffo_per_share', 'S', 'affo per share|affo|affo per diluted share'],
  ['net_investment_income_per_share', null, 'S', 'net investment income per share|nii per share|net investment income'],
  [
    'book_value_per_share',
    null,
    'S',
    'book value per share|tangible book value per share|net asset value per share|nav per share',
  ],
  [
    'distributable_earnings_per_share',
    null,
    'S',
    'earnings available for distribution|ead per share|distributable earnings per share|distributable earnings per common share',
  ],
  [
    'dividends_per_share',
    null,
    'S',
    'dividend per share|dividends per share|dividend|quarterly dividend|cash dividend|quarterly cash dividend',
  ],
  ['dividends_paid', null, 'M', 'dividends|dividend payments|cash dividends'],
  [
    'operating_cash_flow',
    null,
    'M',
    'operating cash flow|operating cash flows|operating cash|cash flow from operations|cash flows from operations|cash from operations|cash flow from operating activities|cash from operating activities|cash provided by operations|cash provided by operating activities|cash generated from operations|cash generated by operating activities|net cash provided by operating activities|cash flows from operating activities',
  ],
  ['free_cash_flow', null, 'M', 'free cash flow|free cash flows|fcf|free cash'],
  [
    'capital_expenditures',
    null,
    'M',
    'capital expenditures|capital expenditure|capex|cap ex|capital spending|capital spend|purchases of property and equipment|capital investments',
  ],
  [
    'share_repurchases',
    null,
    'M',
    'share repurchases|share repurchase|stock repurchases|share buybacks|buybacks|stock buybacks|repurchases|share buyback|repurchased|bought back|buying back|repurchasing',
  ],
  ['depreciation_and_amortization', null, 'M', 'depreciation and amortization|d&a|depreciation & amortization'],
  [
    'stock_based_compensation',
    null,
    'M',
    'stock - based compensation|share - based compensation|stock based compensation|share based compensation|stock compensation',
  ],
  ['cash', null, 'M', 'cash and cash equivalents|cash & cash equivalents'],
  ['long_term_debt', null, 'M', 'long - term debt'],
  ['net_debt', null, 'M', 'net debt'],
  ['total_assets', null, 'M', 'total assets'],
  ['total_liabilities', null, 'M', 'total liabilities'],
  [
    'stockholders_equity',
    null,
    'M',
    "stockholders' equity|shareholders' equity|stockholders equity|shareholders equity",
  ],
  [
    'inventory',
    null,
    'M',
    'inventory|inventories|merchandise inventory|merchandise inventories|inventory balance|inventory levels',
  ],
  ['bookings', null, 'M', 'bookings|net bookings|order intake|net new bookings|new orders|orders'],
  ['backlog', null, 'M', 'backlog|order backlog|order book'],
  ['book_to_bill', null, 'XC', 'book - to - bill|book - to - bill ratio|book to bill|book to bill ratio'],
  [
    'remaining_performance_obligations',
    null,
    'M',
    'remaining performance obligations|remaining performance obligation|rpo',
  ],
  ['annual_recurring_revenue', null, 'M', 'annual recurring revenue|annualized recurring revenue|arr'],
  ['assets_under_management', null, 'M', 'assets under management|aum'],
  ['gross_merchandise_volume', null, 'M', 'gross merchandise volume|gross merchandise value|gmv'],
  ['payment_volume', null, 'M', 'total payment volume|payment volume|tpv|gross payment volume'],
  ['gross_margin', 'adjusted_gross_margin', 'P', 'gross margin|gross margins|gross profit margin|gross profit margins'],
  [
    'operating_margin',
    'adjusted_operating_margin',
    'P',
    'operating margin|operating margins|operating profit margin|operating profit margins|operating income margin|ebit margin|ebit margins',
  ],
  ['net_margin', null, 'P', 'net margin|net income margin|net profit margin|profit margin'],
  ['ebitda_margin', 'adjusted_ebitda_margin', 'P', 'ebitda margin|ebitda margins'],
  ['tax_rate', null, 'P', 'tax rate|effective tax rate|income tax rate|effective income tax rate|tax|effective rate'],
  [
    'organic_growth',
    null,
    'P',
    'organic growth|organic sales|organic revenue|organic revenues|organic net sales|organic revenue growth|organic sales growth|organic net sales growth|organic revenue decline',
  ],
  [
    'comparable_sales_growth',
    null,
    'P',
    'comparable sales|same - store sales|same store sales|comparable store sales|comparable - store sales|comp sales|comps|like - for - like sales|comparable restaurant sales',
  ],
  [
    'net_revenue_retention',
    null,
    'P',
    'net revenue retention|net retention|net dollar retention|net retention rate|nrr',
  ],
  ['churn', null, 'P', 'churn|churn rate'],
  ['net_leverage', null, 'X', leveragePhrases()],
  ['daily_active_people', null, 'C', 'daily active people|daily active users|daily actives|daily users|dap|dau|daus'],
  [
    'monthly_active_people',
    null,
    'C',
    'monthly active people|monthly active users|monthly actives|monthly users|mau|maus',
  ],
  ['headcount', null, 'C', 'headcount|employees|total headcount|full - time employees|workforce'],
  ['customers', null, 'C', 'customers|clients|active customers|customer count'],
  ['subscribers', null, 'C', 'subscribers|paid subscribers|paid memberships|paying subscribers|subscriptions'],
  ['stores', null, 'C', 'stores|store count|restaurants'],
  [
    'diluted_shares',
    null,
    'C',
    'diluted shares|diluted shares outstanding|diluted share count|share count|average diluted share count|weighted average diluted share count|weighted average diluted shares|fully diluted shares outstanding|fully diluted shares',
  ],
  // Known by name, without a metric of the catalogue: their numbers must not be taken for a neighbour's.
  [
    null,
    null,
    'M',
    'cash flow|cash flows|deferred revenue|accounts receivable|working capital|cash balance|cash position|cash on hand|cash and investments|cash and short - term investments|cash and marketable securities|cash , cash equivalents , and marketable securities|cash , cash equivalents and marketable securities|restricted cash|liquidity|total debt|gross debt|debt|restructuring charges|restructuring costs|impairment charge|goodwill|authorization|share repurchase authorization|share repurchase program|stock repurchase program|share buyback program|buyback program|repurchase program|repurchase authorization|share repurchase plan|stock repurchase authorization|remaining authorization|buyback authorization|purchase price|other income|interest income|net interest income|operating loss of reality labs|cash|billings|contribution|headwind|tailwind|settlement|charge|charges|impact|expense|expenses|costs|cost|investment|investments|tax benefit|taxes|capital lease originations|operating assets|acquisition|acquisitions|net new business|savings|cost savings|synergies|proceeds|borrowings|liability|valuation|asp|average price|average selling price|price per share',
  ],
  [
    null,
    null,
    'P',
    'market share|net interest margin|return on tangible common equity|return on common equity|rotce|roe|margin|margins|utilization|occupancy|penetration|retention rate|retention|return on equity|return on invested capital|roic|interest rate|conversion|inflation|yield|attach rate|take rate|cash conversion|payout ratio',
  ],
  [
    null,
    null,
    'C',
    'users|members|workers|staff|shares|units|deliveries|vehicles|countries|locations|patients|developers|advertisers|subscriber additions|net adds|net additions|net new customers|shares outstanding|impressions|downloads|transactions|orders placed|people|barrels|megawatts|gigawatts|aircraft|passengers|homes|households|merchants|sellers|drivers|trips|rooms|beds|students|policies|accounts|installs|pounds|tons|tonnes|square feet|acres',
  ],
];

const LOSSES: readonly Row[] = [
  ['net_income', 'adjusted_net_income', 'MS', 'net loss|loss|losses|net losses'],
  ['operating_income', 'adjusted_operating_income', 'M', 'operating loss|operating losses|loss from operations'],
  ['ebitda', 'adjusted_ebitda', 'M', 'ebitda loss|ebitda losses'],
  [
    'eps_diluted',
    'adjusted_eps',
    'S',
    'loss per share|net loss per share|loss per diluted share|net loss per diluted share|loss a share|loss per common share|net loss per common share|loss per ads|net loss per ads|net loss a share|we lost',
  ],
];

interface Branch {
  measure: Measure | null;
  readonly next: Map<string, Branch>;
}

const ROOT: Branch = { measure: null, next: new Map() };

for (const [rows, isLoss] of [
  [ROWS, false],
  [LOSSES, true],
] as const)
  for (const [metric, adjusted, states, phrases] of rows)
    for (const phrase of phrases.split('|')) {
      let branch = ROOT;
      for (const word of phrase.split(' ')) {
        const next = branch.next.get(word) ?? { measure: null, next: new Map() };
        branch.next.set(word, next);
        branch = next;
      }
      branch.measure = { metric, adjusted, states: [...states].map((state) => STATES[state] as Stated), isLoss };
    }

/** The longest known phrase that begins at a token: its measure and the index after its last token. */
export function measureAt(
  tokens: readonly { readonly lower: string }[],
  from: number,
): { readonly measure: Measure; readonly to: number } | null {
  let branch: Branch | undefined = ROOT;
  let found: { measure: Measure; to: number } | null = null;
  for (let at = from; at < tokens.length; at += 1) {
    branch = branch.next.get(tokens[at]?.lower ?? '');
    if (!branch) break;
    if (branch.measure) found = { measure: branch.measure, to: at + 1 };
  }
  return found;
}
