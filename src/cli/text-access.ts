import type { Command } from 'commander';
import { TextAccess } from '../domain/document.entity';
import { ImportFormat } from '../domain/import-format';
import { changeTextAccess } from '../ingest/change-text-access';
import { findDocuments } from '../ingest/named-node';
import { type AccessRule, dropAccessRule, keepAccessRule, listAccessRules } from '../ingest/text-access-rule';
import { migrate } from '../platform/database/migrate';
import { OperatorError } from '../platform/operator-error';
import { theOnly } from './choose';
import { examples, JSON_OPTION, print } from './output';
import { withDatabase } from './work';

/** Takes the rule of a publisher or a format away. */
const DEFAULT = 'DEFAULT';

export function addTextAccess(program: Command): void {
  program
    .command('text-access')
    .description('say how much of a document’s text the graph gives out, or what holds for a publisher or a format')
    .argument('[what]', 'a document (id, number, SHA-256, URL or title), publisher:NAME or format:FORMAT')
    .argument('[access]', 'FULL, EXCERPT, NONE; DEFAULT takes a rule away')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot text-access 17 EXCERPT': 'all revisions; the excerpt is chosen anew',
        'earshot text-access publisher:Reuters EXCERPT': 'documents that are imported from now on',
        'earshot text-access format:FMP NONE': 'the same by format; of two rules the stricter holds',
        'earshot text-access': 'lists the rules',
      }),
    )
    .action(runTextAccess);
}

async function runTextAccess(
  what: string | undefined,
  typed: string | undefined,
  { json }: { json?: boolean },
): Promise<void> {
  if (what === undefined) return listRules(json);
  const access = readAccess(typed);
  const rule = readRule(what);
  await withDatabase(async ({ url }, { log }) => {
    await migrate(url, log);
    if (rule) return changeRule(url, rule, access, json);
    if (access === DEFAULT) throw new OperatorError('usage', `A document has FULL, EXCERPT or NONE, not ${DEFAULT}.`);
    const { key, id, label } = theOnly(
      await findDocuments(url, what),
      'document',
      what,
      '`earshot documents` lists all',
    );
    const change = await changeTextAccess(url, key, access);
    if (!change) throw new OperatorError('refused', `"${label}" was taken down; there is no text of it.`);
    const { before, after, documents } = change;
    print(json, { id, title: label, before, after, documents }, [
      `"${label}" gives out ${after} now, ${before} before`,
    ]);
  });
}

async function listRules(json: boolean | undefined): Promise<void> {
  await withDatabase(async ({ url }, { log }) => {
    await migrate(url, log);
    const rules = await listAccessRules(url);
    const lines = rules.map(({ kind, value, textAccess }) => `${kind}:${value} ${textAccess}`);
    print(json, rules, lines.length > 0 ? lines : ['There are no rules: documents of which nothing is said are FULL.']);
  });
}

async function changeRule(
  url: string,
  rule: Pick<AccessRule, 'kind' | 'value'>,
  access: TextAccess | typeof DEFAULT,
  json: boolean | undefined,
): Promise<void> {
  const name = `${rule.kind}:${rule.value}`;
  if (access === DEFAULT) {
    const dropped = await dropAccessRule(url, rule);
    print(json, { ...rule, textAccess: null, dropped }, [dropped ? `${name} has no rule now` : `${name} had no rule`]);
    return;
  }
  await keepAccessRule(url, { ...rule, textAccess: access });
  print(json, { ...rule, textAccess: access }, [`${name} gives out ${access}, from the next import on`]);
}

function readAccess(typed: string | undefined): TextAccess | typeof DEFAULT {
  const access = typed?.toUpperCase();
  if (access === DEFAULT || (access && access in TextAccess)) return access as TextAccess | typeof DEFAULT;
  throw new OperatorError('usage', 'Say how much is given out: FULL, EXCERPT or NONE (or DEFAULT, for a rule).');
}

function readRule(what: string): Pick<AccessRule, 'kind' | 'value'> | null {
  const [, kind, value = ''] = /^(publisher|format):(.*)$/s.exec(what) ?? [];
  if (!kind) return null;
  if (kind === 'publisher') {
    if (value.trim() === '') throw new OperatorError('usage', 'Name the publisher: publisher:Reuters.');
    return { kind, value: value.trim() };
  }
  const format = value.trim().toUpperCase();
  if (format === ImportFormat.AUTO || !(format in ImportFormat))
    throw new OperatorError('usage', `"${value}" is no format: ${Object.values(ImportFormat).join(', ')}.`);
  return { kind: 'format', value: format };
}
