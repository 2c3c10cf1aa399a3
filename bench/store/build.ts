import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DocumentRows } from '../../src/ingest/persist/document-rows';

/** A checkout that was built, with a database of its own. */
export interface Build {
  readonly folder: string;
  readonly url: string;
  readonly client: Client;
  /** A transaction for each document, as an import of so many files makes them. */
  write(documents: readonly DocumentRows[]): Promise<void>;
  openReader(): Promise<BuildReader>;
  close(keep: boolean): Promise<void>;
}

export interface BuildReader {
  /** JSON text of `data`. */
  ask(question: string): Promise<string>;
  /** What Postgres did for each statement of the question. */
  explain(question: string): Promise<{ label: string; text: string; lines: string[] }[]>;
  close(): Promise<void>;
}

/** `kept`: the address of a database that an earlier run has filled. */
export async function openBuild(folder: string, server: string, kept?: string): Promise<Build> {
  const built: Built = (path) => require(join(folder, 'dist/src', path));
  const log = require('pino')({ level: 'silent' });
  const name = `earshot_bench_${randomBytes(4).toString('hex')}`;
  if (!kept) await onServer(server, `CREATE DATABASE ${name}`);
  const url = kept ?? Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await built('platform/database/migrate').migrate(url, log);
  await built('ingest/catalogue').syncCatalogue(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  const { inBatch, inImport } = built('ingest/persist/import-lock');
  const { writeDocument } = built('ingest/persist/write-document');
  return {
    folder,
    url,
    client,
    write: (documents) =>
      inBatch(client, async () => {
        for (const document of documents) await inImport(client, () => writeDocument(client, document, null));
      }),
    openReader: () => openReader(built, url, log),
    async close(keep) {
      await client.end();
      if (keep || kept) process.stderr.write(`kept: ${url}\n`);
      else await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: modules of another checkout, by whatever types they have there
type Built = (path: string) => any;

interface Explained {
  readonly roundTrips: readonly {
    readonly statements: readonly { label: string; text: string; analysis: string[] }[];
  }[];
}

async function openReader(built: Built, databaseUrl: string, log: unknown): Promise<BuildReader> {
  const { parse } = require('graphql');
  const schema = built('api/schema').buildGraph();
  const reader = await built('read/reader').Reader.open({ databaseUrl, log, schema, poolSize: 1 });
  const documents = new Map<string, unknown>();
  const parsed = (question: string) => {
    if (!documents.has(question)) documents.set(question, parse(question));
    return documents.get(question);
  };
  return {
    async ask(question) {
      const operation = reader.begin();
      try {
        const { text } = await reader.answer(parsed(question), undefined, {}, operation);
        return typeof text === 'string' ? text : Buffer.concat(text).toString();
      } finally {
        operation.end();
      }
    },
    async explain(question) {
      const explained: Explained = await built('read/explain/explain-operation').explainOperation(reader, {
        document: parsed(question),
        variables: {},
        analysis: 'TEXT',
      });
      return explained.roundTrips.flatMap(({ statements }) =>
        statements.map(({ label, text, analysis }) => ({ label, text, lines: analysis })),
      );
    },
    close: () => reader.close(),
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
