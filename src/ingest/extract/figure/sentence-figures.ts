import { type DecimalText, subtractDecimals } from '../../../domain/money/decimal';
import type { FigureKind } from '../../extraction';
import { printIfKnown } from '../occasion/resolve-period';
import { type Drafted, draft } from './draft';
import { growthOf } from './growth';
import { isGivenOutlook } from './outlook-place';
import type { Asserted } from './passage';
import type { Quantity } from './quantity';
import { placeOf, type ReadSentence, type SentenceContext } from './sentence';
import { GROWTH_METRICS, isSmallMoney } from './stating';
import { tellsNothing } from './tells-nothing';
import { unitOf } from './unit';

/** Nouns that call an amount below a thousand a price. */
const PRICED =
  /\b(?:prices?|costs?|rates?|fees?|fares?|wages?|charges?|premiums?|tariffs?|rents?|dividends?|distributions?|payouts?|tickets?|ASPs?|yields?)\b/i;

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
  const kind = tellsNothing(sentence, one, given.role) ? null : kindOf(one, isGrowthMetric);
  if (kind === null) return null;
  const [low, high] =
    reading.role === 'CHANGE' && reading.direction < 0
      ? [signed(quantity.high), signed(quantity.low)]
      : isLossOf(one)
        ? [signed(quantity.high), signed(quantity.low)]
        : [quantity.low, quantity.high];
  const unit = unitOf(sentence, quantity, one.metric, link, given.currency);
  const isGuidance =
    one.former === null && (outlook === 'COMPANY' || isGivenOutlook(sentence, quantity)) && kind !== 'FORECAST';
  const place = spanOf(sentence, one, change);
  return {
    start: place.start,
    end: place.end,
    kind,
    metric: one.metric,
    label: link.label,
    scope: one.scope.scope,
    subject: one.scope.subject,
    period: printIfKnown(time.period),
    comparedTo: printIfKnown(change ? change.comparedTo : isGrowthMetric ? null : one.comparedTo),
    value: isGrowth ? null : signed(quantity.value),
    low,
    high,
    unit: unit.unit,
    currency: unit.currency,
    changePercent: isGrowth ? signed(quantity.value) : change ? signedChange(change) : null,
    qualifier: quantity.qualifier,
    guidance: isGuidance,
    replaces: null,
    rules: {
      measure: link.rule,
      metric: one.metricRule,
      scope: one.scope.rule,
      role: reading.rule,
      growth: change?.reading.rule ?? null,
      period: time.rule,
      outlook: one.former,
    },
  };
}

function kindOf({ quantity, reading, outlook, former, link }: Drafted, isGrowthMetric: boolean): FigureKind | null {
  if (reading.role === 'DISTANCE') return null;
  if (outlook === 'OTHERS' || outlook === 'PREDICTION' || former !== null)
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
  if ((quantity.unit === 'PLAIN' || quantity.unit === 'MULTIPLE') && link.mention === null) return null;
  // "Thousands of $12-an-hour workers": small money of no measure is a figure only where it is called a price.
  if (isSmallMoney(quantity) && !quantity.isPerShare && link.mention === null && !PRICED.test(link.label)) return null;
  // "in 41 countries", "12 locations": what is counted without a metric has to be many to say something of the business.
  return isFew(quantity) && link.mention?.measure.metric === null ? null : 'LEVEL';
}

function isFew({ unit, hasScale, value }: Quantity): boolean {
  return unit === 'PLAIN' && !hasScale && value !== null && Math.abs(Number(value)) < 100;
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
