import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { ImportFormat } from '../domain/import-format';
import { NO_HINTS } from '../ingest/formats/format';
import { readSource } from '../ingest/read-source';
import { Source } from '../ingest/source';

export function addExtract(program: Command): void {
  program
    .command('extract')
    .description('read a document and print what stands in it, without a database')
    .argument('<file>', 'the document; - reads it from standard input')
    .addOption(
      new Option('--format <format>', 'how it is to be read').choices(Object.values(ImportFormat)).default('AUTO'),
    )
    .option('--text', 'print the text that all offsets count in, and nothing else')
    .option('--json', 'print JSON')
    .action(async (file: string, { format, text, json }) => {
      const source = new Source(file === '-' ? '<stdin>' : file, readFileSync(file === '-' ? 0 : file));
      const documents = await readSource(source, format as ImportFormat, NO_HINTS);
      if (text) {
        process.stdout.write(documents.map(({ neutral }) => neutral.text).join('\n'));
        return;
      }
      const extractions = documents.map(({ extraction }) => extraction);
      process.stdout.write(
        `${JSON.stringify(extractions.length === 1 ? extractions[0] : extractions, null, json ? 0 : 2)}\n`,
      );
    });
}
