import { Client } from 'pg';
import { readNative } from './formats/native.format';
import { persistDocument } from './persist/document';
import { NameBook } from './persist/name-book';
import { persistNativeFacts } from './persist/native-fact';
import { persistReference } from './persist/reference';

export interface ImportReport {
  readonly documents: { created: number; updated: number; unchanged: number };
  readonly facts: number;
}

/** Two imports at once would both find a document missing; the second waits for the first. */
const IMPORT_LOCK = 32_774_684;

/** Imports NATIVE files in one transaction: all of it or nothing. */
export async function importNative(databaseUrl: string, sources: readonly string[]): Promise<ImportReport> {
  const files = sources.map(readNative);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
    const report = { documents: { created: 0, updated: 0, unchanged: 0 }, facts: 0 };
    const names = new NameBook(client);
    for (const file of files) {
      await persistReference(client, file, names);
      for (const [i, document] of (file.documents ?? []).entries()) {
        report.documents[await persistDocument(client, document, `documents[${i}]`, names)]++;
      }
      for (const facts of file.facts ?? []) report.facts += await persistNativeFacts(client, facts, names);
    }
    await client.query('COMMIT');
    return report;
  } finally {
    // Closing the connection rolls back what was not committed.
    await client.end();
  }
}
