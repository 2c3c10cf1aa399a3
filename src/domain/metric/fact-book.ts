import { type SpanClass, spanClassOf } from '../fiscal/calendar';
import { dayNumber } from '../fiscal/day';
import { compareFilings, conceptKeyOf, type FiledFact, identityOf, isOfWhole, isPeriodicForm } from './filed-fact';

/** All filings of one number known by a day, oldest first: at least one. */
export interface Line<F> {
  readonly span: SpanClass | null;
  /** Days since 1970; null start: an instant. */
  readonly start: number | null;
  readonly end: number;
  readonly filings: readonly F[];
}

/**
 * How far a filed period may stand off the stored quarter. 52/53-week years end on a weekday near the nominal day, so the
 * two can differ by a week where a quarter was entered from the nominal one; neighbouring periods are 80 days away.
 */
const TOLERANCE_DAYS = 7;

/**
 * One company's filed numbers by concept and unit, ready for many questions. Only periodic forms count, and only numbers of
 * the whole company: a segment's revenue must never answer for the company's.
 */
export class FactBook<F extends FiledFact> {
  readonly #lines: ReadonlyMap<string, ReadonlyMap<string, readonly Line<F>[]>>;

  /** `asOf`: only what was filed by the end of that day. */
  constructor(
    facts: readonly F[],
    readonly asOf: string | null = null,
  ) {
    const counts = (fact: F) => isOfWhole(fact) && isPeriodicForm(fact.form) && (asOf === null || fact.filedAt <= asOf);
    this.#lines = arrange(facts.filter(counts));
  }

  /** Units in which a concept was filed. */
  units(concept: string): string[] {
    return [...(this.#lines.get(concept)?.keys() ?? [])];
  }

  /** Every period of a concept that is of the class and ends near that day, nearest first. */
  linesEnding(concept: string, unit: string, span: SpanClass | 'instant', end: number): Line<F>[] {
    const lines = this.#lines.get(concept)?.get(unit) ?? [];
    return lines
      .filter((line) => (span === 'instant' ? line.start === null : line.span === span))
      .filter((line) => Math.abs(line.end - end) <= TOLERANCE_DAYS)
      .sort((a, b) => Math.abs(a.end - end) - Math.abs(b.end - end));
  }

  /** The period itself, from first to last day; for an instant, leave out `start`. */
  line(concept: string, unit: string, span: SpanClass | 'instant', end: number, start?: number): Line<F> | undefined {
    return this.linesEnding(concept, unit, span, end).find(
      (line) => start === undefined || (line.start !== null && Math.abs(line.start - start) <= TOLERANCE_DAYS),
    );
  }
}

function arrange<F extends FiledFact>(facts: readonly F[]): Map<string, Map<string, Line<F>[]>> {
  const filings = new Map<string, F[]>();
  const book = new Map<string, Map<string, Line<F>[]>>();
  for (const fact of [...facts].sort(compareFilings)) {
    const key = identityOf(fact);
    const known = filings.get(key);
    if (known) {
      known.push(fact);
      continue;
    }
    const filed = [fact];
    const line = openLine(fact, filed);
    filings.set(key, filed);
    const concept = conceptKeyOf(fact);
    const units = book.get(concept) ?? new Map<string, Line<F>[]>();
    const lines = units.get(fact.unit) ?? [];
    lines.push(line);
    book.set(concept, units.set(fact.unit, lines));
  }
  return book;
}

function openLine<F extends FiledFact>(fact: F, filings: readonly F[]): Line<F> {
  return {
    span: fact.periodStart === null ? null : spanClassOf(fact.periodStart, fact.periodEnd),
    start: fact.periodStart === null ? null : dayNumber(fact.periodStart),
    end: dayNumber(fact.periodEnd),
    filings,
  };
}
