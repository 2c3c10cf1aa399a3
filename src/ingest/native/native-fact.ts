import { ImportError } from '../fault';
import type { FiledFactRow } from '../neutral-document';
import type { NativeFacts } from './schema';

/** The rows of a table of facts, each with its filing. */
export function factRowsOf({ filings, series }: NativeFacts, path: string): FiledFactRow[] {
  const byAccession = new Map(filings.map((filing) => [filing[0], filing]));
  return series.flatMap(({ taxonomy, concept, unit, dimensions = [], rows }, s) => {
    const sorted = [...dimensions].sort();
    return rows.map(([periodStart, periodEnd, value, accession, frame = null], r) => {
      const filing = byAccession.get(accession);
      if (!filing) {
        const message = `names the filing ${accession}, which is not listed`;
        throw new ImportError([{ path: `${path}.series[${s}].rows[${r}]`, message }]);
      }
      const [, form, filedAt, filingFiscalYear = null, filingFiscalPeriod = null] = filing;
      return {
        taxonomy,
        concept,
        unit,
        value: String(value),
        periodStart,
        periodEnd,
        form,
        accession,
        filedAt,
        frame,
        filingFiscalYear,
        filingFiscalPeriod,
        dimensions: sorted,
      };
    });
  });
}
