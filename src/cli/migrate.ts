import { type Command, InvalidArgumentError } from 'commander';
import { migrate, readMigrationStatus, revertMigrations } from '../platform/database/migrate';
import { examples, JSON_OPTION, print } from './output';
import { withDatabase } from './work';

export function addMigrate(program: Command): void {
  const command = program
    .command('migrate')
    .description("bring the database's schema up to this version, or back")
    .addHelpText(
      'after',
      examples({
        'earshot migrate': 'run what has not run yet; serve does so by itself',
        'earshot migrate status --json': 'what has run, for a script',
        'earshot migrate down --steps 2': 'undo the two that were run last',
      }),
    );
  command
    .command('up', { isDefault: true })
    .description('run what has not run yet')
    .option(...JSON_OPTION)
    .action(async ({ json }) => {
      const names = await withDatabase(({ url }, { log }) => migrate(url, log));
      print(json, names, names.length > 0 ? names.map((name) => `migrated ${name}`) : ['nothing to do']);
    });
  command
    .command('down')
    .description('undo the migration that was run last; data that only it has room for is lost')
    .option('--steps <count>', 'how many to undo', readCount, 1)
    .option(...JSON_OPTION)
    .action(async ({ json, steps }) => {
      const names = await withDatabase(({ url }, { log }) => revertMigrations(url, log, steps));
      print(json, names, names.length > 0 ? names.map((name) => `undone ${name}`) : ['nothing to do']);
    });
  command
    .command('status')
    .description('say which migrations have run')
    .option(...JSON_OPTION)
    .action(async ({ json }) => {
      const all = await withDatabase(({ url }) => readMigrationStatus(url));
      print(
        json,
        all,
        all.map(({ name, applied }) => `${applied ? 'run    ' : 'pending'} ${name}`),
      );
    });
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(text);
}
