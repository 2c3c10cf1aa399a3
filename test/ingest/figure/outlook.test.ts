import { renderFigure } from '../../../eval/render-figure';
import { figuresIn, readFigures } from './read-figures';

/** Current outlooks, each with the one that it replaces. */
const current = (text: string) =>
  figuresIn(text)
    .filter(({ guidance }) => guidance)
    .map((one) => [renderFigure(one), one.replaces && text.slice(one.replaces.start, one.replaces.end)] as const);

test.each([
  [
    'We raised our full year adjusted earnings per share guidance to $26 to $28, up from prior guidance of $21.5 to $25.',
    'GUIDANCE adjusted_eps FY2023 26..28 USD/shares',
    /21\.5 to \$25$/,
  ],
  [
    'We now expect full year revenue of $1.7 billion to $1.8 billion, compared to our previous guidance of $1.6 billion to $1.7 billion.',
    'GUIDANCE revenue FY2023 1700000000..1800000000 USD',
    /1\.6 billion to \$1\.7 billion$/,
  ],
  [
    'We are lowering our full year EPS outlook from $2.10 to $1.90.',
    'GUIDANCE eps_diluted FY2023 1.9 USD/shares',
    /2\.10$/,
  ],
  [
    'Full year revenue is now expected to be $500 million. Our prior outlook was $480 million.',
    'GUIDANCE revenue FY2023 500000000 USD',
    /480 million$/,
  ],
])('one current outlook, and what it replaces: %s', (text, expected, replaced) => {
  expect(current(text)).toEqual([[expected, expect.stringMatching(replaced)]]);
});

test.each([
  'Revenue of $412 million exceeded our guidance range of $390 million to $405 million.',
  'Gross margin was 43%, below the 45% that we had told you to expect.',
  'EPS came to $0.90, ahead of our guidance of $0.80 to $0.85.',
  'Revenue was $181 million, above the high end of our total revenue outlook of about $176 million to $180 million.',
  'Our long-term debt of $300 million will be due in 2028.',
  'Analysts expect revenue of $430 million next quarter.',
  'The wind market is expected to see sales growth of 10%.',
  'We delivered better-than-expected results for the third quarter with total revenue ending at $181.3 million.',
])('no current outlook: %s', (text) => expect(current(text)).toEqual([]));

test.each([
  ['Inventory is back below $500 million by autumn.', 'GUIDANCE inventory - 500000000 USD AT_MOST'],
  ['Headcount comes to 61,000 by the end of next year.', 'GUIDANCE headcount FY2024 61000 people'],
  ['Net debt gets to $300 million by year-end.', 'GUIDANCE net_debt - 300000000 USD'],
])('the present of what has a term looks ahead: %s', (text, expected) => expect(readFigures(text)).toEqual([expected]));

test.each([
  [
    'Revenue was $412 million, well above the $101 million of a year ago.',
    ['LEVEL revenue FY2023Q3 412000000 USD', 'LEVEL revenue FY2022Q3 101000000 USD'],
  ],
  [
    'Net income was $31 million, below the $35 million reported last year.',
    ['LEVEL net_income FY2023Q3 31000000 USD', 'LEVEL net_income FY2022Q3 35000000 USD'],
  ],
  ['It cost us 12 million dollars of revenue.', ['LEVEL "impact on revenue" - 12000000 USD']],
  ['The strike delayed $8 million in sales.', ['LEVEL "impact on sales" - 8000000 USD']],
  [
    'Our three largest customers accepted a price increase of four percent.',
    ['CHANGE "price" FY2023Q3 percent +4% vs FY2022Q3'],
  ],
  ['Employees saw a wage increase of 3%.', ['CHANGE "wage" FY2023Q3 percent +3% vs FY2022Q3']],
])('%s', (text, expected) => expect(readFigures(text)).toEqual(expected));
