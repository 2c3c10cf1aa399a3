import type { Period } from '../../../domain/fiscal/period';
import { isSamePeriod, shiftPeriod, yearAgo } from '../../../domain/fiscal/period-arithmetic';
import type { PeriodMention } from '../occasion/period-mention';
import { resolvePeriod } from '../occasion/resolve-period';
import type { Link } from './link';
import type { Quantity } from './quantity';
import type { ReadSentence } from './sentence';

export interface FigurePeriod {
  readonly period: Period | null;
  /** The mention that told, where it stands beside the number or its measure; null: context or convention did. */
  readonly mention: PeriodMention | null;
  readonly confidence: number;
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

const COMPARING =
  /(?:\b(?:versus|vs\.?|compar\w+\s+(?:to|with)|relative\s+to|against|over|above|below|ahead\s+of|than|since|from|ago|in\s+line\s+with)\s+(?:(?:the|our|reported|actual|strong|record|in|for|during|that\s+of)\s+){0,3}|\b(?:compare[ds]|versus)\b[^;]{0,60}\b(?:in|for|of|during)\s+(?:the\s+)?)$/i;

/** Whether a mention is what something is compared with, not when it was. */
export function isComparison({ words, start }: ReadSentence, mention: PeriodMention): boolean {
  const before = words.slice(Math.max(0, mention.start - start - 90), mention.start - start);
  return mention.yearShift === -1 && mention.quarter === null && mention.unit === 'QUARTER'
    ? true
    : COMPARING.test(before);
}

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
  const isBase = sentence.readings[index]?.role === 'BASE';
  // "$80 million per year" is a pace; it covers no period.
  if (isPace(sentence, quantity)) return { period: null, mention: null, confidence: 0.6 };
  const told = isBase ? baseMention(sentence, index) : ownMention(sentence, index, link);
  if (told) {
    const aligned = isBase ? alignedBase(told.mention, context.main ?? context.anchor) : null;
    if (aligned) return { period: aligned, mention: told.mention, confidence: 0.8 };
    const anchor =
      isOutlook && told.mention.quarterShift === 0 ? (context.outlook ?? next(context.anchor)) : context.anchor;
    if (anchor !== context.anchor) return { period: anchor, mention: told.mention, confidence: 0.8 };
    if (told.mention.unit === 'DAY') return { period: context.anchor, mention: told.mention, confidence: 0.8 };
    const period = resolvePeriod(told.mention, context.anchor, isOutlook);
    // Nobody gives an outlook on what is over: the period named is another number's.
    if (isOutlook && context.outlook && period && isOver(period, context.anchor))
      return { period: context.outlook, mention: null, confidence: 0.85 };
    return {
      period,
      mention: told.mention,
      confidence: told.confidence,
    };
  }
  if (isBase)
    return {
      period: isForecast || quantity.qualifier === 'RANGE' ? (context.main ?? null) : null,
      mention: null,
      confidence: 0.5,
    };
  if (isOutlook) {
    if (context.outlook) return { period: context.outlook, mention: null, confidence: 0.85 };
    return { period: null, mention: null, confidence: 0.5 };
  }
  // What has no measure belongs to no reporting period unless the words say so.
  const role = sentence.readings[index]?.role;
  if (link && !link.mention && role !== 'SHARE' && role !== 'CHANGE')
    return { period: null, mention: null, confidence: 0.6 };
  if (context.previous && !isSame(context.previous.period, context.anchor))
    return { period: context.previous.period, mention: null, confidence: 0.7 };
  return { period: context.anchor, mention: null, confidence: quantity.unit === 'PLAIN' ? 0.7 : 0.85 };
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

interface Told {
  readonly mention: PeriodMention;
  readonly confidence: number;
}

function ownMention(sentence: ReadSentence, index: number, link: Link | null): Told | null {
  const { tokens, periods, quantities } = sentence;
  const quantity = quantities[index] as Quantity;
  const own = periods.filter(
    (mention) => !isComparison(sentence, mention) && !isDue(sentence, mention) && !isOtherDay(sentence, mention),
  );
  const [start, end] = [tokens[quantity.qualifierFrom]?.start ?? 0, tokens[quantity.to - 1]?.end ?? 0];
  const isFree = (mention: PeriodMention) => !isOfBase(sentence, index, mention);
  const nextQuantity = tokens[quantities[index + 1]?.qualifierFrom ?? tokens.length]?.start ?? Number.POSITIVE_INFINITY;
  const lastQuantity = index > 0 ? (tokens[(quantities[index - 1] as Quantity).to - 1]?.end ?? 0) : 0;
  // "$48.39 billion in revenue for Q4 2024": right after the number or its measure, before the next number.
  const after = own.find((mention) => mention.start >= end && mention.start < nextQuantity);
  const edge = link && link.to > quantity.to ? (tokens[link.to - 1]?.end ?? end) : end;
  const gap = after ? sentence.words.slice(edge - sentence.start, after.start - sentence.start) : '';
  // "$4.2 billion, and in Q4 …": a conjunction leads on to the next number's period.
  if (
    after &&
    isDirect(gap) &&
    !(/[,;]\s*and\s+(?:in|for|during)\b/i.test(gap) && nextQuantity !== Number.POSITIVE_INFINITY)
  )
    return { mention: after, confidence: 0.97 };
  // "our year's EPS would be $2.50, so the fourth quarter is $0.70"
  const leading = own.findLast(
    (mention) =>
      mention.start >= lastQuantity &&
      mention.end <= start &&
      index > 0 &&
      /^\s*(?:(?:is|was|will\s+be|would\s+be|at|,)\s+)+$/i.test(
        sentence.words.slice(mention.end - sentence.start, start - sentence.start),
      ),
  );
  if (leading && isFree(leading)) return { mention: leading, confidence: 0.93 };
  if (link && !link.isCarried) {
    const [from, to] = [tokens[link.from]?.start ?? 0, tokens[link.to - 1]?.end ?? 0];
    // "second quarter revenue", "revenue for the second quarter was"
    const within = own.find((mention) => mention.end > from && mention.start < to);
    if (within) return { mention: within, confidence: 0.97 };
    const beside = own.find(
      (mention) =>
        mention.start >= to &&
        mention.end <= start &&
        isDirect(sentence.words.slice(to - sentence.start, mention.start - sentence.start)),
    );
    if (beside) return { mention: beside, confidence: 0.96 };
  }
  const before = own.filter((mention) => mention.end <= start && isFree(mention));
  const nearest =
    before.findLast((mention) => mention.end > lastQuantity) ??
    before.findLast((mention) => isOpening(sentence, mention)) ??
    before.at(-1);
  if (nearest) return { mention: nearest, confidence: before.length > 1 ? 0.85 : 0.93 };
  const isOpen =
    after &&
    !/[;—]|\b(?:and|but|while)\b.*\b(?:was|were|is|are|expect\w*|anticipate\w*|see|will|continue)\b/.test(
      sentence.words.slice(end - sentence.start, after.start - sentence.start),
    );
  return isOpen ? { mention: after, confidence: 0.85 } : null;
}

/** `from 1 % in 2019, to 11 %`: the year is that of the number before. */
export function isOfBase(
  { words, start, tokens, quantities, readings }: ReadSentence,
  index: number,
  mention: PeriodMention,
): boolean {
  return quantities.slice(0, index).some((quantity, at) => {
    const end = tokens[quantity.to - 1]?.end ?? 0;
    return (
      readings[at]?.role === 'BASE' && mention.start >= end && isDirect(words.slice(end - start, mention.start - start))
    );
  });
}

/** The period of a number that something is compared with: it follows the number, or stands right before it. */
function baseMention({ words, start: origin, tokens, periods, quantities }: ReadSentence, index: number): Told | null {
  const quantity = quantities[index] as Quantity;
  const [start, end] = [tokens[quantity.qualifierFrom]?.start ?? 0, tokens[quantity.to - 1]?.end ?? 0];
  const nextBase = tokens[quantities[index + 1]?.from ?? tokens.length]?.start ?? Number.POSITIVE_INFINITY;
  const after =
    periods.find((mention) => mention.start >= end && mention.start < nextBase) ??
    periods.find((mention) => mention.start >= end);
  // "last year's $352 million", not "in the prior quarter, and $114.1 million".
  const before = periods.find(
    (mention) =>
      mention.end <= start && /^(?:['’]s)?\s*(?:of\s*)?$/.test(words.slice(mention.end - origin, start - origin)),
  );
  const mention = before ?? after;
  return mention ? { mention, confidence: 0.85 } : null;
}

/** Only small words may stand between a number and the period that is said of it. */
function isDirect(words: string): boolean {
  return /^[\s,(]*(?:(?:in|for|during|of|on|a|the|our|at|as|by|through|its|and|per|diluted|share|basis|gaap|non-gaap|adjusted|reported|an|to|fiscal|USD|respectively|U\.S\.|with)[\s,-]*){0,7}$/i.test(
    words,
  );
}

/** `For the full year, …` rules the whole sentence. */
function isOpening({ words, start }: ReadSentence, mention: PeriodMention): boolean {
  return /^\W*(?:(?:and|now|so|but|then|again|turning|looking|finally|overall|also)\W+){0,3}(?:for|in|during|at)?\W*(?:our|the)?\W*$/i.test(
    words.slice(0, mention.start - start),
  );
}

/** A day tells the period of a balance, `as of December 31`; any other day is one on which something happened. */
function isOtherDay({ words, start }: ReadSentence, { unit, start: at }: PeriodMention): boolean {
  return unit === 'DAY' && !/\b(?:as\s+of|at)\s+$/i.test(words.slice(Math.max(0, at - start - 12), at - start));
}

/** Dates of payment, maturity and the like say nothing of what a number covers. */
function isDue({ words, start }: ReadSentence, { unit, start: at }: PeriodMention): boolean {
  if (unit !== 'DAY' && unit !== 'YEAR') return false;
  return /\b(?:payable|paid|due|matur\w+|record|holders?|announced|launched|since|acquired|founded|signed|until|by)\s+(?:on|in|of|as\s+of)?\s*$/i.test(
    words.slice(Math.max(0, at - start - 40), at - start),
  );
}

/** What a change is measured against, where the words after it or the convention tell: the year before, or the quarter before. */
export function comparedTo(
  words: string,
  period: Period | null,
  context: PeriodContext,
  mention: PeriodMention | null,
): Period | null {
  if (!period) return null;
  if (
    /\b(?:sequential(?:ly)?|quarter[\s-]over[\s-]quarter|qoq|q\/q|from\s+(?:the\s+)?(?:last|prior|previous|preceding)\s+quarter(?!\s+of)|(?:prior|last|previous|preceding)\s+quarter)\b/i.test(
      words,
    )
  )
    return period.quarter === null ? null : shiftPeriod(period, -1);
  if (mention) {
    if (
      mention.unit === 'QUARTER' &&
      mention.quarter !== null &&
      mention.year === null &&
      mention.yearShift === null &&
      period.quarter !== null
    ) {
      const year = mention.quarter < period.quarter ? period.year : period.year - 1;
      return { ...period, year, quarter: mention.quarter };
    }
    if (mention.year !== null && mention.unit === 'YEAR' && period.quarter !== null)
      return { ...period, year: mention.year };
    if (mention.yearShift === -1) return yearAgo(period);
    const resolved = resolvePeriod(mention, context.anchor, false);
    if (resolved && resolved.kind === period.kind && !isSamePeriod(resolved, period)) return resolved;
  }
  return yearAgo(period);
}
