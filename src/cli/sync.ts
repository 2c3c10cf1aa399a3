import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { printGraph } from '../api/print-graph';
import { migrate } from '../platform/database/migrate';
import { printDatabaseSchema } from '../platform/database/print-schema';
import { JSON_OPTION, print } from './output';
import { withDatabase } from './work';

/** A test compares these files with what the code makes. */
export function addSync(program: Command): void {
  program
    .command('sync')
    .description('for developers: write schema/schema.graphql and schema/database.sql again')
    .option(...JSON_OPTION)
    .action(async ({ json }) => {
      const texts = await withDatabase(async ({ url }, { log }) => {
        await migrate(url, log);
        return { 'schema.graphql': printGraph(), 'database.sql': await printDatabaseSchema(url) };
      });
      for (const [name, text] of Object.entries(texts)) writeFileSync(join(process.cwd(), 'schema', name), text);
      const written = Object.keys(texts).map((name) => `schema/${name}`);
      print(
        json,
        { written },
        written.map((name) => `wrote ${name}`),
      );
    });
}
