import { conceptsFor, findMetric, foldMetricName, METRICS, metricNamed } from '../../../src/domain/metric-catalogue';

test('has the metrics that the contract names', () => {
  const promised =
    'revenue net_income operating_income gross_profit eps_diluted eps_basic operating_cash_flow capital_expenditures free_cash_flow total_assets cash daily_active_people';
  expect(promised.split(' ').filter((name) => !metricNamed(name))).toEqual([]);
});

test.each([
  ['capex', 'capital_expenditures'],
  ['netIncome', 'net_income'],
  ['Net income', 'net_income'],
  ['NET-PROFIT', 'net_income'],
  ['Sales', 'revenue'],
  ['R&D', 'research_and_development'],
  ['EPS', 'eps_diluted'],
  ["stockholders' equity", 'stockholders_equity'],
  ['DAU', 'daily_active_people'],
])('%s is %s', (text, name) => expect(findMetric(text)?.name).toBe(name));

test('what it does not know is undefined', () => {
  expect(findMetric('happiness')).toBeUndefined();
  expect(findMetric('')).toBeUndefined();
});

test('no metric is listed twice', () => {
  const names = METRICS.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('no spelling means two metrics', () => {
  const owners = new Map<string, Set<string>>();
  for (const metric of METRICS) {
    for (const spelling of [metric.name, metric.label, ...metric.aliases, ...(metric.phrases ?? [])].map(
      foldMetricName,
    )) {
      owners.set(spelling, (owners.get(spelling) ?? new Set()).add(metric.name));
    }
  }
  expect([...owners].filter(([, names]) => names.size > 1).map(([spelling]) => spelling)).toEqual([]);
});

test('every metric is named, described and complete', () => {
  for (const metric of METRICS) {
    expect(metric.name).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(metric.description).toMatch(/^[A-Z].*\.$/);
    for (const concept of metric.tiers.flat()) expect(concept).toMatch(/^(us-gaap|ifrs-full):[A-Z][A-Za-z]+$/);
    for (const part of metric.difference ? Object.values(metric.difference) : [])
      expect(metricNamed(part)).toBeDefined();
  }
});

test('a difference needs the concepts of its parts', () => {
  const concepts = conceptsFor([metricNamed('free_cash_flow')!]);
  expect(concepts).toContain('us-gaap:NetCashProvidedByUsedInOperatingActivities');
  expect(concepts).toContain('us-gaap:PaymentsToAcquirePropertyPlantAndEquipment');
});
