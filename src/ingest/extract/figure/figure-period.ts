import type { Period } from '../../../domain/fiscal/period';
import { isSamePeriod, shiftPeriod, yearAgo } from '../../../domain/fiscal/period-arithmetic';
import type { PeriodMention } from '../occasion/period-mention';
import { resolvePeriod } from '../occasion/resolve-period';
import type { Link } from './link';
import { baseMention, ownMention, type Told } from './period-choice';
import { opensBracket } from './period-place';
import type { Quantity } from './quantity';
import { firstOf, rowsOf } from './rule';
import type { ReadSentence } from './sentence';

export interface FigurePeriod {
  readonly period: Period | null;
  /** The mention that told, where it stands beside the number or its measure; null: context or convention did. */
  readonly mention: PeriodMention | null;
  /** Name of the rule that told. */
  readonly rule: string;
}

/** What the passage says of time, for sentences that do not. */
export interface PeriodContext {
  readonly anchor: Period | null;
  /** Period of the guidance being given. */
  readonly outlook: Period | null;
  /** The explicit period of the sentence right before. */
  readonly previous: { readonly period: Period | null } | null;
  /** Period of the number that a base of comparison stands beside. */
  readonly main?: Period | null;
}

interface Question {
  readonly sentence: ReadSentence;
  readonly quantity: Quantity;
  readonly role: string;
  readonly link: Link | null;
  readonly isOutlook: boolean;
  /** Somebody else's forecast. */
  readonly isForecast: boolean;
  readonly context: PeriodContext;
}

type Found = Omit<FigurePeriod, 'rule'>;

const asked = rowsOf<Question & Told, Found>();

/** The period that a mention means for a number. */
export const RESOLVING_RULES = [
  asked({
    // "$340 million last year" beside a quarter's revenue is that quarter's of the year before, not the year's.
    name: 'the same quarter of another year',
    example: 'Third quarter revenue was $412 million compared to $380 million last year.',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD', 'LEVEL revenue FY2022Q3 380000000 USD'],
    // A year that opens a bracket is that year: "(2024: $590 million)".
    when: ({ role, mention, context, sentence }) =>
      role === 'BASE' && !opensBracket(sentence, mention) && alignedBase(mention, context.main ?? context.anchor),
    tells: (period, { mention }) => ({ period, mention }),
  }),
  asked({
    name: 'a quarter whose year stands apart',
    example: 'Second quarter net sales were $95 million in fiscal 2023.',
    reads: ['LEVEL revenue FY2023Q2 95000000 USD'],
    not: 'In the second quarter we began, and net sales were $395 million in fiscal 2022.',
    when: ({ mention, link, sentence }) =>
      mention.unit === 'YEAR' && mention.year !== null ? quarterWithin(sentence, link) : null,
    tells: (quarter, { mention }) => ({
      period: { kind: mention.count ?? 'FY', year: mention.year as number, quarter },
      mention,
    }),
  }),
  asked({
    name: 'the quarter that an outlook calls its own',
    example: 'We expect revenue of $430 million this quarter.',
    reads: ['GUIDANCE revenue FY2023Q4 430000000 USD'],
    when: ({ isOutlook, mention, context }) => {
      if (!isOutlook || mention.quarterShift !== 0) return null;
      const period = context.outlook ?? next(context.anchor);
      return period !== context.anchor && { period };
    },
    tells: ({ period }, { mention }) => ({ period, mention }),
  }),
  asked({
    // On a call about a finished year "this year" is that one or the one begun, and a range is no result: it cannot be told which.
    name: 'a range of this year, where the year is over',
    example: 'How does the range of 60 to 65 million dollars of capex this year split?',
    reads: ['LEVEL capital_expenditures FY2023 60000000..65000000 USD'],
    isSilent: true,
    when: ({ role, mention, quantity, isOutlook, context: { anchor } }) =>
      !isOutlook &&
      role !== 'BASE' &&
      mention.unit === 'YEAR' &&
      mention.yearShift === 0 &&
      quantity.qualifier === 'RANGE' &&
      anchor?.quarter === 4,
    tells: (_, { mention }) => ({ period: null, mention, confidence: 0.6 }),
  }),
  asked({
    name: 'the period that a day ends',
    example: 'As of September 30, net debt was $90 million.',
    reads: ['LEVEL net_debt FY2023Q3 90000000 USD'],
    when: ({ mention }) => mention.unit === 'DAY',
    tells: (_, { context, mention }) => ({ period: context.anchor, mention }),
  }),
  asked({
    // Nobody gives an outlook on what is over: the period named is another number's.
    name: 'the period of the guidance, not one that is over',
    example: 'For the fourth quarter we expect growth. After a strong Q2 2023, revenue is expected to be $430 million.',
    reads: ['GUIDANCE revenue FY2023Q4 430000000 USD'],
    when: ({ isOutlook, context, mention }) => {
      const period = resolvePeriod(mention, context.anchor, isOutlook);
      return isOutlook && context.outlook && period && isOver(period, context.anchor) && context.outlook;
    },
    tells: (period) => ({ period, mention: null }),
  }),
];

const untold = rowsOf<Question, Found>();

/** The period of a number that its sentence does not date. */
export const UNTOLD_RULES = [
  untold({
    name: 'base without a period',
    example: 'Revenue was $412 million versus $380 million.',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD', 'LEVEL revenue - 380000000 USD'],
    when: ({ role }) => role === 'BASE',
    tells: (_, { isForecast, quantity, context }) => ({
      period: isForecast || quantity.qualifier === 'RANGE' ? (context.main ?? null) : null,
      mention: null,
    }),
  }),
  untold({
    name: 'period of the guidance',
    example: 'Turning to our guidance for the fourth quarter. We expect revenue of $430 million.',
    reads: ['GUIDANCE revenue FY2023Q4 430000000 USD'],
    when: ({ isOutlook, context }) => isOutlook && context.outlook,
    tells: (period) => ({ period, mention: null }),
  }),
  untold({
    name: 'outlook without a period',
    example: 'We expect revenue of $430 million.',
    reads: ['GUIDANCE revenue - 430000000 USD'],
    when: ({ isOutlook }) => isOutlook,
    tells: () => ({ period: null, mention: null }),
  }),
  untold({
    // What has no measure belongs to no reporting period unless the words say so.
    name: 'no measure, no period',
    example: 'We received $304 million in licensing.',
    reads: ['LEVEL "licensing" - 304000000 USD'],
    when: ({ link, role }) => link && !link.mention && role !== 'SHARE' && role !== 'CHANGE',
    tells: () => ({ period: null, mention: null }),
  }),
  untold({
    name: 'period of the sentence before',
    example: 'In the second quarter, revenue was $398 million. Net income was $20 million.',
    reads: ['LEVEL revenue FY2023Q2 398000000 USD', 'LEVEL net_income FY2023Q2 20000000 USD'],
    when: ({ context: { previous, anchor } }) => previous && !isSame(previous.period, anchor) && previous,
    tells: ({ period }) => ({ period, mention: null }),
  }),
  untold({
    name: 'period reported on',
    example: 'Revenue was $412 million.',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD'],
    when: () => true,
    tells: (_, { context }) => ({ period: context.anchor, mention: null }),
  }),
];

/** The period of a quantity: said beside it, said with its measure, said in its sentence, told by the passage, or by convention. */
export function periodOf(
  sentence: ReadSentence,
  index: number,
  link: Link | null,
  isOutlook: boolean,
  context: PeriodContext,
  isForecast = false,
): FigurePeriod {
  const quantity = sentence.quantities[index] as Quantity;
  const role = sentence.readings[index]?.role ?? 'LEVEL';
  // "$80 million per year" is a pace; it covers no period.
  if (isPace(sentence, quantity)) return { period: null, mention: null, rule: 'pace' };
  const question: Question = { sentence, quantity, role, link, isOutlook, isForecast, context };
  const own = role === 'BASE' ? baseMention(sentence, index) : ownMention(sentence, index, link);
  if (!own) {
    const { told, rule } = firstOf(UNTOLD_RULES, question) as { told: Found; rule: string };
    return { ...told, rule };
  }
  const resolved = firstOf(RESOLVING_RULES, { ...question, ...own.told });
  if (resolved) return { ...resolved.told, rule: resolved.rule };
  const period = resolvePeriod(own.told.mention, context.anchor, isOutlook);
  return { ...own.told, period, rule: own.rule };
}

function isPace({ tokens }: ReadSentence, { to }: Quantity): boolean {
  const [first, second] = [tokens[to]?.lower ?? '', tokens[to + 1]?.lower ?? ''];
  return (
    /^(?:annually|annualized)$/.test(first) ||
    (/^(?:per|a|an|each|every)$/.test(first) &&
      /^(?:year|quarter|month|day|week|annum)$/.test(second) &&
      !/^(?:ago|earlier|before)$/.test(tokens[to + 2]?.lower ?? ''))
  );
}

function next(period: Period | null): Period | null {
  return period && period.quarter !== null ? shiftPeriod(period, 1) : period;
}

function isSame(a: Period | null, b: Period | null): boolean {
  return a !== null && b !== null && isSamePeriod(a, b);
}

/** `$340 million last year` beside a quarter's revenue is that quarter's of the year before, not the year's. */
function alignedBase(mention: PeriodMention, main: Period | null): Period | null {
  if (!main || mention.unit !== 'YEAR' || main.quarter === null || mention.count !== null) return null;
  if (mention.year !== null) return mention.year < main.year ? { ...main, year: mention.year } : null;
  return mention.yearShift === -1 ? yearAgo(main) : null;
}

function isOver(period: Period, anchor: Period | null): boolean {
  if (!anchor || anchor.kind !== period.kind) return false;
  return period.year * 4 + (period.quarter ?? 4) <= anchor.year * 4 + (anchor.quarter ?? 4);
}

/** `Second quarter net sales`: the quarter that stands in the words of the measure, without a year of its own. */
function quarterWithin({ tokens, periods }: ReadSentence, link: Link | null): 1 | 2 | 3 | 4 | null {
  if (!link || link.isCarried) return null;
  const [from, to] = [tokens[link.from]?.start ?? 0, tokens[link.to - 1]?.end ?? 0];
  return (
    periods.find(
      ({ quarter, year, yearShift, start, end }) =>
        quarter !== null && year === null && yearShift === null && start < to && end > from,
    )?.quarter ?? null
  );
}
