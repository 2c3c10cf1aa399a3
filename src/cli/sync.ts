import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { syncCatalogue } from '../ingest/catalogue';
import { printNativeSchema } from '../ingest/native/print-schema';
import { loadSample } from '../ingest/sample';
import { migrate } from '../platform/database/migrate';
import { printDatabaseSchema } from '../platform/database/print-schema';
import { withClient } from '../platform/database/session';
import type { Logger } from '../platform/log';
import { loadGraph } from './load-graph';
import { JSON_OPTION, print } from './output';
import { printDataModel } from './print-data-model';
import { withDatabase } from './work';

/** A test compares these files with what the code makes. */
export function addSync(program: Command): void {
  program
    .command('sync')
    .description(
      'for developers: write schema/schema.graphql, native.schema.json, database.sql and statements.sql and docs/data-model.md again',
    )
    .option(...JSON_OPTION)
    .action(async ({ json }) => {
      const texts = await withDatabase(({ url }, { log }) => withOwnDatabase(url, (own) => printAll(own, log)));
      for (const [path, text] of Object.entries(texts)) writeFileSync(join(process.cwd(), path), text);
      const written = Object.keys(texts);
      print(
        json,
        { written },
        written.map((path) => `wrote ${path}`),
      );
    });
}

/** Migrated from the beginning: one that somebody works with may come from another branch. */
async function withOwnDatabase<T>(url: string, work: (own: string) => Promise<T>): Promise<T> {
  const name = `earshot_sync_${randomBytes(4).toString('hex')}`;
  const own = new URL(url);
  own.pathname = `/${name}`;
  await withClient(url, (client) => client.query(`CREATE DATABASE ${name}`));
  try {
    return await work(own.href);
  } finally {
    await withClient(url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
}

async function printAll(url: string, log: Logger): Promise<Record<string, string>> {
  const { buildGraph, printGraph } = loadGraph();
  await migrate(url, log);
  return {
    'schema/schema.graphql': printGraph(),
    'schema/native.schema.json': printNativeSchema(),
    'schema/database.sql': await printDatabaseSchema(url),
    'schema/statements.sql': await printOperations(url, join(process.cwd(), 'schema'), log),
    'docs/data-model.md': await printDataModel(url, buildGraph()),
  };
}

/** With nothing but the sample: other data might make other statements. */
async function printOperations(url: string, folder: string, log: Logger): Promise<string> {
  const { buildGraph, printStatements, Reader } = loadGraph();
  await syncCatalogue(url);
  await loadSample(url, log);
  const reader = await Reader.open({ databaseUrl: url, log, schema: buildGraph() });
  const files = readdirSync(join(folder, 'operations')).filter((file) => file.endsWith('.graphql'));
  const operations = files.sort().map((file) => ({
    name: file,
    source: readFileSync(join(folder, 'operations', file), 'utf8'),
  }));
  try {
    return await printStatements(reader, operations);
  } finally {
    await reader.close();
  }
}
