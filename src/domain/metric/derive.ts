import { metricNamed } from '../metric-catalogue';
import { compareDecimals, percentChange, subtractDecimals } from '../money/decimal';
import { explainAbsence } from './absence';
import type { FactBook } from './fact-book';
import type { FiledFact } from './filed-fact';
import type { Measurement } from './measurement';
import type { MetricDefinition } from './metric-definition';
import type { MetricSpan } from './metric-span';
import { type Reading, readConcept } from './reading';
import { currencyOf, matchUnits } from './unit';

export interface DeriveOptions {
  /** ISO 4217; decides where a company files in several currencies. */
  readonly reportingCurrency?: string | null;
  /** Only numbers counted by these rules. */
  readonly basis?: Measurement<unknown>['basis'] | null;
}

/**
 * A metric's value from what one company filed: as filed, else by subtraction, else not at all with the reason. The book
 * carries the day as of which this holds. The same question on the same book always has the same answer.
 */
export function deriveMetric<F extends FiledFact>(
  book: FactBook<F>,
  metric: MetricDefinition,
  span: MetricSpan,
  options: DeriveOptions = {},
): Measurement<F> {
  for (const tier of metric.tiers) {
    const readings = tier
      .filter((concept) => !options.basis || basisOf(metric, concept) === options.basis)
      .flatMap((concept) => readUnits(book, metric, concept, span, options) ?? []);
    const total = pickTotal(readings);
    if (total) return measured(metric, total);
  }
  const difference = subtractMetrics(book, metric, span, options);
  if (typeof difference === 'object') return difference;
  return {
    value: null,
    derivation: 'NOT_DERIVABLE',
    formula: difference ?? explainAbsence(book, metric, span, options.basis ?? null),
    evidence: [],
    concept: null,
    unit: metric.unit,
    currency: currencyOf(metric.unit),
    basis: metric.basis,
  };
}

function readUnits<F extends FiledFact>(
  book: FactBook<F>,
  metric: MetricDefinition,
  concept: string,
  span: MetricSpan,
  options: DeriveOptions,
): Reading<F> | null {
  for (const unit of matchUnits(metric.unit, book.units(concept), options.reportingCurrency ?? null)) {
    const reading = readConcept(book, concept, unit, metric.kind, span);
    if (reading) return reading;
  }
  return null;
}

/** The first reported one, else the first, unless another is larger by more than a percent and so is the real total. */
function pickTotal<F>(readings: readonly Reading<F>[]): Reading<F> | undefined {
  const first = readings.find((reading) => reading.formula === null) ?? readings[0];
  return readings.reduce((best, reading) => {
    if (!best || reading.unit !== best.unit) return best;
    const lead = percentChange(best.value, reading.value);
    return lead !== null && compareDecimals(lead, '1') > 0 ? reading : best;
  }, first);
}

function measured<F>(metric: MetricDefinition, reading: Reading<F>): Measurement<F> {
  return {
    value: reading.value,
    formula: reading.formula,
    evidence: reading.evidence,
    concept: reading.concept,
    unit: reading.unit,
    derivation: reading.formula === null ? 'REPORTED' : 'DERIVED',
    currency: currencyOf(reading.unit),
    basis: basisOf(metric, reading.concept),
  };
}

/** The measurement, the reason why a part is missing, or undefined where the metric is no difference of others. */
function subtractMetrics<F extends FiledFact>(
  book: FactBook<F>,
  metric: MetricDefinition,
  span: MetricSpan,
  options: DeriveOptions,
): Measurement<F> | string | undefined {
  const [of, less] = [metricNamed(metric.difference?.of ?? ''), metricNamed(metric.difference?.less ?? '')];
  if (!of || !less) return undefined;
  const ownRules = metric.basis === 'NON_GAAP';
  if (ownRules && options.basis && options.basis !== 'NON_GAAP') return undefined;
  const partOptions = ownRules ? { ...options, basis: null } : options;
  const [whole, part] = [deriveMetric(book, of, span, partOptions), deriveMetric(book, less, span, partOptions)];
  const missing = [whole, part].find((measurement) => measurement.value === null);
  if (whole.value === null || part.value === null) return `${of.name} − ${less.name}: ${missing?.formula}`;
  if (whole.unit !== part.unit) return `${of.name} is filed in ${whole.unit}, ${less.name} in ${part.unit}`;
  return {
    value: subtractDecimals(whole.value, part.value),
    derivation: 'DERIVED',
    formula: `${named(of, whole)} − ${named(less, part)}`,
    evidence: [...whole.evidence, ...part.evidence],
    concept: null,
    unit: whole.unit,
    currency: whole.currency,
    basis: ownRules ? metric.basis : whole.basis,
  };
}

function named(metric: MetricDefinition, measurement: Measurement<unknown>): string {
  return measurement.formula === null ? metric.name : `${metric.name} (${measurement.formula})`;
}

function basisOf(metric: MetricDefinition, concept: string): Measurement<unknown>['basis'] {
  return concept.startsWith('ifrs-full:') ? 'IFRS' : metric.basis;
}
