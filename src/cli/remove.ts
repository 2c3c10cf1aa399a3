import type { Command } from 'commander';
import { findDocuments } from '../ingest/named-node';
import { removeDocument } from '../ingest/remove-document';
import { migrate } from '../platform/database/migrate';
import { OperatorError } from '../platform/operator-error';
import { confirm, theOnly } from './choose';
import { examples, JSON_OPTION, print } from './output';
import { withDatabase } from './work';

export function addRemove(program: Command): void {
  program
    .command('remove')
    .description('take a document down: its words, its revisions and its raw bytes go for good')
    .argument('<document>', 'its id, its number, the first characters of its SHA-256, its URL, or its whole title')
    .requiredOption('--reason <words>', 'why; it is kept with what is left')
    .option('--yes', 'do not ask')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot remove 17 --reason "the publisher asked for it"': 'asks first',
        'earshot remove https://example.com/a --reason "licence ended"': 'by its address',
        'earshot remove 3fa9c01be2d4 --reason "licence ended" --yes --json': 'for a script',
      }),
    )
    .addHelpText(
      'after',
      '\nA row without words stays, with digests of its bytes, its key and its URL: ids are answered, and no copy is taken in again.' +
        '\n`earshot allow-again` lets it in.',
    )
    .action(runRemove);
}

async function runRemove(
  typed: string,
  { reason, yes, json }: { reason: string; yes?: boolean; json?: boolean },
): Promise<void> {
  if (reason.trim() === '') throw new OperatorError('usage', 'Say why with --reason; it is kept with what is left.');
  await withDatabase(async ({ url }, { log }) => {
    await migrate(url, log);
    const { key, id, label } = theOnly(
      await findDocuments(url, typed),
      'document',
      typed,
      '`earshot documents` lists all',
    );
    await confirm(`Take down document ${key}, "${label}", with all its revisions, for good?`, yes);
    const report = await removeDocument(url, key, reason.trim());
    const { documents, utterances, nodes, facts, bereft } = report ?? NOTHING;
    const result = { id, title: label, removed: report !== null, documents, utterances, nodes, facts, bereft };
    print(json, result, report ? describe(result) : [`"${label}" was taken down before`]);
  });
}

const NOTHING = { documents: [], utterances: 0, nodes: 0, facts: 0, bereft: [] };

function describe({
  title,
  documents,
  utterances,
  nodes,
  bereft,
}: {
  title: string;
  documents: readonly number[];
  utterances: number;
  nodes: number;
  bereft: readonly number[];
}): string[] {
  const revisions = documents.length > 1 ? ` (${documents.length} revisions)` : '';
  const lines = [
    `took down "${title}"${revisions}: ${utterances} utterances are gone, and ${nodes} nodes that it alone had made`,
  ];
  if (bereft.length === 0) return lines;
  return [
    ...lines,
    `Documents ${bereft.join(', ')} told the same words as a second source and have lost them with it: import them again.`,
  ];
}
