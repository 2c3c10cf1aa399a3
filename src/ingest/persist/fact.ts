import type { Client } from 'pg';
import { type Vintage, vintagesOf } from '../../domain/metric/vintages';
import { ImportError } from '../fault';
import type { NativeFacts } from '../formats/native-file';
import type { NameBook } from './name-book';
import { insertRows } from './writer';

interface FiledRow {
  readonly taxonomy: string;
  readonly concept: string;
  readonly unit: string;
  readonly value: string;
  readonly periodStart: string | null;
  readonly periodEnd: string;
  readonly form: string;
  readonly accession: string;
  readonly filedAt: string;
  readonly frame: string | null;
  readonly fy: number | null;
  readonly fp: string | null;
}

/** Writes a company's filed numbers, every vintage. Returns how many; 0 where the company has facts already. */
export async function persistFacts(client: Client, facts: NativeFacts, names: NameBook): Promise<number> {
  const company = await names.company(facts.company);
  const { rows: known } = await client.query('SELECT FROM fact WHERE company_id = $1 LIMIT 1', [company]);
  if (known.length > 0) return 0;
  const vintages = vintagesOf(rowsOf(facts));
  const ids = await insertRows(
    client,
    'fact',
    vintages.map((vintage) => columnsOf(company, vintage)),
  );
  const superseded = vintages.flatMap(({ supersededBy }, i) =>
    supersededBy === null ? [] : [[ids[i], ids[supersededBy]]],
  );
  await client.query(
    'UPDATE fact SET superseded_by_id = s.later FROM unnest($1::bigint[], $2::bigint[]) s(earlier, later) WHERE fact.id = s.earlier',
    [superseded.map(([earlier]) => earlier), superseded.map(([, later]) => later)],
  );
  return ids.length;
}

function rowsOf({ filings, series }: NativeFacts): FiledRow[] {
  const byAccession = new Map(filings.map((filing) => [filing[0], filing]));
  return series.flatMap(({ taxonomy, concept, unit, rows }, s) =>
    rows.map(([periodStart, periodEnd, value, accession, frame = null], r) => {
      const filing = byAccession.get(accession);
      if (!filing)
        throw new ImportError([
          { path: `facts.series[${s}].rows[${r}]`, message: `names the filing ${accession}, which is not listed` },
        ]);
      const [, form, filedAt, fy = null, fp = null] = filing;
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
        fy,
        fp,
      };
    }),
  );
}

function columnsOf(company: number, { fact, isCurrent }: Vintage<FiledRow>): Record<string, unknown> {
  return {
    company_id: company,
    taxonomy: fact.taxonomy,
    concept: fact.concept,
    unit: fact.unit,
    value: fact.value,
    period_start: fact.periodStart,
    period_end: fact.periodEnd,
    form: fact.form,
    accession: fact.accession,
    filed_at: fact.filedAt,
    frame: fact.frame,
    filing_fiscal_year: fact.fy,
    filing_fiscal_period: fact.fp,
    is_current: isCurrent,
  };
}
