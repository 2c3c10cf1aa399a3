import type { FaultList } from '../../fault';
import type { FiledFactRow, ParseWarning } from '../../neutral-document';
import type { Context } from './context';
import type { InlineReport, MarkedFact } from './inline-reader';
import { scaleNumber, transformNumber } from './transform';

/** What a report says of itself: the filing that its facts belong to. */
export interface ReportFiling {
  readonly form: string;
  readonly accession: string;
  readonly filedAt: string;
  /** The company's CIK as contexts write it, without leading zeros. */
  readonly entity: string;
  readonly fiscalYear: number | null;
  readonly fiscalPeriod: string | null;
}

const MOST_FAULTS = 100;

/**
 * The numbers of a report as filed numbers, in the report's order; a number given twice comes twice. A number that cannot be
 * read is a fault; one that says that it has no value is left out, as are those that a warning tells of.
 */
export function factRows(
  report: InlineReport,
  filing: ReportFiling,
  faults: FaultList,
): { readonly rows: FiledFactRow[]; readonly warnings: ParseWarning[] } {
  const rows: FiledFactRow[] = [];
  const left = new LeftOut();
  for (const fact of report.facts) {
    if (fact.kind === 'text' || fact.isNil) continue;
    if (faults.faults.length >= MOST_FAULTS) break;
    const row = factRow(fact, report, filing, left);
    if (typeof row === 'string') faults.add(`#${fact.id ?? ''} ${fact.name.slice(0, 100)}`, row);
    else if (row) rows.push(row);
  }
  return { rows, warnings: left.warnings() };
}

/** The row, what is wrong with it, or null where it is left out. */
function factRow(
  fact: MarkedFact,
  report: InlineReport,
  filing: ReportFiling,
  left: LeftOut,
): FiledFactRow | string | null {
  if (fact.kind === 'fraction') return left.out('ix:fraction: fractions are not read');
  const concept = report.namespaces.conceptOf(fact.name);
  const context = report.contexts.get(fact.contextRef);
  const unit = report.units.get(fact.unitRef ?? '');
  if (!concept) return 'names no concept';
  if (!context) return `refers to the context ${quote(fact.contextRef)}, which is not there`;
  if (!unit) return `refers to the unit ${quote(fact.unitRef ?? '')}, which is not there`;
  if (context.end === null) return left.out('a number for all time has no period');
  if (entityOf(context) !== filing.entity) return left.out(`a number of another company (CIK ${entityOf(context)})`);
  const made = transformNumber(fact.format, fact.text.trim());
  if ('unknown' in made) return left.out(`the transformation ${fact.format} is not known`);
  if ('empty' in made) return null;
  if ('wrong' in made) return `${quote(fact.text)} is no number as ${fact.format ?? 'a plain number'}`;
  const value = scaleNumber(made.number, fact.scale, fact.sign);
  if (value === null)
    return `${quote(fact.text)} with scale ${quote(fact.scale ?? '')} and sign ${quote(fact.sign ?? '')} is no number`;
  return {
    ...concept,
    unit,
    value,
    periodStart: context.start,
    periodEnd: context.end,
    dimensions: context.dimensions,
    form: filing.form,
    accession: filing.accession,
    filedAt: filing.filedAt,
    frame: null,
    filingFiscalYear: filing.fiscalYear,
    filingFiscalPeriod: filing.fiscalPeriod,
    decimals: readDecimals(fact.decimals),
  };
}

export const entityOf = (context: Context): string => context.entity.replace(/^0+/, '');

/** INF, and nothing at all, leave the number as it is: exact. */
function readDecimals(text: string | null): number | null {
  return text !== null && /^-?\d{1,3}$/.test(text.trim()) ? Number(text) : null;
}

const quote = (text: string): string => JSON.stringify(text.slice(0, 60));

/** Counts what is left out by reason, so that a thousand numbers make one warning. */
class LeftOut {
  readonly #counts = new Map<string, number>();

  out(reason: string): null {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
    return null;
  }

  warnings(): ParseWarning[] {
    return [...this.#counts]
      .slice(0, MOST_FAULTS)
      .map(([reason, count]) => ({ code: 'FACTS_LEFT_OUT', message: `${count} left out: ${reason}.` }));
  }
}
