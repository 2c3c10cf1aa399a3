import type { DecimalText } from '../money/decimal';

/** A metric's value for a span, or why there is none. */
export interface Measurement<F> {
  /** Null when NOT_DERIVABLE. */
  readonly value: DecimalText | null;
  readonly derivation: 'REPORTED' | 'DERIVED' | 'NOT_DERIVABLE';
  /** Null when REPORTED; how it was reckoned when DERIVED; the reason when NOT_DERIVABLE. */
  readonly formula: string | null;
  /** The filed numbers that it rests on. */
  readonly evidence: readonly F[];
  /** `taxonomy:Concept`; null for differences of metrics and where there is no value. */
  readonly concept: string | null;
  readonly unit: string;
  readonly currency: string | null;
  readonly basis: 'GAAP' | 'NON_GAAP' | 'IFRS' | 'KPI';
}
