import { readFigures } from './read-figures';

test.each([
  ['Net income was $96 million against $81 million in Q3 FY22.', 'FY2022Q3 81000000'],
  ['Revenue was $40 million, compared with $38 million in Q3 FY22.', 'FY2022Q3 38000000'],
  ['EBITDA was $12 million in Q2 FY23.', 'FY2023Q2 12000000'],
])('a quarter with the year behind it ends a sentence as well: %s', (text, expected) =>
  expect(readFigures(text).join()).toContain(expected),
);

test.each([
  'Daily active people were 3.1 billion on average for June 2023.',
  'Headcount was 4,120 in September 2023.',
  'Monthly active users reached 40 million in the month of May 2023.',
])('a month is not its year: %s', (text) => expect(readFigures(text).join()).not.toMatch(/FY2023/));

test.each([
  'How does the capex of $60 million to $65 million this year split?',
  'Is the $60 to $65 million of CapEx this year more for servers?',
])('a range of "this year" on the call about a finished one tells no year: %s', (text) =>
  expect(readFigures(text, 'FY2023Q4').join()).toContain(' - 60000000..65000000'),
);

test.each([
  'Monthly actives were 40 million. This has driven an 8% increase in the quality of results.',
  'Revenue was $40 million. That led to a 12% reduction in the time to answer.',
  'Headcount was 400. This is a 9% improvement in the speed of our lines.',
])('what has grown stands behind the growth: %s', (text) =>
  expect(readFigures(text).filter((line) => /%/.test(line) && !/"/.test(line))).toEqual([]),
);

test('payments of dividends are no repurchases', () =>
  expect(
    readFigures(
      'Share repurchases were $80 million and total dividend and dividend equivalent payments were $12 million.',
    ),
  ).toEqual(expect.arrayContaining([expect.stringContaining('dividends_paid FY2023Q3 12000000 USD')])));
