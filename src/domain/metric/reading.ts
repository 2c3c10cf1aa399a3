import type { SpanClass } from '../fiscal/calendar';
import { dayNumber } from '../fiscal/day';
import type { DecimalText } from '../money/decimal';
import { printDecimal } from '../money/decimal';
import { subtractPart } from './difference';
import type { FactBook } from './fact-book';
import type { FiledFact } from './filed-fact';
import type { MetricKind } from './metric-definition';
import type { MetricSpan } from './metric-span';

/** What one concept in one unit says about a span. */
export interface Reading<F> {
  readonly concept: string;
  readonly unit: string;
  readonly value: DecimalText;
  readonly formula: string | null;
  readonly evidence: readonly F[];
}

/** The spans from the year's first day whose difference is the quarter. The first quarter has no such pair. */
export const CUMULATIVE: Readonly<Record<number, readonly [whole: SpanClass, part: SpanClass]>> = {
  2: ['6M', '3M'],
  3: ['9M', '6M'],
  4: ['FY', '9M'],
};

/** The filed value, or for flows the difference of two filed ones, or null. */
export function readConcept<F extends FiledFact>(
  book: FactBook<F>,
  concept: string,
  unit: string,
  kind: MetricKind,
  span: MetricSpan,
): Reading<F> | null {
  const [start, end] = [dayNumber(span.startDate), dayNumber(span.endDate)];
  const line =
    kind === 'instant'
      ? book.line(concept, unit, 'instant', end)
      : book.line(concept, unit, span.fiscalQuarter === null ? 'FY' : '3M', end, start);
  const fact = line?.filings.at(-1);
  if (fact) return { concept, unit, value: printDecimal(fact.value), formula: null, evidence: [fact] };
  return kind === 'flow' ? subtractCumulative(book, concept, unit, span) : null;
}

/** Quarterly reports give cash flows, and annual reports everything, from the year's first day only. */
function subtractCumulative<F extends FiledFact>(
  book: FactBook<F>,
  concept: string,
  unit: string,
  span: MetricSpan,
): Reading<F> | null {
  const pair = CUMULATIVE[span.fiscalQuarter ?? 0];
  if (!pair) return null;
  const before = dayNumber(span.startDate) - 1;
  for (const whole of book.linesEnding(concept, unit, pair[0], dayNumber(span.endDate))) {
    // The same first day to the day: spans of another year's reckoning must not be mixed.
    const part = book.linesEnding(concept, unit, pair[1], before).find((line) => line.start === whole.start);
    const difference = part && subtractPart(whole, part);
    if (!difference) continue;
    const { value, minuend, subtrahend, isRestatedSince } = difference;
    const formula = `${printSpan(pair[0], span)} − ${printSpan(pair[1], span)}`;
    const remark = `, as filed by ${minuend.filedAt}; ${printSpan(pair[0], span)} alone was restated later`;
    return {
      concept,
      unit,
      value,
      formula: isRestatedSince ? formula + remark : formula,
      evidence: [minuend, subtrahend],
    };
  }
  return null;
}

/** FY2024 or 9M2024. */
export function printSpan(spanClass: SpanClass, span: MetricSpan): string {
  return `${spanClass}${span.fiscalYear}`;
}
