import { resolve } from 'node:path';
import type { Command } from 'commander';
import { restoreBackup } from '../platform/embedded/restore';
import { OperatorError } from '../platform/operator-error';
import { examples, JSON_OPTION, print } from './output';
import { readSurroundings } from './work';

export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('make the embedded Postgres hold what a backup holds; Earshot must not be running')
    .argument('<file>', 'what backup has written')
    .option('--force', 'replace the database that is there')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `${examples({
        'earshot restore earshot.tar.gz': 'into a state folder without a database',
        'earshot restore earshot.tar.gz --force': 'in place of the database that is there',
        'EARSHOT_HOME=/tmp/look earshot restore earshot.tar.gz': 'beside it, to look at',
      })}\n\nA backup that turns out to be broken, and a restore that is killed, leave the old database as it was.`,
    )
    .action(restore);
}

async function restore(name: string, { force, json }: { force?: boolean; json?: boolean }): Promise<void> {
  const { config, log } = readSurroundings();
  if (config.databaseUrl) {
    throw new OperatorError(
      'usage',
      'restore is for the embedded Postgres, and DATABASE_URL names one of your own: unset it, or use pg_restore.',
    );
  }
  const file = resolve(name);
  const note = await restoreBackup(file, { home: config.home, log, force: force === true });
  print(json, { file, home: config.home, ...note }, [
    `restored ${file} of ${note.createdAt} into ${config.home}; npm start serves it`,
  ]);
}
