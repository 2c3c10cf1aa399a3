import { changeBetween } from '../../../src/domain/metric/change';
import { deriveMetric } from '../../../src/domain/metric/derive';
import { FactBook } from '../../../src/domain/metric/fact-book';
import type { FiledFact } from '../../../src/domain/metric/filed-fact';
import type { MetricSpan } from '../../../src/domain/metric/metric-span';
import { factWindow } from '../../../src/domain/metric/metric-span';
import { conceptsFor, METRICS, metricNamed } from '../../../src/domain/metric-catalogue';
import { calendarSpan, describeWith, readCompanyFacts, readJson } from './filed-number';

const METRIC_OF: Readonly<Record<string, string>> = {
  revenue: 'revenue',
  netIncome: 'net_income',
  operatingIncome: 'operating_income',
  costOfRevenue: 'cost_of_revenue',
  grossProfit: 'gross_profit',
  researchAndDevelopment: 'research_and_development',
  marketingAndSales: 'sales_and_marketing',
  generalAndAdministrative: 'general_and_administrative',
  totalCostsAndExpenses: 'costs_and_expenses',
  incomeTaxExpense: 'income_tax',
};

const ask = (book: FactBook<FiledFact>, name: string, span: MetricSpan) => deriveMetric(book, metricNamed(name)!, span);

describeWith('sec/CIK0001326801.json', 'Meta', (path) => {
  const facts = readCompanyFacts(path);
  const book = new FactBook(facts);
  const q4 = calendarSpan(2024, 4);

  test('revenue of Q4 2024 is derived with two filings', () => {
    const revenue = ask(new FactBook(facts, '2025-02-01'), 'revenue', q4);
    expect(revenue).toMatchObject({ value: '48385000000', derivation: 'DERIVED', formula: 'FY2024 − 9M2024' });
    expect(revenue.evidence.map((fact) => fact.accession)).toEqual(['0001326801-25-000017', '0001326801-24-000081']);
    expect(ask(book, 'revenue', q4).value).toBe('48385000000');
  });

  test('what was known on 2024-12-31 leaves out what was filed on 2025-01-30', () => {
    const then = new FactBook(facts, '2024-12-31');
    expect(ask(then, 'revenue', q4).derivation).toBe('NOT_DERIVABLE');
    expect(ask(then, 'revenue', calendarSpan(2024, 3)).value).toBe('40589000000');
  });

  test.each([
    ['revenue', '40111000000', '48385000000', '20.6278'],
    ['net_income', '14017000000', '20838000000', '48.6623'],
    ['operating_income', '16384000000', '23364000000', '42.6025'],
  ])('%s of Q4 grew as filed', (name, then, now, percent) => {
    const [before, after] = [ask(book, name, calendarSpan(2023, 4)), ask(book, name, q4)];
    expect([before.value, after.value]).toEqual([then, now]);
    expect(changeBetween(before, after, { kind: 'FY', year: 2023, quarter: 4 })?.percent).toBe(percent);
  });

  test('eight quarters of revenue, over the change of concept as well', () => {
    const values = (year: number) =>
      [1, 2, 3, 4].map((quarter) => ask(book, 'revenue', calendarSpan(year, quarter)).value);
    expect([...values(2023), ...values(2024)]).toEqual(
      [28645, 31999, 34146, 40111, 36455, 39071, 40589, 48385].map((millions) => `${millions}000000`),
    );
    expect(values(2017)).toEqual([8032, 9321, 10328, 12972].map((millions) => `${millions}000000`));
    expect(values(2018)).toEqual([11966, 13231, 13727, 16914].map((millions) => `${millions}000000`));
  });

  test('earnings per share of Q4 are not derivable, those of the year are filed', () => {
    expect(ask(book, 'eps_diluted', q4).derivation).toBe('NOT_DERIVABLE');
    expect(ask(book, 'eps_diluted', calendarSpan(2024, null)).value).toBe('23.86');
    expect(ask(book, 'total_assets', q4).value).toBe('276054000000');
    expect(ask(book, 'free_cash_flow', calendarSpan(2024, null)).value).toBe('54072000000');
  });

  test('the window and the concepts bring in every fact that counts', () => {
    const spans = [1, 2, 3, 4].map((quarter) => calendarSpan(2024, quarter));
    const { from, to } = factWindow(spans)!;
    const concepts = new Set(conceptsFor(METRICS));
    const fetched = facts.filter(
      (fact) => fact.periodEnd >= from && fact.periodEnd <= to && concepts.has(`${fact.taxonomy}:${fact.concept}`),
    );
    const small = new FactBook(fetched);
    for (const metric of METRICS) {
      for (const span of spans) expect(deriveMetric(small, metric, span)).toEqual(deriveMetric(book, metric, span));
    }
  });
});

describeWith('fundamentals/meta.json', 'Meta against an independent table', (path) => {
  const table = readJson<Record<string, Record<string, Record<string, number>>>>(path);
  const book = new FactBook(readCompanyFacts(path.replace('fundamentals/meta.json', 'sec/CIK0001326801.json')));
  const cells = Object.entries(table).flatMap(([year, quarters]) =>
    Object.entries(quarters).flatMap(([quarter, row]) =>
      Object.entries(METRIC_OF).flatMap(([column, name]) =>
        row[column] === undefined
          ? []
          : [{ year: Number(year.slice(2)), quarter: Number(quarter.slice(1)), name, value: row[column] }],
      ),
    ),
  );

  test('every quarter from 2020 agrees to a million, which is what the table rounds to', () => {
    const off = cells.flatMap(({ year, quarter, name, value }) => {
      const own = ask(book, name, calendarSpan(year, quarter));
      return Math.abs(Number(own.value) / 1e6 - value) <= 1
        ? []
        : [{ year, quarter, name, value, own: own.value, formula: own.formula }];
    });
    expect(cells.length).toBeGreaterThan(200);
    expect(off).toEqual([]);
  });
});

describeWith('sec/AAPL-quarters.key.json', 'Apple, whose quarters end on Saturdays', (path) => {
  const key = readJson<Record<string, Record<string, { value: number; how: string; start: string }>>>(path);
  const book = new FactBook(readCompanyFacts(path.replace('AAPL-quarters.key.json', 'CIK0000320193.json')));

  test.each(Object.entries(key))('quarter to %s', (endDate, row) => {
    // Its fiscal quarters end in December, March, June and September.
    const month = Number(endDate.slice(5, 7));
    const fiscalQuarter = (month / 3) % 4 === 0 ? 1 : Math.round(month / 3) + 1;
    const fiscalYear = Number(endDate.slice(0, 4)) + (fiscalQuarter === 1 ? 1 : 0);
    for (const [column, { value, how, start }] of Object.entries(row)) {
      const own = ask(book, METRIC_OF[column]!, { fiscalYear, fiscalQuarter, startDate: start, endDate });
      expect([column, own.value]).toEqual([column, String(value)]);
      expect(own.derivation).toBe(how === 'reported' ? 'REPORTED' : 'DERIVED');
    }
  });
});

describeWith('sec/CIK0001640147.json', 'Snowflake, whose year ends in January', (path) => {
  const book = new FactBook(readCompanyFacts(path));
  const year = { fiscalYear: 2024, fiscalQuarter: null, startDate: '2023-02-01', endDate: '2024-01-31' };

  test('revenue of the year is found by its days, whatever the filings call it', () => {
    expect(ask(book, 'revenue', year)).toMatchObject({ value: '2806489000', derivation: 'REPORTED' });
    const q4 = ask(book, 'revenue', { ...year, fiscalQuarter: 4, startDate: '2023-11-01' });
    expect(q4).toMatchObject({ value: '774699000', formula: 'FY2024 − 9M2024' });
  });
});

describeWith('sec/meta-10k.key.json', "Meta's annual report", (path) => {
  interface KeyFact {
    readonly concept: string;
    readonly start: string | null;
    readonly end: string;
    readonly value: number;
  }
  const key = readJson<{ facts: KeyFact[] }>(path);
  const facts = readCompanyFacts(path.replace('meta-10k.key.json', 'CIK0001326801.json'));
  const book = new FactBook(facts, '2025-01-31');

  test('values are those of the report on its day', () => {
    const checked = METRICS.flatMap((metric) =>
      key.facts
        .filter(
          ({ concept, start, end }) =>
            metric.tiers.flat().includes(concept) && end.endsWith('-12-31') && !start?.match(/-(0[2-9]|1\d)-/),
        )
        .flatMap(({ concept, start, end, value }) => {
          const own = deriveMetric(book, metric, calendarSpan(Number(end.slice(0, 4)), start === null ? 4 : null));
          return own.concept === concept ? [[concept, end, own.value, String(value)]] : [];
        }),
    );
    expect(checked.length).toBeGreaterThan(20);
    expect(checked.filter(([, , own, value]) => own !== value)).toEqual([]);
  });
});
