import type { Command } from 'commander';
import { syncCatalogue } from '../ingest/catalogue';
import { removeSample } from '../ingest/remove-sample';
import { loadSample } from '../ingest/sample';
import { migrate } from '../platform/database/migrate';
import { examples, JSON_OPTION, print } from './output';
import { withDatabase } from './work';

export function addSample(program: Command): void {
  const command = program
    .command('sample')
    .description('load or remove the sample that comes with Earshot')
    .addHelpText(
      'after',
      examples({
        'earshot sample load': 'serve does so by itself on an empty database',
        'earshot sample remove --json': 'and say what has gone, for a script',
      }),
    );
  command
    .command('load')
    .description('load it; what is there already stays')
    .option(...JSON_OPTION)
    .action(async ({ json }) => {
      const report = await withDatabase(async ({ url }, { log }) => {
        await migrate(url, log);
        await syncCatalogue(url);
        return loadSample(url, log);
      });
      print(json, report, ['the sample is loaded', ...describeCounts(report)]);
    });
  command
    .command('remove')
    .description('remove it and nothing else')
    .option(...JSON_OPTION)
    .action(async ({ json }) => {
      const report: unknown = await withDatabase(async ({ url }, { log }) => {
        await migrate(url, log);
        return removeSample(url);
      });
      print(json, report ?? {}, ['the sample is removed', ...describeCounts(report)]);
    });
}

/** Whatever a report counts, a line each: `facts: 3`, `documents: created 1, updated 0`. */
function describeCounts(report: unknown): string[] {
  const words = (count: unknown): string =>
    typeof count === 'object' && count !== null
      ? Object.entries(count)
          .map(([name, each]) => `${name} ${each}`)
          .join(', ')
      : String(count);
  return Object.entries(report ?? {}).map(([what, count]) => `  ${what}: ${words(count)}`);
}
