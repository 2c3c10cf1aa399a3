import type { Command } from 'commander';
import { allowAgain } from '../ingest/allow-again';
import { findDocuments } from '../ingest/named-node';
import { migrate } from '../platform/database/migrate';
import { theOnly } from './choose';
import { examples, JSON_OPTION, print } from './output';
import { withDatabase } from './work';

export function addAllowAgain(program: Command): void {
  program
    .command('allow-again')
    .description('let a document that was taken down be imported again')
    .argument('<document>', 'its id, its number, its URL, or the first characters of its SHA-256')
    .option(...JSON_OPTION)
    .addHelpText('after', examples({ 'earshot allow-again 17': 'its words come back with the next import' }))
    .action((typed: string, { json }: { json?: boolean }) =>
      withDatabase(async ({ url }, { log }) => {
        await migrate(url, log);
        const hint = '`earshot documents --all` lists what was taken down';
        const { key, id } = theOnly(await findDocuments(url, typed), 'document', typed, hint);
        const allowed = await allowAgain(url, key);
        const line = allowed ? `document ${key} may be imported again` : `document ${key} is not kept out`;
        print(json, { id, allowed }, [line]);
      }),
    );
}
