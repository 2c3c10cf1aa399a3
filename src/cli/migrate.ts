import type { Command } from 'commander';
import { readConfig, readEnvironment } from '../platform/config';
import { migrate, readMigrationStatus, revertMigrations } from '../platform/database/migrate';
import { joinDatabase } from '../platform/database/open-database';
import { createLog, type Logger } from '../platform/log';

export function addMigrate(program: Command): void {
  const command = program.command('migrate').description("bring the database's schema up to this version, or back");
  command
    .command('up', { isDefault: true })
    .description('run what has not run yet')
    .option('--json', 'print JSON')
    .action(({ json }) =>
      report(
        json,
        (url, log) => migrate(url, log),
        (names) => (names.length ? names.map((n) => `migrated ${n}`) : ['nothing to do']),
      ),
    );
  command
    .command('down')
    .description('undo the newest migration; data that only it has room for is lost')
    .option('--steps <count>', 'how many to undo', '1')
    .option('--json', 'print JSON')
    .action(({ json, steps }) =>
      report(
        json,
        (url, log) => revertMigrations(url, log, Number(steps)),
        (names) => names.map((n) => `undone ${n}`),
      ),
    );
  command
    .command('status')
    .description('say which migrations have run')
    .option('--json', 'print JSON')
    .action(({ json }) =>
      report(
        json,
        (url) => readMigrationStatus(url),
        (all) => all.map(({ name, applied }) => `${applied ? 'run    ' : 'pending'} ${name}`),
      ),
    );
}

async function report<T>(
  json: boolean,
  work: (url: string, log: Logger) => Promise<T>,
  lines: (result: T) => string[],
): Promise<void> {
  const config = readConfig(readEnvironment());
  const log = createLog(config);
  const database = await joinDatabase(config, log);
  try {
    const result = await work(database.url, log);
    process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${lines(result).join('\n')}\n`);
  } finally {
    await database.stop();
  }
}
