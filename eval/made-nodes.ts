import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Client } from 'pg';
import pino from 'pino';
import { ImportFormat } from '../src/domain/import-format';
import { ImportError } from '../src/ingest/fault';
import { NO_HINTS } from '../src/ingest/formats/format';
import { inImport, withWriter } from '../src/ingest/persist/import-lock';
import { readSource } from '../src/ingest/read-source';
import { Source } from '../src/ingest/source';
import { writeSourceDocument } from '../src/ingest/write-source';
import { migrate } from '../src/platform/database/migrate';
import { startEmbedded } from '../src/platform/embedded/embedded';

/** What one document alone makes in an empty database. */
export interface MadeNodes {
  readonly companies: readonly string[];
  readonly people: readonly string[];
  readonly offices: readonly { readonly person: string; readonly company: string; readonly title: string }[];
}

/** Null: the document is refused. */
export type Make = (file: string) => Promise<MadeNodes | null>;

/** Takes documents in as an import does and takes each back again: every one finds the database empty. */
export async function withMaker<T>(work: (make: Make) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'earshot-eval-'));
  // Postgres runs as another user where this runs as root.
  chmodSync(home, 0o755);
  const log = pino({ level: 'silent' });
  const server = await startEmbedded({ home, log, durable: false });
  try {
    await migrate(server.url, log);
    return await withWriter(server.url, (client) => work((file) => makeNodes(client, file)));
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function makeNodes(client: Client, file: string): Promise<MadeNodes | null> {
  const source = new Source(basename(file), readFileSync(file));
  const write = async (): Promise<MadeNodes> => {
    const documents = await readSource(source, ImportFormat.AUTO, NO_HINTS);
    for (const [ordinal, document] of documents.entries())
      await writeSourceDocument(client, source, { ordinal, count: documents.length }, document, NO_HINTS);
    return readNodes(client);
  };
  try {
    return await inImport(client, write, { keep: false });
  } catch (error) {
    if (error instanceof ImportError) return null;
    throw error;
  }
}

async function readNodes(client: Client): Promise<MadeNodes> {
  const names = async (table: string) =>
    (await client.query<{ name: string }>(`SELECT name FROM ${table} ORDER BY id`)).rows.map(({ name }) => name);
  const { rows } = await client.query<MadeNodes['offices'][number]>(
    `SELECT p.name AS person, c.name AS company, e.title FROM executive e
     JOIN person p ON p.id = e.person_id JOIN company c ON c.id = e.company_id ORDER BY e.id`,
  );
  return { companies: await names('company'), people: await names('person'), offices: rows };
}
