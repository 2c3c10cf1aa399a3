import type { Command } from 'commander';
import { syncCatalogue } from '../ingest/catalogue';
import { loadSample } from '../ingest/sample';
import { readConfig, readEnvironment } from '../platform/config';
import { isEmpty } from '../platform/database/is-empty';
import { migrate } from '../platform/database/migrate';
import { openDatabase } from '../platform/database/open-database';
import { createLog } from '../platform/log';
import { OperatorError } from '../platform/operator-error';
import { startServer } from '../server/server';

const FIRST_QUERY = `{
  statements(filter: { speakerName: "zuckerberg", topics: ["compute"], period: "2024Q4", directness: [DIRECT_QUOTE] }) {
    nodes { text saidOn speaker { name } }
  }
}`;

export function addServe(program: Command): void {
  program
    .command('serve', { isDefault: true })
    .description(
      'start the database (unless DATABASE_URL names one), migrate it, load the sample into an empty one, and serve the graph',
    )
    .action(serve);
}

async function serve(): Promise<void> {
  const config = readConfig(readEnvironment());
  const log = createLog(config);
  const database = await openDatabase(config, log);
  try {
    await migrate(database.url, log);
    await syncCatalogue(database.url);
    if (await isEmpty(database.url)) await loadSample(database.url, log);
    const server = await startServer({ config, databaseUrl: database.url, log });
    process.stdout.write(
      `\nEarshot listens on ${server.url}/graphql – open it in a browser, or ask:\n\n${FIRST_QUERY}\n\nStop it with Ctrl-C.\n\n`,
    );
    const lost = await Promise.race([untilSignal().then(() => false), database.ended.then(() => true)]);
    await server.close();
    if (lost) {
      throw new OperatorError(
        'database',
        `The embedded Postgres has ended by itself; its log is ${config.home}/postgres.log. Start Earshot again: nothing is lost.`,
      );
    }
  } finally {
    await database.stop();
  }
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
