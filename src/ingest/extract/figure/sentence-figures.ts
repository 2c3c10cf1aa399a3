import type { Period } from '../../../domain/fiscal/period';
import { type DecimalText, subtractDecimals } from '../../../domain/money/decimal';
import type { FigureKind } from '../../extraction';
import { printIfKnown } from '../occasion/resolve-period';
import { basisOf } from './basis';
import { comparedTo, type FigurePeriod, type PeriodContext, periodOf } from './figure-period';
import { adjacentRate, isSmallMoney, type Link, linkOf, statedBy } from './link';
import type { Basis, MeasureMention } from './measure-mention';
import { isGivenOutlook, type Outlook, outlookAt } from './outlook-place';
import type { Asserted } from './passage';
import type { Quantity } from './quantity';
import type { Reading } from './role';
import { placeOf, type ReadSentence } from './sentence';
import { unitOf } from './unit';

export interface SentenceContext {
  readonly context: PeriodContext;
  /** The last measure of the sentences before. */
  readonly carried: MeasureMention | null;
  /** The passage speaks of a segment: its plain measures are the segment's. */
  readonly isPart: boolean;
  /** Role of who speaks; null: nobody, or unknown. */
  readonly role: string | null;
  /** On which bases the document has told each measure so far. */
  readonly bases: Map<string, Set<Basis>>;
  /** The speaker has said that what follows is adjusted. */
  readonly speaksAdjusted: boolean;
  /** The currency named last, for amounts that leave it out. */
  readonly currency: string;
}

/** A quantity with everything that was told of it, before levels and their growth are made one. */
interface Drafted {
  readonly quantity: Quantity;
  readonly reading: Reading;
  readonly link: Link;
  readonly metric: string | null;
  readonly time: FigurePeriod;
  readonly outlook: Outlook;
  readonly comparedTo: Period | null;
  readonly flavour: 'REPORTED' | 'CONSTANT';
  readonly isYearly: boolean;
}

/** The figures of one sentence. */
export function figuresOfSentence(sentence: ReadSentence, given: SentenceContext): Asserted[] {
  const drafts: (Drafted | null)[] = [];
  sentence.quantities.forEach((_, index) => {
    drafts.push(draft(sentence, index, given, drafts));
  });
  const known = drafts.filter((one): one is Drafted => one !== null);
  const growth = new Map<Drafted, Drafted>();
  for (const level of known) {
    const change = growthOf(level, known, new Set(growth.values()));
    if (change) growth.set(level, change);
  }
  const merged = new Set(growth.values());
  return known
    .filter((one) => !merged.has(one))
    .flatMap((one) => toFigure(sentence, one, growth.get(one) ?? null, given) ?? []);
}

function draft(
  sentence: ReadSentence,
  index: number,
  given: SentenceContext,
  earlier: (Drafted | null)[],
): Drafted | null {
  const quantity = sentence.quantities[index] as Quantity;
  let reading = sentence.readings[index] as Reading;
  const previous = earlier[index - 1] ?? null;
  // "grew 10.2 % reported and 11.6 % at constant currency": the second number goes on where the first was.
  if (previous && continues(sentence, previous, quantity, reading))
    reading = { ...reading, role: 'CHANGE', direction: previous.reading.direction };
  if (reading.role === 'SHARE' && adjacentRate(sentence, quantity)) reading = { ...reading, role: 'LEVEL' };
  // "compared to $128.7 million in the prior quarter and $114.1 million a year ago": both are what is compared with.
  if (previous?.reading.role === 'BASE' && follows(sentence, previous, quantity, reading))
    reading = { ...reading, role: 'BASE' };
  const link =
    linkOf({ ...sentence, readings: sentence.readings.with(index, reading) }, index, given.carried) ??
    perShareOf(quantity, previous);
  if (!link) return null;
  const said = outlookAt(sentence, index, given.role);
  // Within a passage of guidance a range is guidance, whatever verb the sentence lacks.
  const outlook =
    said === null &&
    given.context.outlook &&
    quantity.qualifier === 'RANGE' &&
    reading.role !== 'BASE' &&
    given.role !== 'ANALYST'
      ? 'COMPANY'
      : said;
  const main = earlier.findLast((one) => one !== null && one.reading.role !== 'BASE')?.time.period ?? null;
  const read: ReadSentence = { ...sentence, readings: sentence.readings.with(index, reading) };
  const time = periodOf(read, index, link, outlook === 'COMPANY' || outlook === 'PREDICTION', {
    ...given.context,
    main,
  });
  const metric = metricOf(sentence, index, link, reading, given, outlook === 'COMPANY');
  const after = wordsAfter(sentence, index);
  const mention =
    sentence.periods.find(
      ({ start, end }) => start >= (sentence.tokens[quantity.to - 1]?.end ?? 0) && end <= after.end,
    ) ?? null;
  return {
    quantity,
    reading,
    link,
    metric,
    time,
    outlook,
    comparedTo:
      reading.role === 'CHANGE'
        ? comparedTo(after.words, time.period ?? given.context.anchor, given.context, mention)
        : null,
    flavour: /constant|organic|fx[\s-]neutral|local\s+currenc|like[\s-]for[\s-]like/i.test(after.words.slice(0, 50))
      ? 'CONSTANT'
      : 'REPORTED',
    isYearly:
      !/\bsequential|quarter[\s-]over[\s-]quarter|(?:prior|last|previous|preceding)\s+quarter(?!\s+of)|\bfrom\s+(?:the\s+)?(?:Q[1-4]|first|second|third|fourth)\b(?![\s-]+quarter\s+of\s+(?:last|20|fiscal))/i.test(
        after.words,
      ),
  };
}

/** The words from a quantity to the next one, or to the end of its clause. */
function wordsAfter({ words, start, tokens, quantities }: ReadSentence, index: number): { words: string; end: number } {
  const from = tokens[(quantities[index] as Quantity).from]?.start ?? start;
  const next = quantities[index + 1];
  const to = next ? (tokens[next.qualifierFrom]?.start ?? start + words.length) : start + words.length;
  return { words: words.slice(from - start, to - start), end: to };
}

function follows({ tokens, measures }: ReadSentence, previous: Drafted, quantity: Quantity, reading: Reading): boolean {
  if (reading.role !== 'LEVEL' || quantity.unit !== previous.quantity.unit) return false;
  const between = tokens.slice(previous.quantity.to, quantity.qualifierFrom).map(({ lower }) => lower);
  if (measures.some(({ from }) => from >= previous.quantity.to && from < quantity.from) && !between.includes('and'))
    return false;
  return (
    between.length <= 14 &&
    between.some((word) => word === 'and' || word === 'or') &&
    !between.some((word) => /^(?:was|were|is|are|;|which|grew|rose|fell|increased|decreased|expect)$/.test(word))
  );
}

function continues({ tokens }: ReadSentence, previous: Drafted, quantity: Quantity, reading: Reading): boolean {
  if (previous.reading.role !== 'CHANGE' || reading.role !== 'LEVEL' || quantity.unit !== previous.quantity.unit)
    return false;
  const between = tokens.slice(previous.reading.to, quantity.qualifierFrom).map(({ lower }) => lower);
  return (
    between.length <= 12 &&
    between.some((word) => /^(?:and|or|,)$/.test(word)) &&
    !between.some((word) => /^(?:was|were|is|margin|margins|rate)$/.test(word))
  );
}

/** `$318 million or $1.63 per diluted share`: the per-share number of the income before it. */
function perShareOf(quantity: Quantity, previous: Drafted | null): Link | null {
  if (!quantity.isPerShare || !previous?.link.mention?.measure.states.includes('PER_SHARE')) return null;
  return { ...previous.link, confidence: 0.9 };
}

/** Measures that are no numbers of the accounts in the first place. */
const ADJUSTED_ITSELF: ReadonlySet<string> = new Set([
  'free_cash_flow',
  'tax_rate',
  'organic_growth',
  'comparable_sales_growth',
  'net_debt',
  'net_leverage',
]);

const GROWTH_METRICS: ReadonlySet<string> = new Set(['organic_growth', 'comparable_sales_growth']);

/** The catalogue's metric: of the company as a whole, by the basis said; null for parts and for what the catalogue has not. */
function metricOf(
  sentence: ReadSentence,
  index: number,
  link: Link,
  reading: Reading,
  given: SentenceContext,
  isAhead: boolean,
): string | null {
  const { mention } = link;
  if (!mention || mention.isPart || mention.measure.metric === null) return null;
  if (given.isPart && !mention.label.match(/\b(?:total|consolidated|company)\b/i)) return null;
  const quantity = sentence.quantities[index] as Quantity;
  const basis = basisOf(sentence, index, link) ?? impliedBasis(mention.measure.metric, given, isAhead);
  remember(given.bases, mention.measure.metric, basis);
  const { metric, adjusted } = mention.measure;
  const stated = statedBy(quantity);
  if (reading.role !== 'CHANGE' && metric === 'gross_margin' && stated === 'MONEY')
    return basis === 'ADJUSTED' ? 'adjusted_gross_profit' : 'gross_profit';
  const isShares = stated === 'PER_SHARE' || (stated === 'MONEY' && isSmallMoney(quantity));
  if (metric === 'net_income' && isShares && reading.role !== 'SHARE')
    return basis === 'ADJUSTED' ? 'adjusted_eps' : mention.isBasicShares ? 'eps_basic' : 'eps_diluted';
  // Earnings without more are what a share earns when a basis per share was told, else the income.
  if (metric === 'eps_diluted' && mention.isBasicShares && basis !== 'ADJUSTED') return 'eps_basic';
  // What has no adjusted twin (revenue, cash flow) is the same on every basis that was merely implied.
  return basis === 'ADJUSTED'
    ? (adjusted ??
        (stated === 'MONEY' && basisOf(sentence, index, link) === null
          ? metric
          : ADJUSTED_ITSELF.has(metric)
            ? metric
            : null))
    : metric;
}

/**
 * Companies guide on the basis that they speak of: earnings per share of an outlook, and EBITDA everywhere, are adjusted ones
 * where the document has told only adjusted ones before.
 */
function impliedBasis(metric: string, { bases, speaksAdjusted }: SentenceContext, isAhead: boolean): Basis | null {
  if (speaksAdjusted) return 'ADJUSTED';
  const isImplying = metric === 'ebitda' || (isAhead && (metric === 'eps_diluted' || metric === 'net_income'));
  const told = isImplying ? bases.get(familyOf(metric)) : undefined;
  return told?.size === 1 && told.has('ADJUSTED') ? 'ADJUSTED' : null;
}

function remember(bases: Map<string, Set<Basis>>, metric: string, basis: Basis | null): void {
  const family = familyOf(metric);
  const told = bases.get(family) ?? new Set();
  // Net income without a basis is the accounts' own.
  if (basis ?? family === 'earnings') told.add(basis ?? 'GAAP');
  bases.set(family, told);
}

const familyOf = (metric: string): string =>
  metric === 'net_income' || metric === 'eps_diluted' ? 'earnings' : metric;

/** The growth that is said of a level in the same sentence: year over year before others, reported before constant currency. */
function growthOf(level: Drafted, all: readonly Drafted[], taken: ReadonlySet<Drafted>): Drafted | null {
  if (level.reading.role !== 'LEVEL' || level.quantity.unit === 'PERCENT' || level.quantity.unit === 'MULTIPLE')
    return null;
  const at = all.indexOf(level);
  const changes = all.filter(
    (one) =>
      one.reading.role === 'CHANGE' &&
      one.quantity.unit === 'PERCENT' &&
      one.quantity.value !== null &&
      !taken.has(one) &&
      one.link.label === level.link.label &&
      one.link.from === level.link.from &&
      ownerOf(one, all, at) === at,
  );
  const rank = (one: Drafted) => (one.isYearly ? 0 : 2) + (one.flavour === 'REPORTED' ? 0 : 1);
  return changes.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** The index of the level that a change belongs to: the one right before it, or the one that it leads up to. */
function ownerOf(change: Drafted, all: readonly Drafted[], candidate: number): number {
  const at = all.indexOf(change);
  const before = all.slice(0, at).findLastIndex((one) => isLevelOf(one, change));
  if (before >= 0) return before;
  const after = all.findIndex((one, i) => i > at && isLevelOf(one, change));
  return after >= 0 ? after : candidate === at ? -1 : -2;
}

const isLevelOf = (one: Drafted, change: Drafted): boolean =>
  one.reading.role === 'LEVEL' &&
  one.quantity.unit !== 'PERCENT' &&
  one.link.from === change.link.from &&
  one.link.label === change.link.label;

function toFigure(
  sentence: ReadSentence,
  one: Drafted,
  change: Drafted | null,
  given: SentenceContext,
): Asserted | null {
  const { quantity, reading, link, time, outlook } = one;
  const signed = (value: DecimalText | null) =>
    value === null
      ? null
      : one.reading.direction < 0 && reading.role === 'CHANGE'
        ? negated(value)
        : isLossOf(one)
          ? negated(value)
          : value;
  const isGrowthMetric =
    one.metric !== null && GROWTH_METRICS.has(one.metric) && reading.role === 'CHANGE' && quantity.unit === 'PERCENT';
  const isGrowth = reading.role === 'CHANGE' && quantity.unit === 'PERCENT' && !isGrowthMetric;
  const kind = kindOf(one, isGrowthMetric);
  if (kind === null) return null;
  const [low, high] =
    reading.role === 'CHANGE' && reading.direction < 0
      ? [signed(quantity.high), signed(quantity.low)]
      : isLossOf(one)
        ? [signed(quantity.high), signed(quantity.low)]
        : [quantity.low, quantity.high];
  const unit = unitOf(sentence, quantity, one.metric, link, given.currency);
  const isGuidance = (outlook === 'COMPANY' || isGivenOutlook(sentence, quantity)) && kind !== 'FORECAST';
  const place = spanOf(sentence, one, change);
  return {
    ...place,
    kind,
    metric: one.metric,
    label: link.label,
    period: printIfKnown(time.period),
    comparedTo: printIfKnown(change ? change.comparedTo : one.comparedTo),
    value: isGrowth ? null : signed(quantity.value),
    low,
    high,
    unit: unit.unit,
    currency: unit.currency,
    changePercent: isGrowth ? signed(quantity.value) : change ? signedChange(change) : null,
    qualifier: quantity.qualifier,
    guidance: isGuidance,
    confidence: confidenceOf(one, given),
  };
}

function kindOf({ quantity, reading, outlook, link }: Drafted, isGrowthMetric: boolean): FigureKind | null {
  if (reading.role === 'DISTANCE') return null;
  if (outlook === 'OTHERS' || outlook === 'PREDICTION')
    return reading.role === 'CHANGE' && !isGrowthMetric ? 'CHANGE' : 'FORECAST';
  if (reading.role === 'SHARE') return 'SHARE';
  // "equipment was down 11" beside a measure in money has lost its percent sign or its millions: nobody can tell.
  if (
    reading.role === 'CHANGE' &&
    quantity.unit === 'PLAIN' &&
    !quantity.hasScale &&
    !link.mention?.measure.states.includes('COUNT')
  )
    return null;
  if (reading.role === 'CHANGE') return isGrowthMetric ? 'LEVEL' : 'CHANGE';
  // A percentage of something that is no rate measures nothing that we could name.
  if (quantity.unit === 'PERCENT' && !(link.mention?.measure.states.includes('PERCENT') ?? false)) return null;
  return (quantity.unit === 'PLAIN' || quantity.unit === 'MULTIPLE') && link.mention === null ? null : 'LEVEL';
}

function isLossOf({ link, quantity, reading }: Drafted): boolean {
  if (reading.role === 'CHANGE' || reading.role === 'SHARE' || !link.mention?.measure.isLoss) return false;
  return !(quantity.value ?? quantity.low ?? '').startsWith('-');
}

function signedChange({ quantity, reading }: Drafted): DecimalText | null {
  const value = quantity.value;
  return value !== null && reading.direction < 0 ? negated(value) : value;
}

function negated(value: DecimalText): DecimalText {
  return subtractDecimals('0', value);
}

/** From the first to the last word that the figure rests on: measure, number, period and growth. */
function spanOf(sentence: ReadSentence, one: Drafted, change: Drafted | null): { start: number; end: number } {
  const { tokens } = sentence;
  const parts = [one, ...(change ? [change] : [])];
  const places = parts.map(({ quantity, reading, time }) => {
    const place = placeOf(sentence, quantity);
    const from = Math.min(place.start, tokens[reading.from]?.start ?? place.start);
    const to = Math.max(place.end, tokens[reading.to - 1]?.end ?? 0);
    const near = time.mention && time.mention.start >= from && time.mention.start - to < 30 ? time.mention.end : to;
    return { start: from, end: Math.max(to, near) };
  });
  const last = parts.at(-1) as Drafted;
  const named = one.link.isCarried
    ? []
    : [{ start: tokens[one.link.from]?.start ?? 0, end: tokens[one.link.to - 1]?.end ?? 0 }];
  const base = sentence.periods.find(
    (mention) =>
      last.reading.role === 'CHANGE' &&
      mention.start >= (places.at(-1)?.end ?? 0) &&
      /^\s*(?:from|over|versus|vs\.?|compared\s+(?:to|with))?\s*(?:the\s+)?$/.test(
        sentence.words.slice((places.at(-1)?.end ?? 0) - sentence.start, mention.start - sentence.start),
      ),
  );
  const all = [...places, ...named, ...(base ? [base] : [])];
  return { start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) };
}

function confidenceOf({ link, time, metric, reading, quantity }: Drafted, { role, context }: SentenceContext): number {
  let confidence = Math.min(link.confidence, time.confidence);
  if (metric === null) confidence = Math.min(confidence, 0.75);
  if (reading.role === 'BASE') confidence = Math.min(confidence, 0.75);
  if (quantity.unit === 'PLAIN' || quantity.isSpoken) confidence = Math.min(confidence, 0.85);
  if (role === 'ANALYST') confidence = Math.min(confidence, 0.7);
  if (!context.anchor && time.period === null) confidence = Math.min(confidence, 0.85);
  return Math.round(confidence * 100) / 100;
}
