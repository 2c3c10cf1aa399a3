import { type Command, InvalidArgumentError, Option } from 'commander';
import { TextAccess } from '../domain/document.entity';
import { parsePeriod, printPeriod } from '../domain/fiscal/period';
import { ImportFormat } from '../domain/import-format';
import { readInstant } from '../domain/scalars/instant';
import type { ImportItemsOptions } from '../ingest/import-items';

/** What every command says of how documents are read, and of what they do not say themselves. */
export interface ImportFlags {
  readonly format: ImportFormat;
  readonly company?: string;
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
    .option('--company <company>', 'symbol, CIK or slug, for sources that do not name the company', readWords)
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
  const { textAccess = null } = flags;
  return { format, jobs, hints: { company, period, publisher, publishedAt, url, textAccess } };
}

function readWords(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.');
  return text.trim();
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
