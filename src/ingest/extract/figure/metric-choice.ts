import type { Stated } from '../../../domain/metric/metric-definition';
import { basisOf } from './basis';
import type { Link } from './link';
import type { Basis, MeasureMention } from './measure-mention';
import type { Quantity } from './quantity';
import type { Reading } from './role';
import { firstOf, rowsOf } from './rule';
import type { ReadSentence, SentenceContext } from './sentence';
import { GROWTH_METRICS, isSmallMoney, statedBy } from './stating';

/** Measures that are no numbers of the accounts in the first place. */
const ADJUSTED_ITSELF: ReadonlySet<string> = new Set([
  'free_cash_flow',
  'tax_rate',
  'organic_growth',
  'comparable_sales_growth',
  'net_debt',
  'net_leverage',
]);

interface Question {
  readonly sentence: ReadSentence;
  readonly index: number;
  readonly link: Link;
  readonly mention: MeasureMention | null;
  readonly reading: Reading;
  readonly given: SentenceContext;
  readonly basis: Basis | null;
  readonly stated: Stated;
  /** An amount by the share, said or small enough. */
  readonly isShares: boolean;
  /** It is the company's, not a part's. */
  readonly isWhole: boolean;
}

const row = rowsOf<Question, string | null>();
const metricOfMention = ({ mention }: Question): string | null => mention?.measure.metric ?? null;

/** Which metric of the catalogue a measure's words mean, by the number and by the basis said. */
export const METRIC_RULES = [
  row({
    name: 'people employed',
    example: 'Corvane employs about 61,000 people.',
    reads: ['LEVEL headcount FY2023Q3 61000 people APPROXIMATELY'],
    when: ({ mention, sentence, index }) => mention && isWorkforce(sentence, index, mention.label),
    tells: () => 'headcount',
  }),
  row({
    name: 'the margin of the profit before it',
    example: 'Operating profit was $51 million, for a margin of 11.7%.',
    reads: ['LEVEL operating_income FY2023Q3 51000000 USD', 'LEVEL operating_margin FY2023Q3 11.7 percent'],
    when: ({ mention, sentence, given }) =>
      mention?.measure.metric === null && { metric: marginOf(sentence, mention, given) },
    tells: ({ metric }) => metric,
  }),
  row({
    name: 'no measure',
    example: 'We spent $60 million on chargers.',
    reads: ['LEVEL "spent on chargers" - 60000000 USD'],
    when: ({ mention }) => !mention,
    tells: () => null,
  }),
  row({
    name: 'an amount of what grows',
    example: 'Organic revenue was $191 million, up 1%.',
    reads: ['LEVEL "Organic revenue" FY2023Q3 191000000 USD +1% vs FY2022Q3'],
    not: 'Organic revenue was up 1%.',
    when: (question) => GROWTH_METRICS.has(metricOfMention(question) ?? '') && question.stated === 'MONEY',
    tells: () => null,
  }),
  row({
    // Losses on credit, of inventory, by fire: a loss of something is not the bottom line.
    name: 'loss of something',
    example: 'Credit losses were $6 million.',
    reads: ['LEVEL "Credit losses" FY2023Q3 -6000000 USD'],
    not: 'The net loss was $6 million.',
    when: ({ mention, sentence: { tokens } }) =>
      mention?.isPart &&
      mention.measure.isLoss &&
      mention.measure.metric === 'net_income' &&
      mention.to - mention.head === 1 &&
      /^loss(?:es)?$/.test(tokens[mention.head]?.lower ?? ''),
    tells: () => null,
  }),
  row({
    name: 'profit as a share of sales',
    example: 'Operating income was 12% of revenue.',
    reads: ['SHARE operating_margin FY2023Q3 12 percent'],
    when: (question) =>
      question.reading.role === 'SHARE' &&
      question.isWhole &&
      isOfSales(question.sentence, question.index) &&
      MARGINS.get(metricOfMention(question) ?? ''),
    tells: ([reported, adjusted], { basis }) => (basis === 'ADJUSTED' ? adjusted : reported),
  }),
  row({
    // What part of a whole something is says nothing of how much it is.
    name: 'share of a whole',
    example: 'Operating expenses were 34% of revenue.',
    reads: ['SHARE "Operating expenses" FY2023Q3 34 percent'],
    when: ({ reading, mention }) => reading.role === 'SHARE' && mention?.measure.states[0] !== 'PERCENT',
    tells: () => null,
  }),
  row({
    name: 'growth of sales by themselves',
    example: 'Sales were down 4% organically.',
    reads: ['LEVEL organic_growth FY2023Q3 -4 percent'],
    not: 'Sales were down 4%, and we invest organically.',
    when: (question) =>
      metricOfMention(question) === 'revenue' &&
      question.reading.role === 'CHANGE' &&
      question.stated === 'PERCENT' &&
      isOrganic(question.sentence, question.index, question.reading),
    tells: () => 'organic_growth',
  }),
  row({
    name: 'gross margin in money',
    example: 'Gross margin was $1.1 million.',
    reads: ['LEVEL gross_profit FY2023Q3 1100000 USD'],
    when: (question) =>
      question.reading.role !== 'CHANGE' && metricOfMention(question) === 'gross_margin' && question.stated === 'MONEY',
    tells: (_, { basis }) => (basis === 'ADJUSTED' ? 'adjusted_gross_profit' : 'gross_profit'),
  }),
  row({
    name: 'income by the share',
    example: 'Adjusted net income was $0.91 per share.',
    reads: ['LEVEL adjusted_eps FY2023Q3 0.91 USD/shares'],
    when: (question) =>
      metricOfMention(question) === 'net_income' && question.isShares && question.reading.role !== 'SHARE',
    tells: (_, { basis, mention }) =>
      basis === 'ADJUSTED' ? 'adjusted_eps' : mention?.isBasicShares ? 'eps_basic' : 'eps_diluted',
  }),
  row({
    // Insurers and utilities tell their operating earnings by the share.
    name: 'operating earnings by the share',
    example: 'Operating earnings were $1.10 per share.',
    reads: ['LEVEL adjusted_eps FY2023Q3 1.1 USD/shares'],
    when: (question) =>
      metricOfMention(question) === 'operating_income' && question.isShares && question.reading.role !== 'SHARE',
    tells: () => 'adjusted_eps',
  }),
  row({
    name: 'basic earnings per share',
    example: 'Basic net income per share was $0.76.',
    reads: ['LEVEL eps_basic FY2023Q3 0.76 USD/shares'],
    when: (question) =>
      metricOfMention(question) === 'eps_diluted' && question.mention?.isBasicShares && question.basis !== 'ADJUSTED',
    tells: () => 'eps_basic',
  }),
  row({
    name: 'adjusted',
    example: 'Adjusted EBITDA was $90 million.',
    reads: ['LEVEL adjusted_ebitda FY2023Q3 90000000 USD'],
    when: ({ basis, mention }) => basis === 'ADJUSTED' && mention,
    tells: (mention, { sentence, index, link, stated }) => {
      const { metric, adjusted } = mention.measure;
      if (adjusted) return adjusted;
      // What has no adjusted twin (revenue, cash flow) is the same on every basis that was merely implied.
      const isImplied = mention.basis === null && (stated === 'COUNT' || basisOf(sentence, index, link) === null);
      return isImplied || ADJUSTED_ITSELF.has(metric ?? '') ? metric : null;
    },
  }),
  row({
    name: 'as named',
    example: 'Revenue was $412 million.',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD'],
    when: ({ mention }) => mention,
    tells: ({ measure }) => measure.metric,
  }),
];

/** The catalogue's metric that a number is of, the company's or a part's; null for what the catalogue has not. */
export function metricOf(
  sentence: ReadSentence,
  index: number,
  link: Link,
  reading: Reading,
  given: SentenceContext,
  isAhead: boolean,
  isWhole: boolean,
): { readonly told: string | null; readonly rule: string } {
  const { mention } = link;
  const quantity = sentence.quantities[index] as Quantity;
  const metric = mention?.measure.metric ?? null;
  const said = metric === null ? null : basisOf(sentence, index, link);
  // What is attributable to the company is the accounts' own word.
  const isFiled = /\battributable to\b/i.test(link.label);
  const basis = metric === null ? null : (said ?? (isFiled ? 'GAAP' : impliedBasis(metric, given, isAhead)));
  if (metric !== null && isWhole) remember(given.bases, metric, basis);
  const stated = statedBy(quantity);
  const isShares = stated === 'PER_SHARE' || (stated === 'MONEY' && isSmallMoney(quantity));
  const question = { sentence, index, link, mention, reading, given, basis, stated, isShares, isWhole };
  return firstOf(METRIC_RULES, question) ?? { told: null, rule: 'no measure' };
}

/** `12 % of revenue`, `of net sales`: the company's own sales are what it is a share of. */
function isOfSales({ tokens, quantities, measures }: ReadSentence, index: number): boolean {
  const to = (quantities[index] as Quantity).to;
  if (tokens[to]?.lower !== 'of') return false;
  return measures.some(
    ({ from, head, measure, isPart }) => from <= to + 1 && head > to && measure.metric === 'revenue' && !isPart,
  );
}

/** `up 4 % organically`, `organic sales were up`: without what was bought or sold. */
function isOrganic({ tokens }: ReadSentence, index: number, { to }: Reading): boolean {
  const after = tokens.slice(to, to + 5).map(({ lower }) => lower);
  if (after[0] === 'organically') return true;
  return /^on an? organic(?: revenue)? basis/.test(after.join(' ')) || index < 0;
}

const MARGINS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['gross_profit', ['gross_margin', 'adjusted_gross_margin']],
  ['operating_income', ['operating_margin', 'adjusted_operating_margin']],
  ['ebitda', ['ebitda_margin', 'adjusted_ebitda_margin']],
  ['adjusted_ebitda', ['adjusted_ebitda_margin', 'adjusted_ebitda_margin']],
  ['net_income', ['net_margin', 'net_margin']],
]);

/** `operating profit was $512 million, for a margin of 11.7 %`: the margin of the profit named before it. */
function marginOf({ measures }: ReadSentence, mention: MeasureMention, given: SentenceContext): string | null {
  if (!/^margins?$/i.test(mention.label)) return null;
  const owner = measures.findLast(({ to, measure }) => to <= mention.from && MARGINS.has(measure.metric ?? ''));
  if (!owner) return null;
  const [reported, adjusted] = MARGINS.get(owner.measure.metric ?? '') ?? [];
  const basis = owner.basis ?? impliedBasis(owner.measure.metric ?? '', given, false);
  return (basis === 'ADJUSTED' ? adjusted : reported) ?? null;
}

/** `employs about 61,000 people`: the verb tells what the people are. */
function isWorkforce({ tokens, quantities }: ReadSentence, index: number, label: string): boolean {
  const { qualifierFrom, unit } = quantities[index] as Quantity;
  return (
    unit === 'PLAIN' &&
    /^(?:people|workers|staff)$/i.test(label) &&
    /^employ(?:s|ed|ing)?$/.test(tokens[qualifierFrom - 1]?.lower ?? '')
  );
}

/**
 * Companies guide on the basis that they speak of: earnings per share of an outlook, and EBITDA everywhere, are adjusted ones
 * where the document has told only adjusted ones before.
 */
function impliedBasis(metric: string, { bases, speaksAdjusted }: SentenceContext, isAhead: boolean): Basis | null {
  if (speaksAdjusted) return 'ADJUSTED';
  const isImplying = metric === 'ebitda' || (isAhead && GUIDED.has(metric));
  const told = isImplying ? bases.get(familyOf(metric)) : undefined;
  return told?.size === 1 && told.has('ADJUSTED') ? 'ADJUSTED' : null;
}

/** What is guided on the basis on which the company has told it. */
const GUIDED: ReadonlySet<string> = new Set([
  ...[
    'eps_diluted',
    'net_income',
    'gross_margin',
    'gross_profit',
    'operating_margin',
    'operating_income',
    'operating_expenses',
  ],
]);

function remember(bases: Map<string, Set<Basis>>, metric: string, basis: Basis | null): void {
  const family = familyOf(metric);
  const told = bases.get(family) ?? new Set();
  // Net income without a basis is the accounts' own.
  if (basis ?? family === 'earnings') told.add(basis ?? 'GAAP');
  bases.set(family, told);
}

const familyOf = (metric: string): string =>
  metric === 'net_income' || metric === 'eps_diluted' ? 'earnings' : metric;
