import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { NO_HINTS } from '../src/ingest/formats/format';
import { secCompanyfactsFormat } from '../src/ingest/formats/sec-companyfacts.format';
import type { FiledFactRow } from '../src/ingest/neutral-document';
import { mergeFacts, persistFacts } from '../src/ingest/persist/fact';
import { copyFacts, type StoredFact } from '../src/ingest/persist/fact-copy';
import { Source } from '../src/ingest/source';

/** Milliseconds, the best of the rounds; `toBareCopy` is how many times as long storing takes as a COPY of the same rows. */
export interface FactTimings {
  readonly megabytes: number;
  readonly rows: number;
  readonly parse: number;
  readonly persist: number;
  readonly bareCopy: number;
  readonly again: number;
  readonly toBareCopy: number;
}

/**
 * Parses and stores a companyfacts file into an empty, migrated database, and copies the same finished rows into the same table
 * with the same indexes and constraints for comparison. `file` is Apple's where it lies beside the repository, else the excerpt.
 */
export async function measureFacts(databaseUrl: string, rounds = 5): Promise<FactTimings> {
  const shared = join(__dirname, '../../shared/data/sec/CIK0000320193.json');
  const file = existsSync(shared) ? shared : join(__dirname, '../eval/fixtures/sec/apple-excerpt.json');
  const bytes = readFileSync(file);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const best = { parse: Infinity, persist: Infinity, bareCopy: Infinity, again: Infinity };
  const time = async <T>(name: keyof typeof best, work: () => T | Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    best[name] = Math.min(best[name], performance.now() - started);
    return result;
  };
  let rows = 0;
  try {
    const insert = "INSERT INTO company (slug, name) VALUES ('measured', 'Measured') RETURNING id";
    const companyId: number = (await client.query(insert)).rows[0].id;
    for (let round = 0; round < rounds; round += 1) {
      await client.query('TRUNCATE fact, quarter CASCADE');
      const facts = await time('parse', async () => {
        const source = new Source(file, bytes);
        secCompanyfactsFormat.recognises(source);
        return (await secCompanyfactsFormat.parse(source, NO_HINTS))[0]?.facts ?? [];
      });
      await time('persist', () => inTransaction(client, () => persistFacts(client, { companyId }, facts)));
      await time('again', () => inTransaction(client, () => mergeFacts(client, companyId, facts)));
      const finished = await readBack(client, companyId);
      rows = finished.length;
      await client.query('TRUNCATE fact CASCADE');
      await time('bareCopy', () => inTransaction(client, () => copyFacts(client, finished)));
    }
  } finally {
    await client.end();
  }
  const rounded = (milliseconds: number) => Math.round(milliseconds);
  return {
    megabytes: bytes.length / 1e6,
    rows,
    parse: rounded(best.parse),
    persist: rounded(best.persist),
    bareCopy: rounded(best.bareCopy),
    again: rounded(best.again),
    toBareCopy: Math.round((100 * best.persist) / best.bareCopy) / 100,
  };
}

async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  const result = await work();
  await client.query('COMMIT');
  return result;
}

async function readBack(client: Client, companyId: number): Promise<StoredFact[]> {
  const { rows } = await client.query(
    `SELECT id::text, taxonomy, concept, unit, value::text, period_start::text AS "periodStart", period_end::text AS "periodEnd",
       dimensions, form, accession, filed_at::text AS "filedAt", frame, filing_fiscal_year AS "filingFiscalYear",
       filing_fiscal_period AS "filingFiscalPeriod", superseded_by_id::text AS "supersededById", is_current AS "isCurrent"
     FROM fact ORDER BY id`,
  );
  return rows.map(({ id, isCurrent, supersededById, ...fact }) => ({
    id,
    companyId,
    fact: fact as FiledFactRow,
    isCurrent,
    supersededById,
  }));
}
