import { plainDocument } from '../../../eval/plain-document';
import { DocumentKind } from '../../../src/domain/document.entity';
import { figuresOfTables } from '../../../src/ingest/extract/figure/table-figures';
import { readFigures } from './read-figures';

test.each([
  ['Revenue rose to MXN31.7 billion.', ['LEVEL revenue FY2023Q3 31700000000 MXN']],
  ['Net debt was MXN$61.5 billion.', ['LEVEL net_debt FY2023Q3 61500000000 MXN']],
  ['Free cash flow was Ps.3.2 billion.', ['LEVEL free_cash_flow FY2023Q3 3200000000 MXN']],
  ['Net sales were ZAR12.5 billion.', ['LEVEL revenue FY2023Q3 12500000000 ZAR']],
  ['Operating income was COP1.9 trillion.', ['LEVEL operating_income FY2023Q3 1900000000000 COP']],
  ['Net profit was THB450 million.', ['LEVEL net_income FY2023Q3 450000000 THB']],
  ['Revenue was TRY 5.2 billion.', ['LEVEL revenue FY2023Q3 5200000000 TRY']],
  ['Revenue was ₦88 billion.', ['LEVEL revenue FY2023Q3 88000000000 NGN']],
  ['Net profit was Rs.500 crore.', ['LEVEL net_income FY2023Q3 5000000000 INR']],
  [
    'Revenue was $190 million (€175 million).',
    ['LEVEL revenue FY2023Q3 190000000 USD', 'LEVEL revenue FY2023Q3 175000000 EUR'],
  ],
  ['Net loss was $(3.5) million.', ['LEVEL net_income FY2023Q3 -3500000 USD']],
  ['We delivered $0.50 of adjusted earnings per share.', ['LEVEL adjusted_eps FY2023Q3 0.5 USD/shares']],
  ['We earned $0.42 of GAAP earnings per diluted share.', ['LEVEL eps_diluted FY2023Q3 0.42 USD/shares']],
  [
    'We expect full year sales in the range of $6.15 billion and $6.25 billion.',
    ['GUIDANCE revenue FY2023 6150000000..6250000000 USD'],
  ],
  [
    'We expect full year revenue in a range of $5.575 billion, $5.675 billion.',
    ['GUIDANCE revenue FY2023 5575000000..5675000000 USD'],
  ],
  [
    'Revenue, EBITDA and net income were $412 million, $90 million and $31 million, respectively.',
    [
      'LEVEL revenue FY2023Q3 412000000 USD',
      'LEVEL ebitda FY2023Q3 90000000 USD',
      'LEVEL net_income FY2023Q3 31000000 USD',
    ],
  ],
  ['The model ABC123 sold well, and revenue was $9 million.', ['LEVEL revenue FY2023Q3 9000000 USD']],
])('%s', (text, expected) => expect(readFigures(text)).toEqual(expected));

test.each([
  ['Net income was $96.5 million against $81 million in Q2 FY23.', ['FY2023Q3', 'FY2023Q2']],
  ['Revenue was $640 million (2022: $590 million).', ['FY2023Q3', 'FY2022']],
  [
    'EBITDA was $70 million (Q3 2022: $66 million). Free cash flow was $30 million.',
    ['FY2023Q3', 'FY2022Q3', 'FY2023Q3'],
  ],
  ['Revenue was $90 million, compared with a strong fourth quarter in 2022.', ['FY2023Q3']],
  ['Second quarter net sales were $295 million in fiscal year 2023.', ['FY2023Q2']],
  ['Trailing twelve months revenue was $1.6 billion.', ['-']],
  ['EBITDA of the last twelve months was $44 million.', ['-']],
])('periods: %s', (text, expected) =>
  expect(readFigures(text).map((line) => /(?:^| )(FY\S+|-)(?= )/.exec(line)?.[1])).toEqual(expected),
);

test('a heading sets the period of the lines below it, until another one comes', () =>
  expect(
    readFigures(
      'Full Year 2023 Highlights\nRevenue was $1.6 billion.\nNet income was $120 million.\nThird Quarter 2023 Results\nRevenue was $412 million.',
    ),
  ).toEqual([
    'LEVEL revenue FY2023 1600000000 USD',
    'LEVEL net_income FY2023 120000000 USD',
    'LEVEL revenue FY2023Q3 412000000 USD',
  ]));

/** Metric and value of a table's rows, a line each. */
function rowsOf(...lines: string[]): string[] {
  const document = plainDocument(lines.join('\n'), { kind: DocumentKind.PRESS_RELEASE });
  const blocks = document.blocks.map((block) => ({ ...block, kind: 'TABLE_ROW' as const }));
  return figuresOfTables({ ...document, blocks }, { kind: 'FY', year: 2025, quarter: 1 }).map(
    ({ metric, value }) => `${metric} ${value}`,
  );
}

test('the unit in a row’s label holds for it and for its neighbours', () =>
  expect(
    rowsOf(
      'Q1 2025 Q1 2024',
      'Revenue (in millions) $1,210 $1,163',
      'Operating income 172 158',
      'Diluted EPS $2.36 $2.11',
    ),
  ).toEqual([
    'revenue 1210000000',
    'revenue 1163000000',
    'operating_income 172000000',
    'operating_income 158000000',
    'eps_diluted 2.36',
    'eps_diluted 2.11',
  ]));

test('amounts whose scale nobody says are no claims', () =>
  expect(rowsOf('Q1 2025 Q1 2024', 'Operating income 172 158', 'Diluted EPS $2.36 $2.11')).toEqual([
    'eps_diluted 2.36',
    'eps_diluted 2.11',
  ]));

test('a table of shares of revenue has no incomes', () =>
  expect(rowsOf('As a percentage of revenue 2025 2024', 'Operating income 62.4 60.1', 'Net income 40.2 38.0')).toEqual(
    [],
  ));
