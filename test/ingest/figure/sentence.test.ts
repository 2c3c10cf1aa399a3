import { NO_SPEECH, plainDocument } from '../../../eval/plain-document';
import { renderFigure } from '../../../eval/render-figure';
import { extractFigures } from '../../../src/ingest/extract/figure/extract-figures';
import { NO_METADATA } from '../../../src/ingest/neutral-document';

/** What the sentences of a document about a period assert. */
function read(text: string, period: string, companyName = 'Corvane'): string[] {
  const document = plainDocument(text, { metadata: { ...NO_METADATA, period, companyName } });
  const occasion = {
    type: null,
    company: companyName,
    symbol: null,
    cik: null,
    period,
    date: null,
    startsAt: null,
    confidence: 1,
  };
  return extractFigures(document, occasion, NO_SPEECH).map(renderFigure);
}

/** Sentence, what it asserts on a call about FY2023Q3. Written by reading, one construct each. */
const CASES: readonly (readonly [construct: string, sentence: string, ...expected: string[]])[] = [
  ['a level', 'Third quarter revenue was $412.6 million.', 'LEVEL revenue FY2023Q3 412600000 USD'],
  [
    'growth that leads up to a level',
    'Revenue rose 8.4 percent to $412.6 million in the third quarter.',
    'LEVEL revenue FY2023Q3 412600000 USD +8.4% vs FY2022Q3',
  ],
  [
    'decline after a level',
    'Net sales were €88m, down 3% from a year ago.',
    'LEVEL revenue FY2023Q3 88000000 EUR -3% vs FY2022Q3',
  ],
  [
    'growth alone',
    'Free cash flow grew 14% year over year.',
    'CHANGE free_cash_flow FY2023Q3 percent +14% vs FY2022Q3',
  ],
  [
    'growth from the quarter before',
    'Backlog increased 4% sequentially.',
    'CHANGE backlog FY2023Q3 percent +4% vs FY2023Q2',
  ],
  [
    'noun of growth',
    'The company posted net profit of $20.5 million, a 12% decline.',
    'LEVEL net_income FY2023Q3 20500000 USD -12% vs FY2022Q3',
  ],
  [
    'measure after the number',
    'We generated $61 million in operating cash flow during the third quarter.',
    'LEVEL operating_cash_flow FY2023Q3 61000000 USD',
  ],
  [
    'income and its share',
    'GAAP net income was $31.2 million, or $0.74 per diluted share.',
    'LEVEL net_income FY2023Q3 31200000 USD',
    'LEVEL eps_diluted FY2023Q3 0.74 USD/shares',
  ],
  [
    'two bases',
    'Diluted earnings per share were $0.74 on a GAAP basis and $0.91 on a non-GAAP basis.',
    'LEVEL eps_diluted FY2023Q3 0.74 USD/shares',
    'LEVEL adjusted_eps FY2023Q3 0.91 USD/shares',
  ],
  [
    'adjusted earnings',
    'Adjusted earnings were $1.43 per diluted share.',
    'LEVEL adjusted_eps FY2023Q3 1.43 USD/shares',
  ],
  ['a loss', 'We reported a net loss of $7 million for the quarter.', 'LEVEL net_income FY2023Q3 -7000000 USD'],
  [
    'an accountant’s minus',
    'Operating cash flow was $(3.5) million.',
    'LEVEL operating_cash_flow FY2023Q3 -3500000 USD',
  ],
  [
    'a margin and its move',
    'Gross margin expanded 120 basis points to 43.5%.',
    'CHANGE gross_margin FY2023Q3 120 basis points vs FY2022Q3',
    'LEVEL gross_margin FY2023Q3 43.5 percent',
  ],
  [
    'an adjective of percent',
    'Operating income was $23.4 million, representing a 48% operating margin.',
    'LEVEL operating_income FY2023Q3 23400000 USD',
    'LEVEL operating_margin FY2023Q3 48 percent',
  ],
  ['a share', 'Services represented 26% of total revenue.', 'SHARE "Services" FY2023Q3 26 percent'],
  ['a part of the company', 'Software revenue was $61 million.', 'LEVEL "Software revenue" FY2023Q3 61000000 USD'],
  [
    'a region',
    'Sales in Latin America increased 11%.',
    'CHANGE "Sales in Latin America" FY2023Q3 percent +11% vs FY2022Q3',
  ],
  [
    'guidance range',
    'For the fourth quarter, we expect revenue between $430 million and $445 million.',
    'GUIDANCE revenue FY2023Q4 430000000..445000000 USD',
  ],
  [
    'scale said once',
    'We expect fourth quarter revenue to be in the range of $1.1-1.2 billion.',
    'GUIDANCE revenue FY2023Q4 1100000000..1200000000 USD',
  ],
  [
    'full year',
    'We now anticipate full year 2023 adjusted EBITDA of $300 million to $310 million.',
    'GUIDANCE adjusted_ebitda FY2023 300000000..310000000 USD',
  ],
  [
    'next year',
    'Capital expenditures will be approximately $90 million next year.',
    'GUIDANCE capital_expenditures FY2024 90000000 USD APPROXIMATELY',
  ],
  [
    'outlook that was beaten',
    'Revenue of $412 million exceeded our guidance range of $390 million to $405 million.',
    'LEVEL revenue FY2023Q3 412000000 USD',
    'FORECAST revenue FY2023Q3 390000000..405000000 USD',
  ],
  [
    'plus or minus',
    'Revenue is expected to be $43.0 billion, plus or minus 2%, in the fourth quarter.',
    'GUIDANCE revenue FY2023Q4 43000000000 USD APPROXIMATELY',
  ],
  [
    'the street’s view',
    'Analysts polled by FactSet had expected earnings of $1.10 per share.',
    'FORECAST eps_diluted FY2023Q3 1.1 USD/shares',
  ],
  [
    'compared with last year’s',
    'Revenue was $412 million compared to $380 million in the third quarter of last year.',
    'LEVEL revenue FY2023Q3 412000000 USD',
    'LEVEL revenue FY2022Q3 380000000 USD',
  ],
  [
    'two bases of comparison',
    'Revenue was $133.1 million compared to $128.7 million in the prior quarter and $114.1 million in Q3 of 2022.',
    'LEVEL revenue FY2023Q3 133100000 USD',
    'LEVEL revenue FY2023Q2 128700000 USD',
    'LEVEL revenue FY2022Q3 114100000 USD',
  ],
  ['an explicit quarter', 'In Q1 2023, net income was $12 million.', 'LEVEL net_income FY2023Q1 12000000 USD'],
  ['year to date', 'Year-to-date revenue was $1.2 billion.', 'LEVEL revenue - 1200000000 USD'],
  [
    'second half',
    'We expect second half revenue of $560 million to $600 million.',
    'GUIDANCE revenue - 560000000..600000000 USD',
  ],
  ['words for digits', 'Revenue was five billion dollars.', 'LEVEL revenue FY2023Q3 5000000000 USD'],
  [
    'words with a point',
    'We ended the quarter with two point five million subscribers.',
    'LEVEL subscribers FY2023Q3 2500000 subscribers',
  ],
  [
    'dollars and cents',
    'Earnings per share came in at a dollar and twenty cents.',
    'LEVEL eps_diluted FY2023Q3 1.2 USD/shares',
  ],
  ['spoken percent', 'Gross margin was forty-two percent.', 'LEVEL gross_margin FY2023Q3 42 percent'],
  ['cents', 'Adjusted earnings per share were 83 cents.', 'LEVEL adjusted_eps FY2023Q3 0.83 USD/shares'],
  [
    'a code that touches its number',
    'Operating profit was CHF181 million.',
    'LEVEL operating_income FY2023Q3 181000000 CHF',
  ],
  ['cents written as a fraction', 'Earnings per share were .60 cents.', 'LEVEL eps_diluted FY2023Q3 0.6 USD/shares'],
  [
    'amount without its currency',
    'Backlog was 17.4 billion at the end of the quarter.',
    'LEVEL backlog FY2023Q3 17400000000 USD',
  ],
  ['crore', 'Net profit rose to Rs 500 crore in the quarter.', 'LEVEL net_income FY2023Q3 5000000000 INR'],
  ['lakh', 'Net profit was ₹25 lakh.', 'LEVEL net_income FY2023Q3 2500000 INR'],
  ['Canadian dollars', 'Revenue came to C$1.2m.', 'LEVEL revenue FY2023Q3 1200000 CAD'],
  [
    'at least',
    'The company expects free cash flow of at least $200 million this year.',
    'GUIDANCE free_cash_flow FY2023 200000000 USD AT_LEAST',
  ],
  [
    'up to',
    'We plan to spend up to $50 million on capital expenditures this year.',
    'GUIDANCE capital_expenditures FY2023 50000000 USD AT_MOST',
  ],
  ['more than', 'We now have more than 5,000 employees.', 'LEVEL headcount FY2023Q3 5000 people AT_LEAST'],
  [
    'dividend',
    'The board declared a quarterly dividend of $0.22 per share.',
    'LEVEL dividends_per_share FY2023Q3 0.22 USD/shares',
  ],
  [
    'repurchases',
    'We returned $200 million through share repurchases in the quarter.',
    'LEVEL share_repurchases FY2023Q3 200000000 USD',
  ],
  [
    'tax rate ahead',
    'Our effective tax rate for the full year is expected to be about 22%.',
    'GUIDANCE tax_rate FY2023 22 percent APPROXIMATELY',
  ],
  [
    'daily users',
    'Daily active users reached 61.2 million, up 9% year over year.',
    'LEVEL daily_active_people FY2023Q3 61200000 people +9% vs FY2022Q3',
  ],
  ['organic growth', 'Organic revenue growth was 3.4% in the quarter.', 'LEVEL organic_growth FY2023Q3 3.4 percent'],
  ['comparable sales fall', 'Comparable sales declined 2.1%.', 'LEVEL comparable_sales_growth FY2023Q3 -2.1 percent'],
  [
    'guided growth',
    'We expect full year revenue growth of 5% to 7%.',
    'GUIDANCE revenue FY2023 5..7 percent vs FY2022',
  ],
  ['leverage', 'Net leverage was 2.7 times at quarter end.', 'LEVEL net_leverage FY2023Q3 2.7 ratio'],
  [
    'a settlement',
    'The company agreed to pay $25 million to settle a lawsuit.',
    'LEVEL "pay to settle a lawsuit" - 25000000 USD',
  ],
];

test.each(CASES)('%s: %s', (_, sentence, ...expected) => {
  expect(read(sentence, 'FY2023Q3')).toEqual(expected);
});

/** Numbers of every kind that measure nothing of a company's business. */
test.each([
  'Please turn to slide 11 of our presentation.',
  'The replay passcode is 5550100, and the call will be available until 9:30 a.m. on November 14, 2023.',
  'This is described in Item 1A of our Form 10-K for 2022.',
  'COVID-19 affected all of our top 20 markets.',
  'He is 54 years old and joined in 1998.',
  'We launched Orbis 4 and the Halo 12 at the 24/7 store on 5th Avenue.',
  'You can dial 1-800-555-0100, then press 2.',
  'We have a 14-year relationship with one of the world’s largest retailers.',
  'One of our two founders spoke of the third quarter.',
  'We report 10% customers once a year.',
])('no figure: %s', (sentence) => {
  expect(read(sentence, 'FY2023Q3')).toEqual([]);
});

test('a year that has ended points an outlook forward', () => {
  const text = [
    'Now let me turn to our guidance.',
    'For the first quarter, we expect revenue of $95 million to $99 million.',
    'Adjusted earnings per share are expected to be between $0.41 and $0.45.',
    'For the full year, we see revenue between $400 million and $410 million.',
  ].join('\n');
  expect(read(text, 'FY2023Q4')).toEqual([
    'GUIDANCE revenue FY2024Q1 95000000..99000000 USD',
    'GUIDANCE adjusted_eps FY2024Q1 0.41..0.45 USD/shares',
    'GUIDANCE revenue FY2024 400000000..410000000 USD',
  ]);
});

test('what is said to be adjusted once is adjusted from there on', () => {
  const text =
    "As a reminder, I'll be referring to adjusted results today.\nEarnings per share were $0.90 in the quarter.";
  expect(read(text, 'FY2023Q3')).toEqual(['LEVEL adjusted_eps FY2023Q3 0.9 USD/shares']);
});

test('measures of a segment’s passage are the segment’s until the company as a whole is spoken of', () => {
  const text = ['Turning to our Fluids segment.', 'Revenue was $40 million.', 'GAAP net income was $9 million.'].join(
    '\n',
  );
  expect(read(text, 'FY2023Q3')).toEqual([
    'LEVEL "Revenue" FY2023Q3 40000000 USD',
    'LEVEL net_income FY2023Q3 9000000 USD',
  ]);
});
