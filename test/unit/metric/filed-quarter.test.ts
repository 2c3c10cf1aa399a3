import { addDays, daysIn } from '../../../src/domain/fiscal/day';
import { filedQuarters } from '../../../src/domain/metric/filed-quarter';
import { describeWith, filed, readJson } from './filed-number';

const label = (year: number | null, period: string | null) => ({
  filingFiscalYear: year,
  filingFiscalPeriod: period,
  dimensions: [] as readonly string[],
});

/** A filing of ten numbers for each of the periods, the report's own first. */
function filing(form: string, day: string, year: number, focus: string, ...periods: string[]) {
  return periods.flatMap((period) =>
    Array.from({ length: 10 }, (_, i) => ({
      ...filed(`Concept${i}`, period, '1', `${form} ${day}`),
      ...label(year, focus),
    })),
  );
}

const printed = (facts: Parameters<typeof filedQuarters>[0]) =>
  filedQuarters(facts).map((q) => `${q.fiscalYear}Q${q.fiscalQuarter} ${q.startDate}/${q.endDate}`);

describe('years of 52 and 53 weeks', () => {
  // A year of 53 weeks: the first quarter has 14, and the year ends on 3 January.
  const reports = [
    ...filing('10-Q', '2020-05-01', 2020, 'Q1', '2019-12-29/2020-04-04'),
    ...filing('10-Q', '2020-08-01', 2020, 'Q2', '2020-04-05/2020-07-04', '2019-12-29/2020-07-04'),
    ...filing('10-Q', '2020-11-01', 2020, 'Q3', '2020-07-05/2020-10-03', '2019-12-29/2020-10-03'),
    ...filing('10-K', '2021-02-01', 2020, 'FY', '2019-12-29/2021-01-02', '2018-12-30/2019-12-28'),
  ];

  test('have their real days, and the number of the year in which most of them lie', () => {
    expect(printed(reports)).toEqual([
      '2020Q1 2019-12-29/2020-04-04',
      '2020Q2 2020-04-05/2020-07-04',
      '2020Q3 2020-07-05/2020-10-03',
      '2020Q4 2020-10-04/2021-01-02',
    ]);
  });

  test('the order of the filings makes no difference', () => {
    expect(printed([...reports].reverse())).toEqual(printed(reports));
  });

  test('segments, proxies and slips of a day do not move them', () => {
    const noise = [
      { ...filed('Sales', '2019-12-29/2020-04-10', '1', '10-K 2021-02-01'), ...label(2020, 'FY'), dimensions: ['a=b'] },
      { ...filed('Pay', '2020-01-01/2020-12-31', '1', 'DEF14A 2021-04-01'), ...label(null, null) },
      { ...filed('Costs', '2020-04-04/2020-07-04', '1', '10-Q 2020-08-01'), ...label(2020, 'Q2') },
      { ...filed('Merger', '2020-01-01/2020-12-31', '1', '10-K 2021-02-01'), ...label(2020, 'FY') },
    ];
    expect(printed([...reports, ...noise])).toEqual(printed(reports));
  });
});

test('quarters of 12, 12, 12 and 16 weeks are cut where they are filed', () => {
  const start = '2023-09-04';
  const end = (weeks: number) => addDays(start, weeks * 7 - 1);
  const quarters = printed([
    ...filing('10-Q', '2024-01-01', 2024, 'Q1', `${start}/${end(12)}`),
    ...filing('10-Q', '2024-04-01', 2024, 'Q2', `${addDays(end(12), 1)}/${end(24)}`, `${start}/${end(24)}`),
    ...filing('10-Q', '2024-06-20', 2024, 'Q3', `${addDays(end(24), 1)}/${end(36)}`, `${start}/${end(36)}`),
    ...filing('10-K', '2024-10-09', 2024, 'FY', `${start}/${end(52)}`),
  ]);
  expect(quarters.map((quarter) => quarter.slice(0, 6))).toEqual(['2024Q1', '2024Q2', '2024Q3', '2024Q4']);
  expect(quarters.map((quarter) => daysIn(...(quarter.slice(7).split('/') as [string, string])) / 7)).toEqual([
    12, 12, 12, 16,
  ]);
});

describe('the number of a year is the one that the company gives it', () => {
  const january = (year: number) => [
    ...filing('10-K', '2024-03-15', year, 'FY', '2023-02-01/2024-01-31', '2022-02-01/2023-01-31'),
    ...filing('10-K', '2023-03-15', year - 1, 'FY', '2022-02-01/2023-01-31'),
  ];

  test('that in which it ends', () => {
    expect(printed(january(2024)).at(-1)).toBe('2024Q4 2023-11-01/2024-01-31');
  });

  test('or that in which it began', () => {
    expect(printed(january(2023)).at(-1)).toBe('2023Q4 2023-11-01/2024-01-31');
  });
});

test('a single quarterly report shows its quarter and the one a year before', () => {
  const quarters = printed(
    filing('10-Q', '2024-08-01', 2024, 'Q2', '2024-04-01/2024-06-30', '2024-01-01/2024-06-30', '2023-04-01/2023-06-30'),
  );
  expect(quarters).toEqual([
    '2023Q2 2023-04-01/2023-06-30',
    '2024Q1 2024-01-01/2024-03-31',
    '2024Q2 2024-04-01/2024-06-30',
  ]);
});

test('an annual report alone shows quarters where the year has whole months, and none where it has weeks', () => {
  expect(printed(filing('10-K', '2025-01-30', 2024, 'FY', '2024-01-01/2024-12-31'))).toEqual([
    '2024Q1 2024-01-01/2024-03-31',
    '2024Q2 2024-04-01/2024-06-30',
    '2024Q3 2024-07-01/2024-09-30',
    '2024Q4 2024-10-01/2024-12-31',
  ]);
  expect(printed(filing('10-K', '2024-11-01', 2024, 'FY', '2023-10-01/2024-09-28'))).toEqual([]);
});

test('nothing comes of nothing, of balances, or of years that no company has', () => {
  expect(filedQuarters([])).toEqual([]);
  expect(printed(filing('10-K', '2025-01-30', 2024, 'FY', '2024-12-31'))).toEqual([]);
  expect(printed(filing('10-K', '2025-01-30', 2024, 'FY', '9999-01-01/9999-12-31', '0001-01-01/0001-12-31'))).toEqual(
    [],
  );
});

describeWith('sec/CIK0001640147.json', 'Snowflake', (path) => {
  test('a year that ends in January has the number of that year', () => {
    const file = readJson<{
      facts: Record<string, Record<string, { units: Record<string, Record<string, never>[]> }>>;
    }>(path);
    const facts = Object.values(file.facts).flatMap((concepts) =>
      Object.values(concepts).flatMap(({ units }) =>
        Object.values(units)
          .flat()
          .map((row) => ({
            ...filed('Any', row.start ? `${row.start}/${row.end}` : `${row.end}`, '1', `${row.form} ${row.filed}`),
            ...label(row.fy ?? null, row.fp ?? null),
          })),
      ),
    );
    expect(printed(facts)).toContain('2024Q4 2023-11-01/2024-01-31');
    expect(printed(facts).at(-1)).toBe('2026Q1 2025-02-01/2025-04-30');
  });
});
