import type { Command } from 'commander';
import { type RetagReport, retag } from '../ingest/retag';
import { migrate } from '../platform/database/migrate';
import { EXIT_CODES } from '../platform/operator-error';
import { examples, JSON_OPTION, print } from './output';
import { showProgress } from './progress';
import { StopWish } from './stop';
import { withDatabase } from './work';

export function addRetag(program: Command): void {
  program
    .command('retag')
    .description('tag the topics of stored words again, where another version of the taxonomy has tagged them')
    .option('--force', 'also what this version has tagged already')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({ 'earshot retag': 'after an update of Earshot', 'earshot retag --json': 'for a script' }),
    )
    .addHelpText(
      'after',
      '\nDocuments are done in batches, each kept for good: a run that is ended goes on where it stopped.' +
        '\nTopics that a NATIVE file names stay as they are.',
    )
    .action(runRetag);
}

async function runRetag({ force, json }: { force?: boolean; json?: boolean }): Promise<void> {
  const stop = new StopWish();
  const progress = showProgress('documents', json);
  const report = await withDatabase(async ({ url }, { log }) => {
    await migrate(url, log);
    return retag(url, {
      force,
      signal: stop.signal,
      onStart: (documents) => progress.expect(documents),
      onBatch: (documents) => progress.step(documents),
    });
  }).finally(() => progress.stop());
  if (stop.isMade) process.exitCode = EXIT_CODES.interrupted;
  print(json, { ...report, interrupted: stop.isMade }, [describe(report, stop.isMade)]);
}

function describe({ version, documents, changed, unchanged }: RetagReport, interrupted: boolean): string {
  if (interrupted) return `stopped after ${documents} documents; the next \`earshot retag\` goes on from there`;
  if (documents === 0) return `everything is tagged by version ${version} of the taxonomy`;
  return `${documents} documents tagged by version ${version}: ${changed} utterances changed, ${unchanged} unchanged`;
}
