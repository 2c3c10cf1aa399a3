import type { Command } from 'commander';
import { syncCatalogue } from '../ingest/catalogue';
import { loadSample, removeSample } from '../ingest/sample';
import { readConfig, readEnvironment } from '../platform/config';
import { migrate } from '../platform/database/migrate';
import { joinDatabase } from '../platform/database/open-database';
import { createLog } from '../platform/log';

export function addSample(program: Command): void {
  const command = program.command('sample').description('load or remove the sample that comes with Earshot');
  command
    .command('load')
    .description('load it; what is there already stays')
    .action(() =>
      withDatabase(async (url, log) => {
        await migrate(url, log);
        await syncCatalogue(url);
        await loadSample(url, log);
      }),
    );
  command
    .command('remove')
    .description('remove it and nothing else')
    .action(() => withDatabase((url) => removeSample(url)));
}

async function withDatabase(work: (url: string, log: ReturnType<typeof createLog>) => Promise<unknown>): Promise<void> {
  const config = readConfig(readEnvironment());
  const log = createLog(config);
  const database = await joinDatabase(config, log);
  try {
    await work(database.url, log);
  } finally {
    await database.stop();
  }
}
