import type { ClientBase } from 'pg';
import { vintagesOf } from '../../domain/metric/vintages';
import type { FiledFactRow } from '../neutral-document';
import { insertRows } from './writer';

/** Rows of a source by what became of them; together as many as the source has. */
export interface FactCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Writes a company's filed numbers, every vintage, inside the caller's transaction. */
export async function persistFacts(
  client: ClientBase,
  { companyId }: { readonly companyId: number },
  facts: readonly FiledFactRow[],
): Promise<FactCounts & { readonly quarters: { readonly disputed: readonly string[] } }> {
  return { ...(await mergeFacts(client, companyId, facts)), quarters: { disputed: [] } };
}

/** The numbers alone, for sources that state the quarters themselves. */
export async function mergeFacts(
  client: ClientBase,
  companyId: number,
  facts: readonly FiledFactRow[],
): Promise<FactCounts> {
  const { rows: known } = await client.query('SELECT FROM fact WHERE company_id = $1 LIMIT 1', [companyId]);
  if (known.length > 0) return { created: 0, updated: 0, unchanged: facts.length };
  const vintages = vintagesOf(facts);
  const ids = await insertRows(
    client,
    'fact',
    vintages.map(({ fact, isCurrent }) => ({
      company_id: companyId,
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
      filing_fiscal_year: fact.filingFiscalYear,
      filing_fiscal_period: fact.filingFiscalPeriod,
      is_current: isCurrent,
    })),
  );
  const superseded = vintages.flatMap(({ supersededBy }, i) =>
    supersededBy === null ? [] : [[ids[i], ids[supersededBy]]],
  );
  await client.query(
    'UPDATE fact SET superseded_by_id = s.later FROM unnest($1::bigint[], $2::bigint[]) s(earlier, later) WHERE fact.id = s.earlier',
    [superseded.map(([earlier]) => earlier), superseded.map(([, later]) => later)],
  );
  return { created: ids.length, updated: 0, unchanged: facts.length - ids.length };
}
