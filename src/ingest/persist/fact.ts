import type { ClientBase } from 'pg';
import { filedQuarters } from '../../domain/metric/filed-quarter';
import { printDecimal } from '../../domain/money/decimal';
import type { FiledFactRow } from '../neutral-document';
import { copyFacts } from './fact-copy';
import { type FactPlan, type KnownFact, planFacts } from './fact-plan';
import { persistFiledQuarters, type QuarterCounts } from './filed-quarter';
import { completeFiler } from './filer';
import { nameFilings } from './filing-name';

/** Rows of a source by what became of them; together as many as the source has. */
export interface FactCounts {
  /** A number not filed before, or filed again: a vintage of its own. */
  readonly created: number;
  /** Known, but the source says something else of the filing (frame, fiscal year and period). */
  readonly updated: number;
  /** Known, or repeated within the source. */
  readonly unchanged: number;
}

/**
 * Writes a company's filed numbers and the quarters that they show, inside the caller's transaction. Every filing of a number
 * stands once, however often and in whatever order sources come; nothing is deleted. Other imports of the company wait.
 */
export async function persistFacts(
  client: ClientBase,
  { companyId }: { readonly companyId: number },
  facts: readonly FiledFactRow[],
): Promise<FactCounts & { readonly quarters: QuarterCounts }> {
  const counts = await mergeFacts(client, companyId, facts);
  const quarters = filedQuarters(facts);
  await completeFiler(client, companyId, facts, quarters);
  return { ...counts, quarters: await persistFiledQuarters(client, companyId, quarters) };
}

/** The numbers alone, for sources that state the quarters themselves. */
export async function mergeFacts(
  client: ClientBase,
  companyId: number,
  facts: readonly FiledFactRow[],
): Promise<FactCounts> {
  // The lock lets rows that refer to the company be written meanwhile, but no second merge.
  const { rows } = await client.query('SELECT FROM company WHERE id = $1 FOR NO KEY UPDATE', [companyId]);
  if (rows.length === 0) throw new RangeError(`there is no company with the id ${companyId}`);
  if (facts.length === 0) return { created: 0, updated: 0, unchanged: 0 };
  const named = await nameFilings(client, companyId, facts.map(canonical));
  const known = await readKnown(client, companyId, [...new Set(facts.map(({ concept }) => concept))]);
  const plan = planFacts(known, named);
  await write(client, companyId, known, plan);
  return { created: plan.created.length, updated: plan.relabelled.length, unchanged: plan.unchanged };
}

/** `42.50` and `42.5` are one number, in the table's key and so here. Throws a RangeError where it is none. */
function canonical(fact: FiledFactRow): FiledFactRow {
  const value = printDecimal(fact.value);
  return value === fact.value ? fact : { ...fact, value };
}

async function write(client: ClientBase, companyId: number, known: readonly KnownFact[], plan: FactPlan) {
  const ids = await takeIds(client, plan.created.length);
  const idAt = (place: number) => (place < known.length ? known[place]?.id : ids[place - known.length]) as string;
  if (plan.superseded.length > 0) {
    // One row of a number is current at any moment: the old one steps aside before the new one comes.
    await client.query('UPDATE fact SET is_current = false WHERE id = ANY ($1::bigint[]) AND is_current', [
      plan.superseded.map(({ id }) => id),
    ]);
  }
  if (plan.created.length > 0) {
    await copyFacts(
      client,
      plan.created.map(({ fact, isCurrent, next }, i) => ({
        id: ids[i] as string,
        companyId,
        fact,
        isCurrent,
        supersededById: next === null ? null : idAt(next),
      })),
    );
  }
  if (plan.superseded.length > 0) {
    await client.query(
      'UPDATE fact SET superseded_by_id = s.next FROM unnest($1::bigint[], $2::bigint[]) s(id, next) WHERE fact.id = s.id',
      [plan.superseded.map(({ id }) => id), plan.superseded.map(({ next }) => idAt(next))],
    );
  }
  if (plan.relabelled.length > 0) {
    await client.query(
      `UPDATE fact SET frame = s.frame, filing_fiscal_year = s.year, filing_fiscal_period = s.period
       FROM unnest($1::bigint[], $2::text[], $3::int[], $4::text[]) s(id, frame, year, period) WHERE fact.id = s.id`,
      [
        plan.relabelled.map(({ id }) => id),
        plan.relabelled.map(({ frame }) => frame),
        plan.relabelled.map(({ filingFiscalYear }) => filingFiscalYear),
        plan.relabelled.map(({ filingFiscalPeriod }) => filingFiscalPeriod),
      ],
    );
  }
}

/** Ids are taken before the rows are written, so that rows can name their successors in the same COPY. */
async function takeIds(client: ClientBase, count: number): Promise<string[]> {
  if (count === 0) return [];
  // The sequence is looked up once, and the ids come as one row: both matter for tens of thousands.
  const { rows } = await client.query(
    `SELECT array_agg(nextval(s.name))::text[] AS ids
     FROM (SELECT pg_get_serial_sequence('fact', 'id')::regclass AS name OFFSET 0) s, generate_series(1, $1)`,
    [count],
  );
  return rows[0].ids;
}

async function readKnown(client: ClientBase, companyId: number, concepts: readonly string[]): Promise<KnownFact[]> {
  const { rows } = await client.query(
    `SELECT id::text, taxonomy, concept, unit, value::text, period_start::text AS "periodStart", period_end::text AS "periodEnd",
       dimensions, form, accession, filed_at::text AS "filedAt", frame, filing_fiscal_year AS "filingFiscalYear",
       filing_fiscal_period AS "filingFiscalPeriod", superseded_by_id::text AS "supersededById", is_current AS "isCurrent"
     FROM fact WHERE company_id = $1 AND concept = ANY ($2) ORDER BY id`,
    [companyId, concepts],
  );
  for (const row of rows) row.value = printDecimal(row.value);
  return rows;
}
