import type { Client } from 'pg';
import { ImportError } from '../fault';
import type { NativeFacts } from '../formats/native-file';
import type { FiledFactRow } from '../neutral-document';
import { mergeFacts } from './fact';
import type { NameBook } from './name-book';

/** Writes the filed numbers of a NATIVE file, which states its quarters itself. Returns how many rows were written. */
export async function persistNativeFacts(client: Client, facts: NativeFacts, names: NameBook): Promise<number> {
  const { created, updated } = await mergeFacts(client, await names.company(facts.company), rowsOf(facts));
  return created + updated;
}

function rowsOf({ filings, series }: NativeFacts): FiledFactRow[] {
  const byAccession = new Map(filings.map((filing) => [filing[0], filing]));
  return series.flatMap(({ taxonomy, concept, unit, rows }, s) =>
    rows.map(([periodStart, periodEnd, value, accession, frame = null], r) => {
      const filing = byAccession.get(accession);
      if (!filing)
        throw new ImportError([
          { path: `facts.series[${s}].rows[${r}]`, message: `names the filing ${accession}, which is not listed` },
        ]);
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
        dimensions: [],
      };
    }),
  );
}
