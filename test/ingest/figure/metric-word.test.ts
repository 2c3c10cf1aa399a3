import { type MetricDefinition, statedKinds } from '../../../src/domain/metric/metric-definition';
import { findMetric, METRICS } from '../../../src/domain/metric-catalogue';
import { figuresIn, readFigures } from './read-figures';

/** A number as talk states such a metric. */
const NUMBERS = {
  MONEY: '$412 million',
  PER_SHARE: '$1.20 per share',
  PERCENT: '12.5 percent',
  COUNT: '412 million',
  MULTIPLE: '2.7 times',
};

const sentenceOf = (metric: MetricDefinition, words: string): string =>
  `Our ${words} was ${NUMBERS[statedKinds(metric)[0] ?? 'MONEY']} in the quarter.`;

/** What a label or an alias is read as, in a plain sentence. */
const readAs = (metric: MetricDefinition, words: string): string | null =>
  figuresIn(sentenceOf(metric, words)).at(0)?.metric ?? null;

const names = METRICS.flatMap((metric) =>
  [metric.label.toLowerCase(), ...metric.aliases].map((words) => ({ metric, words })),
);

test('every label and alias is read as its own metric, unless it is listed as ambiguous', () => {
  const wrong = names
    .filter(({ metric, words }) => !metric.ambiguous?.includes(words))
    .map(({ metric, words }) => ({ words, is: metric.name, read: readAs(metric, words) }))
    .filter(({ is, read }) => is !== read);
  expect(wrong).toEqual([]);
});

test('what is ambiguous is accepted by filters and read as no metric', () => {
  const ambiguous = METRICS.flatMap((metric) => (metric.ambiguous ?? []).map((words) => ({ metric, words })));
  expect(ambiguous.length).toBeGreaterThan(5);
  for (const { metric, words } of ambiguous) {
    expect([words, findMetric(words)?.name]).toEqual([words, metric.name]);
    expect([words, readAs(metric, words)]).toEqual([words, null]);
  }
});

test('phrases of documents are accepted by filters', () => {
  for (const metric of METRICS)
    for (const words of metric.phrases ?? []) expect([words, findMetric(words)?.name]).toEqual([words, metric.name]);
});

test.each([
  ['Our share count was 412 million.', 'LEVEL basic_shares FY2023Q3 412000000 shares'],
  ['Diluted share count was 431 million.', 'LEVEL diluted_shares FY2023Q3 431000000 shares'],
  ['Deferred income tax was $12 million.', 'LEVEL deferred_income_tax FY2023Q3 12000000 USD'],
  ['Deferred taxes were $9 million in the quarter.', 'LEVEL deferred_income_tax FY2023Q3 9000000 USD'],
  ['Deferred tax assets were $40 million.', 'LEVEL "Deferred tax assets" FY2023Q3 40000000 USD'],
  ['Interest and other income was $3 million.', 'LEVEL other_income FY2023Q3 3000000 USD'],
])('%s', (sentence, expected) => expect(readFigures(sentence)).toEqual([expected]));
