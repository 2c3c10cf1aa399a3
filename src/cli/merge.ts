import type { Command } from 'commander';
import { mergeCompanies } from '../ingest/merge-companies';
import { mergePeople } from '../ingest/merge-people';
import { findCompanies, findPeople, type Named } from '../ingest/named-node';
import { migrate } from '../platform/database/migrate';
import { EarshotError } from '../platform/errors';
import { OperatorError } from '../platform/operator-error';
import { confirm, theOnly } from './choose';
import { examples, JSON_OPTION, print } from './output';
import { withDatabase } from './work';

interface Kind {
  readonly what: string;
  readonly hint: string;
  readonly find: (databaseUrl: string, typed: string) => Promise<Named>;
  readonly merge: (databaseUrl: string, oldId: number, newId: number) => Promise<void>;
}

const PERSON: Kind = {
  what: 'person',
  hint: 'give an id, a number, or the whole name',
  find: findPeople,
  merge: mergePeople,
};

const COMPANY: Kind = {
  what: 'company',
  hint: 'give an id, a number, a symbol, a CIK or a slug',
  find: findCompanies,
  merge: mergeCompanies,
};

export function addMerge(program: Command): void {
  const command = program
    .command('merge')
    .description('make one of two people or companies that are the same')
    .addHelpText(
      'after',
      examples({
        'earshot merge person "Ron Birch" "Ronald Birch"': 'Ron Birch becomes an alias',
        'earshot merge company facebook META': 'everything of the first belongs to the second',
      }),
    );
  for (const kind of [PERSON, COMPANY]) {
    command
      .command(kind.what)
      .description(`everything of ${kind.what} A belongs to ${kind.what} B from then on, and A's id leads to B`)
      .argument('<a>', `who goes: ${kind.hint.replace('give ', '')}`)
      .argument('<b>', 'who stays')
      .option('--yes', 'do not ask')
      .option(...JSON_OPTION)
      .action((a: string, b: string, options) => runMerge(kind, a, b, options));
  }
}

async function runMerge(
  { what, hint, find, merge }: Kind,
  a: string,
  b: string,
  { yes, json }: { yes?: boolean; json?: boolean },
): Promise<void> {
  await withDatabase(async ({ url }, { log }) => {
    await migrate(url, log);
    const old = theOnly(await find(url, a), what, a, hint);
    const kept = theOnly(await find(url, b), what, b, hint);
    const result = { old: { id: old.id, name: old.label }, kept: { id: kept.id, name: kept.label } };
    if (old.key === kept.key) {
      print(json, { ...result, merged: false }, [`"${a}" and "${b}" are one already: ${kept.label} (${kept.key})`]);
      return;
    }
    await confirm(`Make ${old.label} (${old.key}) part of ${kept.label} (${kept.key})? It cannot be undone.`, yes);
    await merge(url, old.key, kept.key).catch((error: unknown) => {
      // Two that cannot be one; nothing has changed.
      throw error instanceof EarshotError ? new OperatorError('refused', error.message) : error;
    });
    print(json, { ...result, merged: true }, [`${old.label} (${old.key}) is ${kept.label} (${kept.key}) now`]);
  });
}
