import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { printGraph } from '../api/print-graph';
import { readConfig, readEnvironment } from '../platform/config';
import { migrate } from '../platform/database/migrate';
import { joinDatabase } from '../platform/database/open-database';
import { printDatabaseSchema } from '../platform/database/print-schema';
import { createLog } from '../platform/log';

/** A test compares these files with what the code makes. */
export function addSync(program: Command): void {
  program
    .command('sync')
    .description('for developers: write schema/schema.graphql and schema/database.sql again')
    .action(async () => {
      const config = readConfig(readEnvironment());
      const log = createLog(config);
      const database = await joinDatabase(config, log);
      try {
        await migrate(database.url, log);
        const folder = join(process.cwd(), 'schema');
        writeFileSync(join(folder, 'schema.graphql'), printGraph());
        writeFileSync(join(folder, 'database.sql'), await printDatabaseSchema(database.url));
      } finally {
        await database.stop();
      }
    });
}
