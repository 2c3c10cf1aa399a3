import { SingleBar } from 'cli-progress';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { parsePeriod, printPeriod } from '../domain/fiscal/period';
import { ImportFormat } from '../domain/import-format';
import { readInstant } from '../domain/scalars/instant';
import { syncCatalogue } from '../ingest/catalogue';
import { readItems } from '../ingest/container/read-items';
import { importItems } from '../ingest/import-items';
import { COUNTED, type ImportSummary, type ItemReport } from '../ingest/import-report';
import { migrate } from '../platform/database/migrate';
import { EXIT_CODES } from '../platform/operator-error';
import { examples, JSON_OPTION, print } from './output';
import { withDatabase } from './work';

export function addImport(program: Command): void {
  program
    .command('import')
    .description('take documents in: articles, transcripts, vendors’ files, SEC facts')
    .argument('<files...>', 'files, folders, patterns, ZIP archives, NDJSON; - reads standard input')
    .addOption(
      new Option('--format <format>', 'how they are to be read').choices(Object.values(ImportFormat)).default('AUTO'),
    )
    .option('--company <company>', 'symbol, CIK or slug, for sources that do not name the company')
    .option('--period <period>', 'such as 2024Q4, for sources that do not name the quarter', readPeriod)
    .option('--publisher <name>', 'for sources that do not name it')
    .option('--published-at <instant>', 'such as 2025-01-30T17:14:00+05:30, for sources that do not say', readWhen)
    .option('--url <url>', 'where it was published', readUrl)
    .option('--dry-run', 'say what would happen and keep nothing')
    .option('--jobs <count>', 'documents read side by side', readJobs, 1)
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot import article.txt': 'one document',
        'earshot import calls/ --jobs 2': 'a folder with all below it',
        'earshot import "dump/*.json" --dry-run --json': 'what would happen, for a script',
        'curl -s https://example.com/a.html | earshot import - --url https://example.com/a.html':
          'from another program',
      }),
    )
    .addHelpText(
      'after',
      '\nThe same document twice changes nothing. Exit code 6: at least one could not be read; the rest was imported. 130: Ctrl-C ended it before the last.',
    )
    .action(runImport);
}

const INTERRUPTED = 130;

interface Options {
  readonly format: ImportFormat;
  readonly company?: string;
  readonly period?: string;
  readonly publisher?: string;
  readonly publishedAt?: string;
  readonly url?: string;
  readonly dryRun?: boolean;
  readonly jobs: number;
  readonly json?: boolean;
}

async function runImport(files: readonly string[], options: Options): Promise<void> {
  const { company = null, period = null, publisher = null, publishedAt = null, url = null } = options;
  const items: ItemReport[] = [];
  const stop = new AbortController();
  // The document in work is finished or rolled back; a second Ctrl-C ends at once.
  process.once('SIGINT', () => stop.abort());
  const progress = showProgress(options.json);
  const summary = await withDatabase(async ({ url: databaseUrl }, { log }) => {
    await migrate(databaseUrl, log);
    await syncCatalogue(databaseUrl);
    return importItems(databaseUrl, readItems(files), {
      format: options.format,
      hints: { company, period, publisher, publishedAt, url },
      dryRun: options.dryRun ?? false,
      jobs: options.jobs,
      signal: stop.signal,
      onItem: (item) => {
        // A large batch is reported by its faults; the documents that went well are counted.
        if (options.json || item.faults.length > 0 || items.length < 50) items.push(item);
        progress.step(item.name);
      },
    });
  }).finally(() => progress.stop());
  if (summary.refused + summary['set-aside'] > 0) process.exitCode = EXIT_CODES.unreadable;
  // What a shell says of a program that Ctrl-C ended: not all was imported.
  if (stop.signal.aborted) process.exitCode = INTERRUPTED;
  print(
    options.json,
    { ...summary, interrupted: stop.signal.aborted, items },
    describe(summary, items, options.dryRun),
  );
}

/** On a terminal only, and never between the lines of somebody's script. */
function showProgress(json: boolean | undefined): { step(name: string): void; stop(): void } {
  if (json || !process.stderr.isTTY) return { step: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: '{value} documents, {duration_formatted} {name}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(Number.MAX_SAFE_INTEGER, 0, { name: '' });
  return { step: (name) => bar.increment(1, { name: name.slice(-60) }), stop: () => bar.stop() };
}

const FEW = 20;

function describe(summary: ImportSummary, items: readonly ItemReport[], dryRun = false): string[] {
  const lines = items.length <= FEW ? items.map(lineOf) : items.filter(({ faults }) => faults.length > 0).map(lineOf);
  const total = `${summary.created} created, ${summary.updated} updated, ${summary.unchanged} unchanged, ${summary.refused} refused, ${summary['set-aside']} set aside`;
  const counts = COUNTED.map(
    (name) => `${nameOf(name)} ${summary[name].created}/${summary[name].updated}/${summary[name].unchanged}`,
  );
  return [
    ...lines,
    `${dryRun ? 'Nothing was kept. It would be: ' : ''}${total}`,
    `created/updated/unchanged: ${counts.join(', ')}`,
  ];
}

const nameOf = (counted: string): string => counted.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function lineOf({
  name,
  format,
  outcome,
  faults,
  warnings,
  statements,
  analystComments,
  facts,
  claims,
}: ItemReport): string {
  const kept = [
    [statements, 'statements'],
    [analystComments, 'comments'],
    [claims, 'claims'],
    [facts, 'facts'],
  ] as const;
  const words = kept.flatMap(([{ created, updated }, what]) =>
    created + updated > 0 ? `${created + updated} ${what}` : [],
  );
  const faultLines = faults.slice(0, 5).map(({ path, message }) => `\n    ${path ? `${path}: ` : ''}${message}`);
  const warningLines = warnings.slice(0, 5).map(({ code, message }) => `\n    ${code}: ${message}`);
  const head = `${outcome.padEnd(9)} ${name}${format ? ` (${format})` : ''}${words.length > 0 ? `: ${words.join(', ')}` : ''}`;
  return head + faultLines.join('') + warningLines.join('');
}

function readPeriod(text: string): string {
  try {
    return printPeriod(parsePeriod(text));
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

function readWhen(text: string): string {
  const instant = readInstant(text);
  if (instant === null) throw new InvalidArgumentError('Give a day, a time and a zone: 2025-01-30T17:14:00+05:30.');
  return instant;
}

function readUrl(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new InvalidArgumentError('Give an http or https URL.');
  return text;
}

function readJobs(text: string): number {
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64)
    throw new InvalidArgumentError('Give a whole number from 1 to 64.');
  return jobs;
}
