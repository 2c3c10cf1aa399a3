import { entityOf } from './fact-row';
import type { InlineReport, MarkedFact } from './inline-reader';

/** What a report says of itself in the dei taxonomy (Document and Entity Information). Null is unknown. */
export interface CoverPage {
  readonly companyName: string | null;
  readonly cik: string | null;
  readonly symbol: string | null;
  /** `10-K`, `10-Q/A`. */
  readonly form: string | null;
  readonly fiscalYear: number | null;
  /** FY, Q1 to Q4, or as the report has it. */
  readonly fiscalPeriod: string | null;
  /** The last day that the report is about. */
  readonly periodEnd: string | null;
}

/** Continuations lead from one to the next; a circle of them must end. */
const MOST_CONTINUATIONS = 1_000;

/** Reads the cover page. `type` is the document's type in its submission, for reports that leave the form out. */
export function readCoverPage(report: InlineReport, type: string | null): CoverPage {
  const fact = (concept: string) => findFact(report, concept);
  const read = (concept: string) => {
    const found = fact(concept);
    return found ? textOf(report, found) : null;
  };
  const about = report.contexts.get(fact('DocumentType')?.contextRef ?? '');
  const cik = (read('EntityCentralIndexKey') ?? (about ? entityOf(about) : '')).replace(/^0+/, '');
  const year = /^(19|20)\d{2}$/.exec(read('DocumentFiscalYearFocus') ?? '')?.[0];
  const symbol = (read('TradingSymbol') ?? '').toUpperCase();
  return {
    companyName: read('EntityRegistrantName'),
    cik: /^\d{1,10}$/.test(cik) ? cik : null,
    symbol: /^[A-Z][A-Z0-9.-]{0,9}$/.test(symbol) && !/^(NONE|N-?A)$/.test(symbol) ? symbol : null,
    form: read('DocumentType') ?? type,
    fiscalYear: year ? Number(year) : null,
    fiscalPeriod: read('DocumentFiscalPeriodFocus'),
    periodEnd: about?.end ?? null,
  };
}

/** The one that is of the whole company; symbols of one class of shares among several stand in contexts of their own. */
function findFact(report: InlineReport, concept: string): MarkedFact | undefined {
  const found = report.facts.filter(
    ({ name, isNil }) =>
      !isNil && name.endsWith(`:${concept}`) && report.namespaces.conceptOf(name)?.taxonomy === 'dei',
  );
  return found.find(({ contextRef }) => report.contexts.get(contextRef)?.dimensions.length === 0) ?? found[0];
}

function textOf(report: InlineReport, fact: MarkedFact): string | null {
  let text = fact.text;
  let next = fact.continuedAt;
  for (let i = 0; next !== null && i < MOST_CONTINUATIONS; i += 1) {
    const continuation = report.continuations.get(next);
    text += ` ${continuation?.text ?? ''}`;
    next = continuation?.continuedAt ?? null;
  }
  const words = text.replace(/[\s\u00a0]+/g, ' ').trim();
  return words === '' ? null : words;
}
