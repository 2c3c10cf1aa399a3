import { type Command, Option } from 'commander';
import { ImportFormat } from '../domain/import-format';
import { joinLevels } from '../ingest/container/join-levels';
import { readItems } from '../ingest/container/read-items';
import { ImportError } from '../ingest/fault';
import { NO_HINTS } from '../ingest/formats/format';
import { tellsNothing } from '../ingest/nothing-read';
import { type ReadDocument, readSource } from '../ingest/read-source';
import { EXIT_CODES } from '../platform/operator-error';
import { printWhy } from './why';

export function addExtract(program: Command): void {
  program
    .command('extract')
    .description('read documents and print what stands in them, without a database')
    .argument('<file...>', 'files, folders, patterns or archives; - reads standard input')
    .addOption(
      new Option('--format <format>', 'how it is to be read').choices(Object.values(ImportFormat)).default('AUTO'),
    )
    .option('--text', 'print the text that all offsets count in, and nothing else')
    .option('--why', 'print each speaker and figure with the rules that read it, and nothing else')
    .option('--json', 'print JSON: one document as an object, several as a list')
    .action(async (files: string[], { format, text, why, json }) => {
      const print = (value: unknown) => JSON.stringify(value, null, json ? 0 : 2);
      let count = 0;
      let first: string | null = null;
      let isEmpty = false;
      for await (const { neutral, extraction } of readAll(files, format as ImportFormat)) {
        // Extraction does nothing but print.
        if (!process.stdout.writable) return;
        count++;
        isEmpty ||= tellsNothing(extraction.warnings);
        const plain = text ? neutral.text : why ? printWhy(extraction) : null;
        if (plain !== null) process.stdout.write(count > 1 ? `\n${plain}` : plain);
        // Whether it is a list shows with the second document; none is held longer than that.
        else if (count === 1) first = print(extraction);
        else {
          process.stdout.write(count === 2 ? `[${first},\n${print(extraction)}` : `,\n${print(extraction)}`);
          first = null;
        }
      }
      // What cannot be read at all is the graver fault.
      if (isEmpty && !process.exitCode) process.exitCode = EXIT_CODES.nothingRead;
      if (!text && !why && count > 0) process.stdout.write(count === 1 ? `${first}\n` : ']\n');
    });
}

/** Every document that can be read; what cannot is told on standard error, and by the exit code. */
async function* readAll(files: readonly string[], format: ImportFormat): AsyncGenerator<ReadDocument> {
  for await (const item of joinLevels(readItems(files))) {
    try {
      if ('error' in item) throw item.error;
      yield* await readSource(item.source, format, NO_HINTS);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      process.stderr.write(`${error.message}\n`);
      process.exitCode = EXIT_CODES.unreadable;
    }
  }
}
