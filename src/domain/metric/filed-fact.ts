/** A number as one filing gives it; the columns of a fact row that the rules need. Days are YYYY-MM-DD, values decimal text. */
export interface FiledFact {
  readonly taxonomy: string;
  readonly concept: string;
  readonly unit: string;
  readonly value: string;
  /** Null: an instant, such as a balance-sheet figure. */
  readonly periodStart: string | null;
  readonly periodEnd: string;
  readonly form: string;
  readonly accession: string;
  readonly filedAt: string;
  /** XBRL dimensions, `axis=member`, sorted: the number is of a part of the company. Left out or empty: of the whole. */
  readonly dimensions?: readonly string[];
}

/**
 * Reports that a company files every quarter, half-year or year, and their amendments. Proxy statements (DEF 14A) and
 * current reports (8-K) repeat or recast old numbers, often under a later filing day, and never set the current value.
 */
const PERIODIC_FORM = /^(10-KT?|10-K405|10-QT?|20-F|40-F|6-K)(\/A)?$/;

export function isPeriodicForm(form: string): boolean {
  return PERIODIC_FORM.test(form);
}

/** What is measured, in the notation of Metric.concepts: `us-gaap:Revenues`. */
export function conceptKeyOf(fact: FiledFact): string {
  return `${fact.taxonomy}:${fact.concept}`;
}

/** The number that several filings may give: never `fy`/`fp`, which describe the filing. */
export function identityOf(fact: FiledFact): string {
  const whole = `${conceptKeyOf(fact)}|${fact.unit}|${fact.periodStart ?? ''}|${fact.periodEnd}`;
  return isOfWhole(fact) ? whole : `${whole}|${fact.dimensions?.join('|')}`;
}

/** Whether it is of the company as a whole, not of a segment, a region, a product or another part of it. */
export function isOfWhole(fact: FiledFact): boolean {
  return !fact.dimensions?.length;
}

/** Order of filing. Accession numbers settle two filings of one day: a filer counts them upwards. */
export function compareFilings(a: FiledFact, b: FiledFact): number {
  return compareText(a.filedAt, b.filedAt) || compareText(a.accession, b.accession);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
