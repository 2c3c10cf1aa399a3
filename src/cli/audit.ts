import { type Command, InvalidArgumentError } from 'commander';
import { AuditAction } from '../domain/audit-entry.entity';
import { readInstant } from '../domain/scalars/instant';
import { type AuditedEntry, listAuditEntries, pruneAuditEntries } from '../ingest/audit-trail';
import { migrate } from '../platform/database/migrate';
import { confirm } from './choose';
import { type Cell, printCsv } from './csv';
import { examples, JSON_OPTION, print } from './output';
import { withDatabase } from './work';

export function addAudit(program: Command): void {
  const command = program
    .command('audit')
    .description('list who changed what and when, newest first')
    .option('--since <when>', 'a day or an instant, such as 2026-11-01 or 2026-11-01T08:00:00Z', readWhen)
    .option('--actor <who>', 'part of the name of a key or a user, or the number of a key')
    .option('--action <action>', `one of ${Object.values(AuditAction).join(', ')}`, readAction)
    .option('--limit <count>', 'at most so many', readLimit, 50)
    .option('--csv', 'print CSV, with a line of names above')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot audit --action remove': 'what was taken down, by whom and why',
        'earshot audit --actor "nightly import" --since 2026-11-01 --csv': 'for a spreadsheet',
        'earshot audit prune --before 2025-01-01': 'drops old entries; asks first',
      }),
    )
    .action(({ since, actor, action, limit, csv, json }) =>
      withDatabase(async ({ url }, { log }) => {
        await migrate(url, log);
        const entries = await listAuditEntries(url, { since, actor, action, limit });
        if (csv) process.stdout.write(printCsv(COLUMNS, entries.map(cellsOf)));
        else print(json, entries, entries.length > 0 ? entries.map(lineOf) : ['There are no such entries.']);
      }),
    );
  command
    .command('prune')
    .description('drop entries from before a day, and note that it was done')
    .requiredOption('--before <when>', 'a day or an instant; what is younger stays', readWhen)
    .option('--yes', 'do not ask')
    .option(...JSON_OPTION)
    // `--json` is an option of the command above too, which takes it wherever it stands.
    .action(({ before, yes }, prune: Command) => runPrune(before, yes, prune.optsWithGlobals().json));
}

async function runPrune(before: string, yes: boolean | undefined, json: boolean | undefined): Promise<void> {
  await withDatabase(async ({ url }, { log }) => {
    await migrate(url, log);
    await confirm(`Drop all entries from before ${before} for good?`, yes);
    const pruned = await pruneAuditEntries(url, before);
    print(json, { before, pruned }, [`${pruned} entries from before ${before} are gone`]);
  });
}

const COLUMNS = ['id', 'at', 'actorKind', 'keyId', 'actor', 'action', 'subject', 'ids', 'titles', 'summary'] as const;

const cellsOf = (entry: AuditedEntry): Cell[] =>
  COLUMNS.map((column) => {
    const value = entry[column];
    if (column === 'summary') return JSON.stringify(value);
    return Array.isArray(value) ? value.join('; ') : `${value ?? ''}`;
  });

function lineOf({ at, actorKind, keyId, actor, action, subject, ids, titles, summary }: AuditedEntry): string {
  const who = actorKind === 'KEY' ? `key ${keyId} (${actor})` : actor;
  const few = ids.slice(0, 5).join(', ') + (ids.length > 5 ? `, … (${ids.length})` : '');
  const named = titles.length > 0 ? ` "${titles.join('", "')}"` : '';
  return `${at.slice(0, 19)}Z  ${who}  ${action} ${subject} ${few}${named}  ${JSON.stringify(summary)}`;
}

function readWhen(text: string): string {
  const instant = readInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
  if (instant === null) throw new InvalidArgumentError('Give a day or an instant: 2026-11-01, 2026-11-01T08:00:00Z.');
  return instant;
}

function readAction(text: string): AuditAction {
  const name = text.toUpperCase().replaceAll('-', '_');
  const found = Object.values(AuditAction).find((action) => action === name);
  if (!found) throw new InvalidArgumentError(`Give one of ${Object.values(AuditAction).join(', ')}.`);
  return found;
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000_000) {
    throw new InvalidArgumentError('Give a whole number from 1 to 1000000.');
  }
  return limit;
}
