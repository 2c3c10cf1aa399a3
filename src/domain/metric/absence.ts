import type { SpanClass } from '../fiscal/calendar';
import { dayNumber } from '../fiscal/day';
import type { FactBook } from './fact-book';
import type { FiledFact } from './filed-fact';
import { conceptsOf, type MetricDefinition, type MetricKind } from './metric-definition';
import type { MetricSpan } from './metric-span';
import { CUMULATIVE, printSpan } from './reading';

const NOT_ADDITIVE: Readonly<Partial<Record<MetricKind, string>>> = {
  'per-share': 'a number per share',
  average: 'an average',
  ratio: 'a ratio',
};

/** Why there is no value, for people who expected one. */
export function explainAbsence<F extends FiledFact>(
  book: FactBook<F>,
  metric: MetricDefinition,
  span: MetricSpan,
  basis: string | null,
): string {
  const period = span.fiscalQuarter === null ? `FY${span.fiscalYear}` : `Q${span.fiscalQuarter} ${span.fiscalYear}`;
  const known = book.asOf === null ? '' : ` as of ${book.asOf}`;
  if (metric.tiers.length === 0 && !metric.difference) return `${metric.label} is not part of the filed accounts`;
  const missing = `no periodic report gives ${metric.label} for ${period}${known}${basis ? ` by ${basis}` : ''}`;
  const pair = CUMULATIVE[span.fiscalQuarter ?? 0];
  if (!pair || metric.kind === 'instant') return missing;
  const reason = NOT_ADDITIVE[metric.kind];
  if (reason) return `${missing}, and ${reason} cannot be derived by subtraction`;
  return `${missing}, and ${explainPair(book, metric, span, pair)}`;
}

function explainPair<F extends FiledFact>(
  book: FactBook<F>,
  metric: MetricDefinition,
  span: MetricSpan,
  [whole, part]: readonly [SpanClass, SpanClass],
): string {
  const wholes = conceptsFiled(book, metric, whole, dayNumber(span.endDate));
  const parts = conceptsFiled(book, metric, part, dayNumber(span.startDate) - 1);
  const [wholeName, partName] = [printSpan(whole, span), printSpan(part, span)];
  if (wholes.length === 0) return `${wholeName} is not filed either`;
  if (parts.length === 0) return `${wholeName} is filed as ${wholes.join(', ')} but ${partName} is not filed`;
  return `${wholeName} is filed as ${wholes.join(', ')} but ${partName} as ${parts.join(', ')}: only spans of one concept that begin on one day can be subtracted`;
}

function conceptsFiled<F extends FiledFact>(book: FactBook<F>, metric: MetricDefinition, span: SpanClass, end: number) {
  return conceptsOf(metric).filter((concept) =>
    book.units(concept).some((unit) => book.linesEnding(concept, unit, span, end).length > 0),
  );
}
