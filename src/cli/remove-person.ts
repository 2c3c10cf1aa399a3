import type { Command } from 'commander';
import { findPeople } from '../ingest/named-node';
import { type PersonRemoval, removePerson } from '../ingest/remove-person';
import { migrate } from '../platform/database/migrate';
import { OperatorError } from '../platform/operator-error';
import { confirm, theOnly } from './choose';
import { examples, JSON_OPTION, print } from './output';
import { withDatabase } from './work';

interface Flags {
  readonly reason: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function addRemovePerson(program: Command): void {
  program
    .command('remove-person')
    .description('take a person out everywhere: words, names, offices, mentions, and where they stand in texts')
    .argument('<person>', 'id, number, or the whole name')
    .requiredOption('--reason <words>', 'why; it is kept, without the name')
    .option('--dry-run', 'say what would go and keep everything')
    .option('--yes', 'do not ask')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot remove-person "Ada Lindqvist" --reason "she asked for it" --dry-run': 'what would go',
        'earshot remove-person 17 --reason "court order" --yes --json': 'for a script',
      }),
    )
    .addHelpText('after', '\nLater imports leave out whoever bears one of the names. It cannot be undone.')
    .action(runRemovePerson);
}

async function runRemovePerson(typed: string, { reason, yes, dryRun = false, json }: Flags): Promise<void> {
  if (reason.trim() === '') throw new OperatorError('usage', 'Say why with --reason; it is kept.');
  await withDatabase(async ({ url }, { log }) => {
    await migrate(url, log);
    const hint = 'give an id, a number, or the whole name';
    const { key, id, label } = theOnly(await findPeople(url, typed), 'person', typed, hint);
    if (!dryRun) await confirm(`Take ${label} (${key}) out everywhere, for good?`, yes);
    const report = await removePerson(url, key, { reason: reason.trim(), dryRun });
    if (!report) throw new OperatorError('usage', `There is no person "${typed}".`);
    print(json, { id, dryRun, ...report }, describe(report, dryRun));
  });
}

function describe(report: PersonRemoval, dryRun: boolean): string[] {
  const { utterances, claims, mentions, documents, sharedNames } = report;
  const what = `${utterances} utterances, ${claims} claims, ${mentions} mentions; blanked in ${documents.length} documents`;
  return [
    dryRun ? `would take out ${what}` : `took out ${what}`,
    ...(sharedNames > 0
      ? [
          `${sharedNames} of the names belong to others too, so later imports do not leave them out: look at what comes in.`,
        ]
      : []),
  ];
}
