import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from, to } from 'pg-copy-streams';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { inImport } from '../../src/ingest/persist/import-lock';
import { writeDocument } from '../../src/ingest/persist/write-document';
import { type Database, makeDatabase } from './database';
import { makeCalls, makeCast } from './made-calls';

export interface StoreFigures {
  readonly utterances: number;
  /** Rows of utterances in a second: by the writer, a transaction for each call, counts and rollups included. */
  readonly written: number;
  /** The same rows by one bare COPY for each table, into the same tables with all their indexes and checks. */
  readonly copied: number;
  readonly ratio: number;
}

/** What a call consists of, in order of dependence. Counts and the rollup are the writer's extra work, and not copied. */
const TABLES = ['document', 'document_event', 'document_company', 'exchange', 'utterance', 'topic_mention'];

/** 100,000 utterances stored by the writer, held against a bare COPY of the same rows. */
export async function measureStoring(server: string, utterances: number): Promise<StoreFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  const one = await fresh(server);
  const two = await fresh(server);
  try {
    const start = performance.now();
    for (const call of makeCalls(one.cast, utterances))
      await inImport(one.client, () => writeDocument(one.client, call, null));
    await one.client.query("SET synchronous_commit = on; SELECT pg_logical_emit_message(true, 'earshot', 'imported')");
    const written = utterances / ((performance.now() - start) / 1000);
    for (const table of TABLES) {
      await pipeline(one.client.query(to(`COPY ${table} TO STDOUT`)), createWriteStream(join(folder, table)));
    }
    const again = performance.now();
    await two.client.query('BEGIN');
    for (const table of TABLES) {
      await pipeline(createReadStream(join(folder, table)), two.client.query(from(`COPY ${table} FROM STDIN`)));
    }
    await two.client.query('COMMIT');
    const copied = utterances / ((performance.now() - again) / 1000);
    return { utterances, written, copied, ratio: written / copied };
  } finally {
    for (const { client, database } of [one, two]) {
      await client.end();
      await database.drop();
    }
    rmSync(folder, { recursive: true });
  }
}

async function fresh(server: string) {
  const database: Database = await makeDatabase(server);
  await syncCatalogue(database.url);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  // As importSources sets it for a batch.
  await client.query('SET enable_seqscan = off; SET synchronous_commit = off');
  return { database, client, cast: await makeCast(client, 90) };
}
