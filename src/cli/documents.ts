import { type Command, InvalidArgumentError } from 'commander';
import { type ListedDocument, listDocuments } from '../ingest/list-documents';
import { migrate } from '../platform/database/migrate';
import { examples, JSON_OPTION, print } from './output';
import { withDatabase } from './work';

export function addDocuments(program: Command): void {
  program
    .command('documents')
    .description('list what was imported, newest first')
    .argument('[words]', 'part of the title or of the publisher')
    .option('--limit <count>', 'at most so many', readLimit, 50)
    .option('--all', 'also revisions that gave way to newer ones, and what was taken down')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot documents meta': 'what is here of Meta',
        'earshot documents --all --json': 'everything, for a script',
      }),
    )
    .action((words: string | undefined, { limit, all, json }) =>
      withDatabase(async ({ url }, { log }) => {
        await migrate(url, log);
        const documents = await listDocuments(url, { search: words, all, limit });
        print(json, documents, documents.length > 0 ? documents.map(lineOf) : ['There are no such documents.']);
      }),
    );
}

function lineOf(document: ListedDocument): string {
  const { key, sha256, importedAt, kind, title, publisher, revision, superseded, removedAt, removalReason } = document;
  const state = removedAt
    ? ` [taken down ${removedAt.slice(0, 10)}: ${removalReason}]`
    : superseded
      ? ` [revision ${revision}, superseded]`
      : revision > 1
        ? ` [revision ${revision}]`
        : '';
  return `${String(key).padStart(6)}  ${sha256.slice(0, 12)}  ${importedAt.slice(0, 16)}  ${kind.padEnd(13)} ${title}${publisher ? ` (${publisher})` : ''}${state}`;
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000_000) {
    throw new InvalidArgumentError('Give a whole number from 1 to 1000000.');
  }
  return limit;
}
