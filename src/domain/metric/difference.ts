import { type DecimalText, subtractDecimals } from '../money/decimal';
import type { Line } from './fact-book';
import type { FiledFact } from './filed-fact';

export interface Difference<F> {
  readonly value: DecimalText;
  readonly minuend: F;
  readonly subtrahend: F;
  /** The whole was filed again with another value, but the part was not: the difference is the one before. */
  readonly isRestatedSince: boolean;
}

/**
 * The whole minus its part, both from one state of the books. The plain difference of the two latest filings would be wrong
 * where only one was restated: annual reports restate years but not the nine months in them, so the restatement of a whole
 * year would land in its last quarter. A pair counts when the part is the latest filed by the day of the whole, and no
 * restatement of the whole lies between; the latest such pair wins. Null when the whole was never filed after the part.
 */
export function subtractPart<F extends FiledFact>(whole: Line<F>, part: Line<F>): Difference<F> | null {
  for (const minuend of [...whole.filings].reverse()) {
    const subtrahend = part.filings.findLast((filing) => filing.filedAt <= minuend.filedAt);
    if (!subtrahend) return null;
    const contemporary = whole.filings.find((filing) => filing.filedAt >= subtrahend.filedAt);
    if (contemporary?.value === minuend.value) {
      const isRestatedSince = whole.filings.at(-1)?.value !== minuend.value;
      return { value: subtractDecimals(minuend.value, subtrahend.value), minuend, subtrahend, isRestatedSince };
    }
  }
  return null;
}
