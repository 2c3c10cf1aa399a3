import type { Client } from 'pg';
import { vintagesOf } from '../../domain/metric/vintages';
import type { FiledFactRow } from '../neutral-document';

type NumberedFact = FiledFactRow & { readonly id: string };

/**
 * Removes the facts that a NATIVE source brought and that no filing has confirmed since. Where other filings of the same number
 * stay, the latest of them is current again. Returns how many went.
 */
export async function dropNativeFacts(client: Client, source: string): Promise<number> {
  const { rows } = await client.query<{ id: string }>('SELECT fact_id AS id FROM native_fact WHERE source = $1', [
    source,
  ]);
  return dropFacts(
    client,
    rows.map(({ id }) => id),
  );
}

/** Removes facts by their ids, and makes the latest filing of each number that stays current again. Returns how many went. */
export async function dropFacts(client: Client, ids: readonly (string | number)[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { rows: gone } = await client.query(
    `DELETE FROM fact WHERE id = ANY ($1::int8[])
     RETURNING company_id, taxonomy, concept, unit, period_start::text, period_end::text, dimensions::text`,
    [ids],
  );
  const columns = ['taxonomy', 'concept', 'unit', 'period_start', 'period_end', 'dimensions'] as const;
  for (const company of new Set(gone.map((row) => row.company_id))) {
    const lost = gone.filter((row) => row.company_id === company);
    const { rows: left } = await client.query<NumberedFact>(
      `SELECT DISTINCT f.id::text, f.taxonomy, f.concept, f.unit, f.value::text, f.period_start::text AS "periodStart", f.period_end::text AS "periodEnd",
         f.form, f.accession, f.filed_at::text AS "filedAt", f.frame, f.dimensions
       FROM fact f JOIN unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::date[], $7::text[]) g(taxonomy, concept, unit, first, last, dimensions)
         ON f.taxonomy = g.taxonomy AND f.concept = g.concept AND f.unit = g.unit AND f.period_start IS NOT DISTINCT FROM g.first AND f.period_end = g.last
         AND f.dimensions = g.dimensions::text[]
       WHERE f.company_id = $1`,
      [company, ...columns.map((column) => lost.map((row) => row[column]))],
    );
    await relink(client, left);
  }
  return gone.length;
}

async function relink(client: Client, facts: readonly NumberedFact[]): Promise<void> {
  if (facts.length === 0) return;
  const vintages = vintagesOf(facts);
  const ids = vintages.map(({ fact }) => fact.id);
  await client.query('UPDATE fact SET is_current = false WHERE id = ANY ($1::bigint[]) AND is_current', [ids]);
  await client.query(
    `UPDATE fact SET is_current = v.current, superseded_by_id = v.next
     FROM unnest($1::bigint[], $2::boolean[], $3::bigint[]) v(id, current, next) WHERE fact.id = v.id`,
    [
      ids,
      vintages.map(({ isCurrent }) => isCurrent),
      vintages.map(({ supersededBy }) => (supersededBy === null ? null : (ids[supersededBy] ?? null))),
    ],
  );
}
