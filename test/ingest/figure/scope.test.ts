import { figuresIn } from './read-figures';

/** Metric, number and what it is of. */
const of = (text: string) =>
  figuresIn(text).map(({ metric, value, low, changePercent, scope, subject }) =>
    [metric, value ?? low ?? changePercent, scope, subject].filter(Boolean).join(' '),
  );
/** Those that stand under the company's own metrics. */
const companys = (text: string) => figuresIn(text).filter(({ metric, scope }) => metric && scope === 'COMPANY');

test.each([
  [
    'In our Footwear segment, sales were $353 million, down 9%. Net income was $54 million, down 10% sequentially.',
    ['revenue 353000000 SEGMENT Footwear segment', 'net_income 54000000 SEGMENT Footwear segment'],
  ],
  [
    'Turning to the Marine division. Net sales were $40 million. Operating margin was 11%.',
    ['revenue 40000000 SEGMENT Marine division', 'operating_margin 11 SEGMENT Marine division'],
  ],
  [
    'In Optical Systems, sales were $93 million. Net income was $24 million.',
    ['revenue 93000000 SEGMENT Optical Systems', 'net_income 24000000 SEGMENT Optical Systems'],
  ],
  [
    'Moving to our Fluids business. Revenue was $40 million. Earnings were $6 million. Consolidated revenue was $90 million.',
    [
      'revenue 40000000 SEGMENT Fluids business',
      'net_income 6000000 SEGMENT Fluids business',
      'revenue 90000000 COMPANY',
    ],
  ],
])('a segment holds until the text leaves it: %s', (text, expected) => expect(of(text)).toEqual(expected));

test.each([
  [
    'Family of Tools operating income was $21 million, representing a 54% operating margin.',
    ['operating_income 21000000 PRODUCT Family of Tools', 'operating_margin 54 PRODUCT Family of Tools'],
  ],
  ['Licensing revenue was $12 million.', ['revenue 12000000 PRODUCT Licensing']],
  ['Sales of herbicides were $80 million.', ['revenue 80000000 PRODUCT herbicides']],
  [
    'Outdoor EBITDA was $8 million, for an EBITDA margin of 14%.',
    ['ebitda 8000000 SEGMENT Outdoor', 'ebitda_margin 14 SEGMENT Outdoor'],
  ],
  ['Subscription sales rose 9%.', ['revenue 9 PRODUCT Subscription']],
  ['iPod revenue was $12 million.', ['revenue 12000000 PRODUCT iPod']],
  ['Medical and Dental revenue was $12 million.', ['revenue 12000000 SEGMENT Medical and Dental']],
  ['Wholesale sales rose 9%.', ['revenue 9 SEGMENT Wholesale']],
  ['Voltage-related revenue fell $3 million.', ['revenue -3000000 SEGMENT related']],
])('a product, or a segment by its name: %s', (text, expected) => expect(of(text)).toEqual(expected));

test.each([
  [
    'In marine coatings, net sales were $40 million. Net income was $6 million.',
    ['revenue 40000000', 'net_income 6000000'],
  ],
  ['Finally in the Pumps segment, revenue increased 1.4%.', ['revenue 1.4']],
  ['Revenue in our Pumps segment was $57 million. EBITDA margin was 44%.', ['revenue 57000000', 'ebitda_margin 44']],
  ['Pumps segment had another good quarter. Bookings were $77 million.', ['bookings 77000000']],
  ['We raise our adjusted EBITDA guidance for the Pumps segment to $21 million.', ['adjusted_ebitda 21000000']],
])('a segment by name, in whatever words: %s', (text, expected) => {
  expect(figuresIn(text).map(({ metric, value, changePercent }) => `${metric} ${value ?? changePercent}`)).toEqual(
    expected,
  );
  expect(companys(text)).toEqual([]);
});

test.each([
  ['SG&A includes $3 million in SG&A from our acquisitions.', 'acquisitions'],
  ['Revenue generated from marine applications grew to $28 million.', 'marine'],
  ['We raise our adjusted EBITDA guidance for the Pumps segment to $21 million.', 'Pumps segment'],
])('whose it is stands after the measure, with its words: %s', (text, subject) => {
  const [found] = figuresIn(text);
  expect(found?.subject).toBe(subject);
  expect(found?.label).toContain(subject);
});

test.each([
  'From an orders perspective, orders were $46 million.',
  'Our cash and cash equivalents were $60 million.',
  'The effective tax rate was 21%.',
])('what is not the segment’s leaves it: %s', (text) =>
  expect(companys(`In our Pumps segment, sales were $12 million. ${text}`)).toHaveLength(1),
);

test.each([
  'The weaker yen reduced revenue by $12 million.',
  'We expect tariffs to lower gross margin by 80 basis points.',
  'In terms of adjusted EPS, exchange rates will hurt growth by 3%.',
  'The merger contributed 3% to revenue growth.',
  'We expect $58 million of this backlog to ship next year.',
  'Pump revenue represented 16% of total revenue.',
  'SG&A was 12% of sales.',
  'Loan losses were $6 million.',
])('an effect, a portion or a share is no number of the metric: %s', (text) => expect(companys(text)).toEqual([]));

test.each([
  ['We delivered 5% revenue growth.', ['revenue 5 COMPANY']],
  ['Constant currency sales growth was 6%.', ['revenue 6 COMPANY']],
  ['We had very strong free cash flow of $47 million.', ['free_cash_flow 47000000 COMPANY']],
  ['Net sales were up 7% organically.', ['organic_growth 7 COMPANY']],
  ['Operating income was 12% of revenue.', ['operating_margin 12 COMPANY']],
  [
    'I will now review our non-GAAP results. Gross margin was 58%. Revenue grew 4%.',
    ['adjusted_gross_margin 58 COMPANY', 'revenue 4 COMPANY'],
  ],
  [
    'Unless otherwise noted, all figures are non-GAAP. Operating margin was 21%.',
    ['adjusted_operating_margin 21 COMPANY'],
  ],
])('the company’s, as it is said: %s', (text, expected) => expect(of(text)).toEqual(expected));

test.each([
  ['Sales in Latin America increased 11%.', ['revenue 11 REGION Latin America']],
  ['European revenue was $31 million.', ['revenue 31000000 REGION European']],
  [
    'In China, net sales fell 9%. Net income was $12 million.',
    ['revenue -9 REGION China', 'net_income 12000000 COMPANY'],
  ],
])('a region: %s', (text, expected) => expect(of(text)).toEqual(expected));

test.each([
  'Marketing and sales decreased 2%.',
  'Marketing & Sales expenses rose 4%.',
  'Selling and marketing expenses were $12 million.',
  'Sales & marketing was $9 million, up 3%.',
  'Cost of sales rose 4%.',
])('a line of costs is no revenue: %s', (text) => {
  const found = companys(text);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ metric }) => metric === 'revenue')).toEqual([]);
});

test.each([
  'We expect sales of 20% growth for the market over the next five years.',
  'The wind market is expected to grow at a 10% CAGR, and we have sales in it.',
  'The overall footwear industry should see sales growth of 3% next year.',
  'This market will reach revenue growth of 12% in 2025.',
])('a market’s growth is neither ours nor our outlook: %s', (text) => {
  expect(companys(text)).toEqual([]);
  expect(figuresIn(text).filter(({ guidance }) => guidance)).toEqual([]);
});

test('what the document calls a segment is one wherever it is named', () =>
  expect(of('Our Outdoor segment is doing well. Outdoor sales were $80 million.')).toEqual([
    'revenue 80000000 SEGMENT Outdoor',
  ]));

test.each([
  'Revenue per subscriber was $8.20.',
  'We earned revenue of $8.20 per subscriber.',
  'Costs were $140 per ton.',
])('one of many is not the company: %s', (text) => expect(companys(text)).toEqual([]));

test.each([
  ['Driftboard now has more than 320 million monthly actives.', 'Driftboard'],
  ['Corvane Maps usage continues to grow, with more than 70 million monthly active users.', 'Corvane Maps'],
  ['Lantern is used by 3 billion monthly actives.', 'Lantern'],
  ['Adoption of Brightway campaigns continues to grow, with revenue up 70% in the quarter.', 'Brightway campaigns'],
])("what a sentence tells of a product is not the company's: %s", (text, subject) => {
  const measured = figuresIn(text).filter(({ metric }) => metric);
  expect(measured.length).toBeGreaterThan(0);
  for (const figure of measured) expect(figure).toMatchObject({ scope: 'PRODUCT', subject });
});

test.each([
  'Corvane now has more than 320 million monthly actives.',
  'We reached 40 million monthly active users.',
  'Engagement grew, and we have 40 million monthly actives.',
])("the company's own count stays its own: %s", (text) => expect(companys(text)).not.toEqual([]));

test.each([
  ['The frozen division made revenue of £203 million.', ['revenue 203000000 SEGMENT frozen division']],
  [
    'Capital expenditures in the marine business were $60 million, out of $75 million for the company.',
    ['capital_expenditures 60000000 SEGMENT marine business', 'capital_expenditures 75000000 COMPANY'],
  ],
  [
    'Capex was $6 million in its feed unit, out of $7 million for the company.',
    ['capital_expenditures 6000000 SEGMENT feed unit', 'capital_expenditures 7000000 COMPANY'],
  ],
  ['We shipped 210 thousand barrels.', ['210000 COMPANY']],
])('a unit, and the whole that it is a part of: %s', (text, expected) => expect(of(text)).toEqual(expected));

test('a number of the whole has no part in its label', () => {
  const [, whole] = figuresIn('Capex in the marine business was $60 million, out of $75 million for the company.');
  expect(whole?.label).toBe('Capex');
});
