import type { Command } from 'commander';
import { forgetDocument } from '../ingest/forget-document';
import { findDocuments } from '../ingest/named-node';
import { migrate } from '../platform/database/migrate';
import { confirm, theOnly } from './choose';
import { examples, JSON_OPTION, print } from './output';
import { withDatabase } from './work';

export function addForget(program: Command): void {
  program
    .command('forget')
    .description('undo the import of a document: it goes with what it alone had made, and may come in again')
    .argument('<document>', 'its id, its number, the first characters of its SHA-256, its URL, or its whole title')
    .option('--yes', 'do not ask')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot forget 17': 'asks first',
        'earshot forget 3fa9c01be2d4 --yes --json': 'for a script',
      }),
    )
    .addHelpText(
      'after',
      '\nCompanies, people, offices, quarters, events and filed numbers that the document alone had made go with it; what others need stays.' +
        '\n`earshot remove` takes a document down for good and keeps copies out; `import --again` reads one anew.',
    )
    .action(runForget);
}

async function runForget(typed: string, { yes, json }: { yes?: boolean; json?: boolean }): Promise<void> {
  await withDatabase(async ({ url }, { log }) => {
    await migrate(url, log);
    const { key, id, label } = theOnly(
      await findDocuments(url, typed),
      'document',
      typed,
      '`earshot documents` lists all',
    );
    await confirm(`Forget document ${key}, "${label}", with all its revisions?`, yes);
    const report = await forgetDocument(url, key);
    const { documents, utterances, nodes, facts, bereft } = report ?? NOTHING;
    const result = { id, title: label, forgotten: report !== null, documents, utterances, nodes, facts, bereft };
    print(json, result, report ? describe(result) : [`"${label}" was taken down, which stands; nothing was changed`]);
  });
}

const NOTHING = { documents: [], utterances: 0, nodes: 0, facts: 0, bereft: [] };

function describe({
  title,
  documents,
  utterances,
  nodes,
  facts,
  bereft,
}: Omit<typeof NOTHING, 'documents' | 'bereft'> & {
  readonly title: string;
  readonly documents: readonly number[];
  readonly bereft: readonly number[];
}): string[] {
  const revisions = documents.length > 1 ? ` (${documents.length} revisions)` : '';
  const numbers = facts > 0 ? `, ${facts} filed numbers` : '';
  const lines = [
    `forgot "${title}"${revisions}: ${utterances} utterances${numbers} and ${nodes} nodes that it alone had made are gone`,
  ];
  if (bereft.length === 0) return lines;
  return [
    ...lines,
    `Documents ${bereft.join(', ')} told the same words as a second source and have lost them with it: import them again.`,
  ];
}
