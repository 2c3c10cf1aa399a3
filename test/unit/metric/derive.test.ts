import { changeBetween } from '../../../src/domain/metric/change';
import { deriveMetric } from '../../../src/domain/metric/derive';
import { FactBook } from '../../../src/domain/metric/fact-book';
import type { FiledFact } from '../../../src/domain/metric/filed-fact';
import type { MetricSpan } from '../../../src/domain/metric/metric-span';
import { metricNamed } from '../../../src/domain/metric-catalogue';
import { calendarSpan, filed } from './filed-number';

const Q4 = calendarSpan(2024, 4);
const FY = '2024-01-01/2024-12-31';
const NINE = '2024-01-01/2024-09-30';
const HALF = '2024-01-01/2024-06-30';
const REVENUE = 'RevenueFromContractWithCustomerExcludingAssessedTax';
const CAPEX = 'PaymentsToAcquirePropertyPlantAndEquipment';
const CASH_FLOW = 'NetCashProvidedByUsedInOperatingActivities';

function derive(name: string, facts: readonly FiledFact[], span: MetricSpan = Q4, asOf: string | null = null) {
  return deriveMetric(new FactBook(facts, asOf), metricNamed(name)!, span);
}

describe('a flow', () => {
  const filings = [
    filed(REVENUE, NINE, '116116000000', '10-Q 2024-10-31'),
    filed(REVENUE, FY, '164501000000', '10-K 2025-01-30'),
    filed(REVENUE, '2024-07-01/2024-09-30', '40589000000', '10-Q 2024-10-31'),
  ];

  test('is taken as filed', () => {
    expect(derive('revenue', filings, calendarSpan(2024, 3))).toMatchObject({
      value: '40589000000',
      derivation: 'REPORTED',
      formula: null,
      concept: `us-gaap:${REVENUE}`,
      unit: 'USD',
      currency: 'USD',
      basis: 'GAAP',
    });
    expect(derive('revenue', filings, calendarSpan(2024, null)).value).toBe('164501000000');
  });

  test('of the fourth quarter is the year minus nine months, with both filings', () => {
    const q4 = derive('revenue', filings);
    expect(q4).toMatchObject({ value: '48385000000', derivation: 'DERIVED', formula: 'FY2024 − 9M2024' });
    expect(q4.evidence.map((fact) => fact.accession)).toEqual(['0000000001-25-0130', '0000000001-24-1031']);
  });

  test('is not known before it was filed', () => {
    expect(derive('revenue', filings, Q4, '2025-01-30').value).toBe('48385000000');
    expect(derive('revenue', filings, Q4, '2025-01-29')).toMatchObject({
      value: null,
      derivation: 'NOT_DERIVABLE',
      formula: 'no periodic report gives Revenue for Q4 2024 as of 2025-01-29, and FY2024 is not filed either',
      evidence: [],
      unit: 'USD',
    });
  });

  test('is not made of two concepts', () => {
    const mixed = [
      filed('DeferredIncomeTaxExpenseBenefit', FY, '-4737', '10-K 2025-01-30'),
      filed('DeferredIncomeTaxesAndTaxCredits', NINE, '-3406', '10-Q 2024-10-31'),
    ];
    expect(derive('deferred_income_tax', mixed)).toMatchObject({
      derivation: 'NOT_DERIVABLE',
      formula:
        'no periodic report gives Deferred income tax for Q4 2024, and FY2024 is filed as us-gaap:DeferredIncomeTaxExpenseBenefit but 9M2024 as us-gaap:DeferredIncomeTaxesAndTaxCredits: only spans of one concept that begin on one day can be subtracted',
    });
  });

  test('is not made of spans that begin on different days', () => {
    const shifted = [
      filed(REVENUE, FY, '10', '10-K 2025-01-30'),
      filed(REVENUE, '2024-01-02/2024-09-30', '7', '10-Q 2024-10-31'),
    ];
    expect(derive('revenue', shifted).derivation).toBe('NOT_DERIVABLE');
  });

  test('that is filed from the first day only is taken apart quarter by quarter', () => {
    const flows = [
      filed(CAPEX, '2024-01-01/2024-03-31', '6400', '10-Q 2024-04-25'),
      filed(CAPEX, HALF, '14573', '10-Q 2024-08-01'),
      filed(CAPEX, NINE, '22831', '10-Q 2024-10-31'),
    ];
    const quarters = [1, 2, 3, 4].map((quarter) => derive('capital_expenditures', flows, calendarSpan(2024, quarter)));
    expect(quarters.map((quarter) => quarter.value)).toEqual(['6400', '8173', '8258', null]);
    expect(quarters.map((quarter) => quarter.formula?.slice(0, 15))).toEqual([
      undefined,
      '6M2024 − 3M2024',
      '9M2024 − 6M2024',
      'no periodic rep',
    ]);
  });

  test('survives the change of its concept', () => {
    const changed = [
      filed('Revenues', NINE, '70', '10-Q 2024-10-31'),
      filed(REVENUE, NINE, '70', '10-Q 2025-10-31'),
      filed(REVENUE, FY, '100', '10-K 2026-01-30'),
    ];
    expect(derive('revenue', changed).value).toBe('30');
  });

  test('is the largest total among rival concepts', () => {
    const rivals = [filed(REVENUE, FY, '29400', '10-K 2025-01-30'), filed('Revenues', FY, '83100', '10-K 2025-01-30')];
    expect(derive('revenue', rivals, calendarSpan(2024, null)).concept).toBe('us-gaap:Revenues');
  });
});

describe('restatements', () => {
  const year = [filed(CAPEX, FY, '27266', '10-K 2025-02-02'), filed(CAPEX, FY, '27045', '10-K 2026-01-30')];
  const nine = [filed(CAPEX, NINE, '19601', '10-Q 2024-10-26'), filed(CAPEX, NINE, '19453', '10-Q 2025-10-31')];

  test('the latest filing holds, by the day asked for', () => {
    expect(derive('capital_expenditures', year, calendarSpan(2024, null)).value).toBe('27045');
    expect(derive('capital_expenditures', year, calendarSpan(2024, null), '2025-12-31').value).toBe('27266');
  });

  test('both sides are restated: like is subtracted from like on every day', () => {
    const facts = [...year, ...nine];
    const on = (day: string) => derive('capital_expenditures', facts, Q4, day).value;
    // Between the two restatements the nine months are new and the year is old: their difference would be nobody's number.
    expect([on('2025-02-02'), on('2025-12-31'), on('2026-01-30')]).toEqual(['7665', '7665', '7592']);
  });

  test('only the year is restated: its last quarter does not swallow the difference', () => {
    const facts = [...year, nine[0]!];
    expect(derive('capital_expenditures', facts)).toMatchObject({
      value: '7665',
      formula: 'FY2024 − 9M2024, as filed by 2025-02-02; FY2024 alone was restated later',
    });
  });

  test('forms that are not periodic do not count', () => {
    const proxy = [...year, filed(CAPEX, FY, '1', 'DEF14A 2026-04-16'), filed(CAPEX, FY, '2', '8-K 2026-05-01')];
    expect(derive('capital_expenditures', proxy, calendarSpan(2024, null)).value).toBe('27045');
  });
});

describe('what does not add up', () => {
  test.each([
    ['eps_diluted', 'EarningsPerShareDiluted', 'USD/shares', 'a number per share'],
    ['diluted_shares', 'WeightedAverageNumberOfDilutedSharesOutstanding', 'shares', 'an average'],
  ])('%s is never subtracted', (name, concept, unit, reason) => {
    const facts = [
      filed(concept, FY, '24', '10-K 2025-01-30', unit),
      filed(concept, NINE, '15.84', '10-Q 2024-10-31', unit),
    ];
    const q4 = derive(name, facts);
    expect(q4).toMatchObject({ value: null, derivation: 'NOT_DERIVABLE', unit });
    expect(q4.formula).toContain(`and ${reason} cannot be derived by subtraction`);
    expect(derive(name, facts, calendarSpan(2024, null)).value).toBe('24');
  });

  test('years are not added up from quarters', () => {
    const quarters = [1, 2, 3, 4].map((quarter) => {
      const { startDate, endDate } = calendarSpan(2024, quarter);
      return filed(REVENUE, `${startDate}/${endDate}`, '1', '10-Q 2025-01-01');
    });
    expect(derive('revenue', quarters, calendarSpan(2024, null)).derivation).toBe('NOT_DERIVABLE');
  });

  test('operating figures are no part of the accounts', () => {
    expect(derive('daily_active_people', []).formula).toBe('Daily active people is not part of the filed accounts');
  });
});

test('an instant holds on the last day, a week off at most', () => {
  const facts = [
    filed('Assets', '2024-12-31', '276054', '10-K 2025-01-30'),
    filed('Assets', '2024-09-28', '256408', '10-Q 2024-10-31'),
  ];
  expect(derive('total_assets', facts).value).toBe('276054');
  expect(derive('total_assets', facts, calendarSpan(2024, 3)).value).toBe('256408');
  expect(derive('total_assets', facts, calendarSpan(2024, 2)).value).toBeNull();
});

describe('differences of metrics', () => {
  const facts = [
    filed(CASH_FLOW, FY, '91328', '10-K 2025-01-30'),
    filed(CASH_FLOW, NINE, '63340', '10-Q 2024-10-31'),
    filed(CAPEX, FY, '37256', '10-K 2025-01-30'),
  ];

  test('name both parts and how each was had', () => {
    const nine = filed(CAPEX, NINE, '22831', '10-Q 2024-10-31');
    const q4 = derive('free_cash_flow', [...facts, nine]);
    expect(q4).toMatchObject({
      value: '13563',
      derivation: 'DERIVED',
      formula: 'operating_cash_flow (FY2024 − 9M2024) − capital_expenditures (FY2024 − 9M2024)',
      basis: 'NON_GAAP',
      concept: null,
    });
    expect(q4.evidence).toHaveLength(4);
    expect(derive('free_cash_flow', facts, calendarSpan(2024, null)).formula).toBe(
      'operating_cash_flow − capital_expenditures',
    );
  });

  test('say which part is missing', () => {
    expect(derive('free_cash_flow', facts).formula).toMatch(
      /^operating_cash_flow − capital_expenditures: no periodic report gives Capital expenditures for Q4 2024, and FY2024 is filed as .* but 9M2024 is not filed$/,
    );
  });

  test('gross profit is filed, or revenue less its cost', () => {
    const parts = [filed(REVENUE, FY, '100', '10-K 2025-01-30'), filed('CostOfRevenue', FY, '18', '10-K 2025-01-30')];
    const year = calendarSpan(2024, null);
    expect(derive('gross_profit', parts, year)).toMatchObject({
      value: '82',
      formula: 'revenue − cost_of_revenue',
      basis: 'GAAP',
    });
    const own = filed('GrossProfit', FY, '81', '10-K 2025-01-30');
    expect(derive('gross_profit', [...parts, own], year)).toMatchObject({ value: '81', derivation: 'REPORTED' });
  });
});

describe('currency and basis', () => {
  const facts = [
    { ...filed('Revenue', FY, '2894', '20-F 2025-04-17', 'TWD'), taxonomy: 'ifrs-full' },
    { ...filed('Revenue', FY, '88', '20-F 2025-04-17', 'USD'), taxonomy: 'ifrs-full' },
  ];
  const ask = (options: Parameters<typeof deriveMetric>[3]) =>
    deriveMetric(new FactBook(facts), metricNamed('revenue')!, calendarSpan(2024, null), options);

  test('the reporting currency comes first', () => {
    expect(ask({ reportingCurrency: 'TWD' })).toMatchObject({
      value: '2894',
      currency: 'TWD',
      unit: 'TWD',
      basis: 'IFRS',
    });
    expect(ask({})).toMatchObject({ value: '88', currency: 'USD' });
  });

  test('a basis keeps numbers by other rules out', () => {
    expect(ask({ basis: 'IFRS' }).value).toBe('88');
    expect(ask({ basis: 'GAAP' })).toMatchObject({
      value: null,
      formula: 'no periodic report gives Revenue for FY2024 by GAAP',
    });
  });
});

test('changes are exact, and growth from a loss has no percentage', () => {
  const from = { kind: 'FY', year: 2023, quarter: 4 } as const;
  const usd = (value: string | null) => ({ value, unit: 'USD' });
  expect(changeBetween(usd('40111000000'), usd('48385000000'), from)).toEqual({
    absolute: '8274000000',
    percent: '20.6278',
    from,
  });
  expect(changeBetween(usd('-3'), usd('5'), from)).toEqual({ absolute: '8', percent: null, from });
  expect(changeBetween(undefined, usd('5'), from)).toBeNull();
  expect(changeBetween(usd(null), usd('5'), from)).toBeNull();
  expect(changeBetween({ value: '5', unit: 'EUR' }, usd('5'), from)).toBeNull();
});
