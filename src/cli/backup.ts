import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readMigrationStatus } from '../platform/database/migrate';
import { readServerMajor } from '../platform/database/server-version';
import { writeBackup } from '../platform/embedded/backup';
import { existsCluster } from '../platform/embedded/state-folder';
import { OperatorError } from '../platform/operator-error';
import { examples, JSON_OPTION, print } from './output';
import { readSurroundings, withDatabase } from './work';

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write everything that the embedded Postgres holds into one file, while it runs or not')
    .argument('<file>', 'where to')
    .option('--force', 'overwrite the file if it is there')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `${examples({
        'earshot backup earshot.tar.gz': 'beside a server that goes on serving',
        'earshot restore earshot.tar.gz': 'and back',
      })}\n\nIt holds every commit up to its end. A Postgres of your own (DATABASE_URL) is backed up with its own pg_dump.`,
    )
    .action(backUp);
}

async function backUp(name: string, { force, json }: { force?: boolean; json?: boolean }): Promise<void> {
  const surroundings = readSurroundings();
  const { config } = surroundings;
  if (config.databaseUrl) {
    throw new OperatorError(
      'usage',
      'backup is for the embedded Postgres, and DATABASE_URL names one of your own: use pg_dump for it.',
    );
  }
  if (!existsCluster(config.home)) {
    throw new OperatorError('database', `There is no database in ${config.home} yet, so there is nothing to back up.`);
  }
  const file = resolve(name);
  const result = await withDatabase(async ({ url }) => {
    const status = await readMigrationStatus(url);
    const note = {
      format: 'earshot-backup',
      version: 1,
      postgres: await readServerMajor(url),
      migrations: status.filter(({ applied }) => applied).map((migration) => migration.name),
      createdAt: new Date().toISOString(),
    } as const;
    return { file, bytes: await writeBackup(url, file, note, force === true), ...note };
  }, surroundings);
  print(json, result, [`wrote ${file} (${(result.bytes / 1e6).toFixed(1)} MB, Postgres ${result.postgres})`]);
}
