import type { Command } from 'commander';
import { syncCatalogue } from '../ingest/catalogue';
import { readItems } from '../ingest/container/read-items';
import { filedQuery } from '../ingest/filed-document';
import { importItems } from '../ingest/import-items';
import type { ImportSummary, ItemReport } from '../ingest/import-report';
import { tellsNothing } from '../ingest/nothing-read';
import { migrate } from '../platform/database/migrate';
import { EXIT_CODES } from '../platform/operator-error';
import { describeItem, describeSummary } from './describe-import';
import { addImportOptions, type ImportFlags, importOptionsOf } from './import-options';
import { examples, JSON_OPTION, print } from './output';
import { showProgress } from './progress';
import { StopWish } from './stop';
import { withDatabase } from './work';

export function addImport(program: Command): void {
  const command = program
    .command('import')
    .description('take documents in: articles, transcripts, vendors’ files, SEC facts')
    .argument('<files...>', 'files, folders, patterns, ZIP archives, NDJSON; - reads standard input');
  addImportOptions(command)
    .option('--again', 'read what is stored anew, with these hints and this format: a new revision')
    .option('--dry-run', 'say what would happen and keep nothing')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot import article.txt': 'one document',
        'earshot import calls/ --jobs 2': 'a folder with all below it',
        'earshot import article.txt --again --company META': 'was read before, and filed under the wrong company',
        'earshot import "dump/*.json" --dry-run --json': 'what would happen, for a script',
        'curl -s https://example.com/a.html | earshot import - --url https://example.com/a.html':
          'from another program',
      }),
    )
    .addHelpText(
      'after',
      '\nThe same document twice changes nothing. Exit code 6: at least one could not be read; the rest was imported.' +
        '\nExit code 8: all could be read, and in at least one of them nothing was found.',
    )
    .action(runImport);
}

type Flags = ImportFlags & { readonly dryRun?: boolean; readonly again?: boolean };

/** Documents that went well are listed up to this number; of a larger batch only those with a fault or without a finding are, and the sums. */
const FEW = 20;

const isNoted = ({ faults, warnings }: ItemReport): boolean => faults.length > 0 || tellsNothing(warnings);

async function runImport(files: readonly string[], flags: Flags): Promise<void> {
  const { json, dryRun = false, again = false } = flags;
  const options = importOptionsOf(flags);
  const items: ItemReport[] = [];
  let done = 0;
  const stop = new StopWish();
  const progress = showProgress('documents', json);
  const summary = await withDatabase(async ({ url }, { log }) => {
    await migrate(url, log);
    await syncCatalogue(url);
    return importItems(url, readItems(files), {
      ...options,
      dryRun,
      again,
      describe: true,
      signal: stop.signal,
      onItem: ({ error, ...item }) => {
        done++;
        if (error) log.error({ err: error, document: item.name }, 'a document could not be stored');
        // Memory stays flat for people; a script has asked for every document.
        if (json || isNoted(item) || done <= FEW) items.push(item);
        progress.step(1, item.name);
      },
    });
  }).finally(() => progress.stop());
  const interrupted = stop.isMade;
  if (summary.nothingRead > 0) process.exitCode = EXIT_CODES.nothingRead;
  if (summary.refused + summary['set-aside'] > 0) process.exitCode = EXIT_CODES.unreadable;
  if (interrupted) process.exitCode = EXIT_CODES.interrupted;
  const query = queryFor(items);
  print(
    json,
    { ...summary, dryRun, interrupted, query, items },
    describe(summary, done, items, { dryRun, interrupted, query }),
  );
}

/** Shows the documents that were told of, of a large batch the first ones; null where nothing was kept. */
function queryFor(items: readonly ItemReport[]): string | null {
  const ids = items.flatMap(({ filed }) => filed.flatMap(({ id }) => id ?? [])).slice(0, FEW);
  return ids.length === 0 ? null : filedQuery(ids);
}

function describe(
  summary: ImportSummary,
  done: number,
  items: readonly ItemReport[],
  { dryRun, interrupted, query }: { dryRun: boolean; interrupted: boolean; query: string | null },
): string[] {
  const shown = done <= FEW ? items : items.filter(isNoted);
  return [
    ...shown.map(describeItem),
    ...(dryRun ? ['Nothing was kept. It would be:'] : []),
    ...describeSummary(summary),
    ...(interrupted ? ['Stopped before the end; the same command goes on from here.'] : []),
    ...(query === null ? [] : ['To see it, in the explorer (`npm start`):', query]),
  ];
}
