import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { syncCatalogue } from '../ingest/catalogue';
import type { ItemReport } from '../ingest/import-report';
import { watchFolder } from '../ingest/watch-folder';
import { migrate } from '../platform/database/migrate';
import { OperatorError } from '../platform/operator-error';
import { describeItem, describeSummary } from './describe-import';
import { addImportOptions, type ImportFlags, importOptionsOf } from './import-options';
import { examples, JSON_OPTION, print } from './output';
import { StopWish } from './stop';
import { withDatabase } from './work';

export function addWatch(program: Command): void {
  const command = program
    .command('watch')
    .description('import what is in a folder and what arrives there, until it is stopped')
    .argument('<folder>', 'looked at with all folders below it; nothing in it is moved or changed');
  addImportOptions(command)
    .option('--retry', 'read again what was refused before')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot watch inbox/': 'Ctrl-C stops it after the document in work',
        'earshot watch inbox/ --publisher Reuters --json': 'a JSON text on a line for each document',
      }),
    )
    .addHelpText(
      'after',
      '\nA file is read when it has not grown for two seconds (EARSHOT_WATCH_SETTLE); names that begin with a dot are left alone.' +
        '\nWhat was done is remembered in the database, so a restart reads only what is new or has changed.',
    )
    .action(runWatch);
}

async function runWatch(typed: string, flags: ImportFlags & { readonly retry?: boolean }): Promise<void> {
  const folder = resolve(typed);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new OperatorError('usage', `${folder} is no folder.`);
  }
  const { json } = flags;
  const stop = new StopWish();
  const tell = (event: string, about: object, line: string): void => print(json, { event, ...about }, [line]);
  const summary = await withDatabase(async ({ url }, { config, log }) => {
    await migrate(url, log);
    await syncCatalogue(url);
    return watchFolder(url, folder, {
      ...importOptionsOf(flags),
      retry: flags.retry,
      settleMs: config.watchSettle,
      signal: stop.signal,
      onReady: () => tell('watching', { folder }, `watching ${folder}`),
      onItem: ({ error, ...item }: ItemReport) => {
        if (error) log.error({ err: error, document: item.name }, 'a document could not be stored');
        tell('item', item, describeItem(item));
      },
    });
  });
  tell('stopped', summary, describeSummary(summary).join('\n'));
}
