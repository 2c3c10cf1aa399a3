import { NO_SPEECH, plainDocument } from '../../../eval/plain-document';
import { renderFigure } from '../../../eval/render-figure';
import { confidenceOf } from '../../../src/ingest/extract/confidence';
import { extractDocument } from '../../../src/ingest/extract/extract-document';
import { extractFigures } from '../../../src/ingest/extract/figure/extract-figures';
import type { FigureFinding } from '../../../src/ingest/extract/finding';
import { findOccasion } from '../../../src/ingest/extract/occasion/find-occasion';
import { NO_METADATA } from '../../../src/ingest/neutral-document';

function figuresOf(text: string, companyName: string | null = 'Corvane Group'): FigureFinding[] {
  const document = plainDocument(text, { metadata: { ...NO_METADATA, period: 'FY2023Q3', companyName } });
  return extractFigures(document, findOccasion(document), NO_SPEECH);
}

const read = (text: string, companyName?: string | null) => figuresOf(text, companyName).map(renderFigure);

/** How industries call and tell their figures, on a call about FY2023Q3. */
const CASES: readonly (readonly [construct: string, text: string, ...expected: string[]])[] = [
  [
    'income that belongs to the owners',
    'Net income available to common shareholders was $48.5 million or $1.12 per diluted share.',
    'LEVEL net_income FY2023Q3 48500000 USD',
    'LEVEL eps_diluted FY2023Q3 1.12 USD/shares',
  ],
  [
    'operating earnings of a share',
    'Third quarter operating earnings were $1.47 per share.',
    'LEVEL adjusted_eps FY2023Q3 1.47 USD/shares',
  ],
  [
    'operations that earn',
    'Earnings from operations were $73 million.',
    'LEVEL operating_income FY2023Q3 73000000 USD',
  ],
  [
    'a dividend raised by a share to a level',
    'We raised our quarterly dividend 8% to $0.27 per share.',
    'LEVEL dividends_per_share FY2023Q3 0.27 USD/shares +8% vs FY2022Q3',
  ],
  [
    'the margin of the profit before it',
    'Adjusted EBITDA was $64 million, for a margin of 18.3%.',
    'LEVEL adjusted_ebitda FY2023Q3 64000000 USD',
    'LEVEL adjusted_ebitda_margin FY2023Q3 18.3 percent',
  ],
  ['leverage spelt out', 'Net debt to trailing 12-month adjusted EBITDA was 2.9x.', 'LEVEL net_leverage - 2.9 ratio'],
  ['a loss said as lost', 'We lost $0.19 per share.', 'LEVEL eps_diluted FY2023Q3 -0.19 USD/shares'],
  [
    'a loss before interest and taxes',
    'Adjusted EBITDA loss was $7.5 million.',
    'LEVEL adjusted_ebitda FY2023Q3 -7500000 USD',
  ],
  ['a region with dots', 'U.S. revenue was $91 million.', 'LEVEL "U.S. revenue" FY2023Q3 91000000 USD'],
  [
    'growth represented by a participle',
    'Revenue was $205 million, representing growth of 31%.',
    'LEVEL revenue FY2023Q3 205000000 USD +31% vs FY2022Q3',
  ],
  [
    'growth above a year',
    'Revenue was $205 million, 4% above last year.',
    'LEVEL revenue FY2023Q3 205000000 USD +4% vs FY2022Q3',
  ],
  [
    'growth of a subject outside the lexicon',
    'Our cloud business grew 28%.',
    'CHANGE "cloud business" FY2023Q3 percent +28% vs FY2022Q3',
  ],
  [
    'items left out between measure and number',
    'Diluted EPS, excluding restructuring charges, of $1.36 was up 20%.',
    'LEVEL adjusted_eps FY2023Q3 1.36 USD/shares +20% vs FY2022Q3',
  ],
  [
    'items left out lead to the next number only',
    'EPS was $0.50; excluding special items, EPS was $0.62.',
    'LEVEL eps_diluted FY2023Q3 0.5 USD/shares',
    'LEVEL adjusted_eps FY2023Q3 0.62 USD/shares',
  ],
  [
    'a verb that bounds an outlook',
    'Free cash flow for the year should exceed $300 million.',
    'GUIDANCE free_cash_flow FY2023 300000000 USD AT_LEAST',
  ],
  [
    'the end of the year',
    'We expect year-end EPS of about $6.40.',
    'GUIDANCE eps_diluted FY2023 6.4 USD/shares APPROXIMATELY',
  ],
  [
    'a second period right before its number',
    'We said full year EPS would be $6.40 to $6.50, so the fourth quarter is $1.70 to $1.80.',
    'GUIDANCE eps_diluted FY2023 6.4..6.5 USD/shares',
    'GUIDANCE eps_diluted FY2023Q4 1.7..1.8 USD/shares',
  ],
  [
    'the quarter of the prior year',
    'Revenue was $205 million versus $190 million in the prior-year third quarter.',
    'LEVEL revenue FY2023Q3 205000000 USD',
    'LEVEL revenue FY2022Q3 190000000 USD',
  ],
  ['rupees with a dot', 'Revenue stood at Rs. 1,128 crore.', 'LEVEL revenue FY2023Q3 11280000000 INR'],
  [
    'a share count beside adjusted earnings',
    'Non-GAAP EPS was $2.14 on a diluted share count of 58 million.',
    'LEVEL adjusted_eps FY2023Q3 2.14 USD/shares',
    'LEVEL diluted_shares FY2023Q3 58000000 shares',
  ],
  [
    'what machines hear of adjusted earnings',
    'We had adjusted gap EPS of 66 cents.',
    'LEVEL adjusted_eps FY2023Q3 0.66 USD/shares',
  ],
  [
    'two bases and two numbers in their order',
    'GAAP and non-GAAP operating expenses were $140 million and $88 million, respectively.',
    'LEVEL operating_expenses FY2023Q3 140000000 USD',
    'LEVEL adjusted_operating_expenses FY2023Q3 88000000 USD',
  ],
  [
    'a year and one of its quarters',
    'For the prior year, revenue reached $4.2 billion, and in Q3 revenue was $1.3 billion.',
    'LEVEL revenue FY2022 4200000000 USD',
    'LEVEL revenue FY2023Q3 1300000000 USD',
  ],
  [
    'a year that something is lower than does not rule what follows',
    'Sales were 3.5% lower than in the prior year. EBIT came to CHF 71 million.',
    'CHANGE revenue FY2023Q3 percent -3.5% vs FY2022Q3',
    'LEVEL operating_income FY2023Q3 71000000 CHF',
  ],
  [
    'profit after tax by its basis',
    'After-tax adjusted operating income was $405 million, and we paid dividends of $148 million.',
    'LEVEL adjusted_operating_income FY2023Q3 405000000 USD',
    'LEVEL dividends_paid FY2023Q3 148000000 USD',
  ],
  ['a level that stayed', 'Gross margin was flat at 41.2%.', 'LEVEL gross_margin FY2023Q3 41.2 percent'],
  [
    'a part that represents revenue',
    'Spending at small firms represented $3.3 billion of revenue.',
    'LEVEL "revenue" FY2023Q3 3300000000 USD',
  ],
  [
    'a subsidiary by its initials',
    'LNW reported net income of $74 million.',
    'LEVEL "LNW net income" FY2023Q3 74000000 USD',
  ],
  ['the company by its initials', 'CG reported net income of $74 million.', 'LEVEL net_income FY2023Q3 74000000 USD'],
];

test.each(CASES)('%s', (_, text, ...expected) => expect(read(text)).toEqual(expected));

test('the year of a comparison does not rule the sentence that follows', () =>
  expect(read('Adjusted EPS of $1.07 compared to $0.68 last year. Orders of $590 million increased 45%.').at(-1)).toBe(
    'LEVEL bookings FY2023Q3 590000000 USD +45% vs FY2022Q3',
  ));

test('outlooks that are over are told by a rule of their own', () => {
  const [reported, past] = figuresOf('EPS was a loss of $0.23, better than our guidance of a loss of $0.65 to $0.70.');
  expect([reported, past].map((figure) => figure?.rules.outlook === null)).toEqual([true, false]);
  const raised = figuresOf('We are raising our full year EPS guidance to $4.05 to $4.20 from $3.80 to $4.00.');
  expect(raised.map(({ low, rules }) => [low, rules.outlook === null])).toEqual([
    ['4.05', true],
    ['3.8', false],
  ]);
});

test('news that speak of no business measure no company', () => {
  const text =
    'The museum closed its old wing, the mayor said. Revenue was $12 million. Thousands of $12 workers rallied, and 40 percent of members stayed away.';
  const document = plainDocument(text);
  const figures = extractFigures(document, findOccasion(document), NO_SPEECH);
  expect(figures.length).toBeGreaterThan(0);
  for (const { metric, rules } of figures)
    expect([metric !== null, rules.measure]).toEqual([true, 'news of something else']);
  // The rule is counted like any other, and what is read by it leaves the house as sure as that.
  for (const { rules, confidence } of extractDocument(document, '').figures)
    expect(confidence).toBe(confidenceOf('figure', `news of something else, ${rules.period}`));
});

test.each([
  'Let me now turn to Harbour Power, which reported earnings of $55 million.',
  'Our services and support revenue was $17 million.',
])('the number of a part is none of the company: %s', (text) =>
  expect(figuresOf(text).map(({ metric, scope }) => (scope === 'COMPANY' ? metric : null))).toEqual([null]),
);
