import { type Command, InvalidArgumentError, Option } from 'commander';
import { TextAccess } from '../domain/document.entity';
import { parsePeriod, printPeriod } from '../domain/fiscal/period';
import { ImportFormat } from '../domain/import-format';
import { readInstant } from '../domain/scalars/instant';
import type { ImportItemsOptions } from '../ingest/import-items';
import { OperatorError } from '../platform/operator-error';

/** What every command says of how documents are read, and of what they do not say themselves. */
export interface ImportFlags {
  readonly format: ImportFormat;
  readonly company?: string;
  readonly createCompany?: string;
  readonly symbol?: string;
  readonly period?: string;
  readonly publisher?: string;
  readonly publishedAt?: string;
  readonly url?: string;
  readonly textAccess?: TextAccess;
  readonly jobs: number;
  readonly json?: boolean;
}

export function addImportOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--format <format>', 'how they are to be read').choices(Object.values(ImportFormat)).default('AUTO'),
    )
    .option(
      '--company <company>',
      'symbol, CIK, slug or name of a known company, for sources that do not name theirs',
      readWords,
    )
    .option('--create-company <name>', 'make a company of this name where none is known, for such sources', readWords)
    .option('--symbol <symbol>', 'with --create-company, its symbol', readSymbol)
    .option('--period <period>', 'such as 2024Q4, for sources that do not name the quarter', readPeriod)
    .option('--publisher <name>', 'for sources that do not name it', readWords)
    .option('--published-at <instant>', 'such as 2025-01-30T17:14:00+05:30, for sources that do not say', readWhen)
    .option('--url <url>', 'where it was published', readUrl)
    .addOption(
      new Option('--text-access <access>', 'how much of their text the graph gives out').choices(
        Object.values(TextAccess),
      ),
    )
    .option('--jobs <count>', 'documents read side by side', readJobs, 1);
}

export function importOptionsOf(flags: ImportFlags): Required<Pick<ImportItemsOptions, 'format' | 'hints' | 'jobs'>> {
  const { format, jobs, company = null, period = null, publisher = null, publishedAt = null, url = null } = flags;
  const { textAccess = null, createCompany: name, symbol = null } = flags;
  if (name !== undefined && company !== null)
    throw new OperatorError('usage', 'Give either --company, for one that is known, or --create-company.');
  if (name === undefined && symbol !== null)
    throw new OperatorError(
      'usage',
      '--symbol goes with --create-company; --company takes the symbol of a company that is known.',
    );
  const createCompany = name === undefined ? null : { name, symbol };
  return { format, jobs, hints: { company, createCompany, period, publisher, publishedAt, url, textAccess } };
}

function readWords(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.');
  return text.trim();
}

function readSymbol(text: string): string {
  const symbol = text.trim().toUpperCase();
  if (!/^[A-Z0-9][A-Z0-9.-]{0,11}$/.test(symbol)) throw new InvalidArgumentError('Give a symbol, such as META.');
  return symbol;
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
