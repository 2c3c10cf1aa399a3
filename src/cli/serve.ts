import type { Command } from 'commander';
import { syncCatalogue } from '../ingest/catalogue';
import { loadSample } from '../ingest/sample';
import { isNpmScript } from '../platform/config';
import { isEmpty } from '../platform/database/is-empty';
import { migrate } from '../platform/database/migrate';
import { openDatabase } from '../platform/database/open-database';
import { READ_ONLY_WORDS, readWriteAccess } from '../platform/database/write-access';
import type { Logger } from '../platform/log';
import { OperatorError } from '../platform/operator-error';
import { tryListening } from '../server/http/listener';
import { loadServer } from './load-graph';
import { examples, JSON_OPTION, print } from './output';
import { readSurroundings } from './work';

const FIRST_QUERY = `{
  statements(filter: { speakerName: "zuckerberg", topics: ["compute"], period: "2024Q4", directness: [DIRECT_QUOTE] }) {
    nodes { text saidOn speaker { name } }
  }
}`;

export function addServe(program: Command): void {
  program
    .command('serve')
    .description(
      'start the database (unless DATABASE_URL names one), migrate it, load the sample into an empty one, and serve the graph; what happens without a command',
    )
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot serve': 'with a Postgres of its own',
        'DATABASE_URL=postgres://me@localhost/earshot earshot serve': 'on yours',
        'EARSHOT_HOME=/tmp/second PORT=4001 earshot serve': 'beside another one',
      }),
    )
    .action(serve);
}

async function serve({ json }: { json?: boolean }): Promise<void> {
  const { config, log } = readSurroundings();
  const stopped = untilSignal(log);
  // A port that is taken is no reason to make a database first.
  await tryListening(config.port, config.host);
  if (config.metrics && config.metricsPort !== undefined) {
    await tryListening(config.metricsPort, config.host, 'EARSHOT_METRICS_PORT');
  }
  const database = await openDatabase(config, log);
  try {
    await prepare(database.url, log);
    const server = await loadServer().startServer({ config, databaseUrl: database.url, log });
    print(json, { url: `${server.url}/graphql`, pid: process.pid }, [
      `\nEarshot listens on ${server.url}/graphql – open it in a browser, or ask:\n\n${FIRST_QUERY}\n\nStop it with Ctrl-C.\n`,
    ]);
    const lost = await Promise.race([stopped.then(() => false), database.ended.then(() => true)]);
    // SIGTERM comes from whatever runs services, and may have a balancer beside it; a person at a terminal is not made to wait.
    const isManaged = !lost && (await stopped) === 'SIGTERM';
    await server.close(isManaged ? config.stopDelay : 0);
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

/** Brings the database to this version; one that is read-only serves as it is, if only its schema is current. */
async function prepare(url: string, log: Logger): Promise<void> {
  await migrate(url, log);
  const access = await readWriteAccess(url);
  if (access) {
    log.warn(
      `serving read-only: the database cannot be written to, since ${READ_ONLY_WORDS[access]}; mutations are refused until that changes`,
    );
    return;
  }
  await syncCatalogue(url);
  if (await isEmpty(url)) await loadSample(url, log);
}

/** Gives what asked for the end. Listens from the first moment on: a start that is asked to stop ends in order too. A second signal ends the process at once. */
function untilSignal(log: Logger): Promise<string> {
  return new Promise((resolve) => {
    const stop = (reason: string): void => {
      log.info({ reason }, 'stopping; a second signal does not wait');
      resolve(reason);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    if (isNpmScript()) whenParentEnds(() => stop('npm has ended'));
  });
}

/**
 * `npm start` runs a shell that runs us, and hands SIGTERM to that shell alone, which dies of it without a word: whoever stops npm would
 * leave a server and its Postgres behind. A new parent is how it shows.
 */
function whenParentEnds(tell: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    tell();
  }, 250).unref();
}
