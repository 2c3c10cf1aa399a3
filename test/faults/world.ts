import { randomBytes } from 'node:crypto';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { migrate } from '../../src/platform/database/migrate';
import { createLog } from '../../src/platform/log';
import { fillSynthetic } from '../support/synthetic';
import { onServer, urlOf } from '../support/template';
import type { OwnPostgres } from './own-postgres';
import type { World } from './scenario';
import { ServerProcess } from './server';

const log = createLog({ logLevel: 'silent' });
const FILLED = 'faults_filled';
const MIGRATED = 'faults_migrated';

/** Databases to clone from: with the schema and the catalogue, and with made-up statements as well. */
export async function prepareWorlds(postgres: OwnPostgres): Promise<void> {
  await onServer(postgres.url, (client) => client.query(`CREATE DATABASE ${MIGRATED}`));
  const migrated = urlOf(postgres.url, MIGRATED);
  await migrate(migrated, log);
  await syncCatalogue(migrated);
  await onServer(postgres.url, (client) => client.query(`CREATE DATABASE ${FILLED} TEMPLATE ${MIGRATED}`));
  const filled = urlOf(postgres.url, FILLED);
  await fillSynthetic(filled, { companies: 50, people: 500, quartersEach: 12, utterances: 20_000, textLength: 200 });
  await onServer(filled, (client) => client.query('ANALYZE'));
}

export async function withWorld<T>(
  postgres: OwnPostgres,
  scale: number,
  work: (world: World) => Promise<T>,
  /** Told of each server that did not end when it was asked to. */
  onStuck: () => void,
): Promise<T> {
  const undos: (() => unknown)[] = [];
  const make = async (template: string): Promise<string> => {
    const name = `faults_${randomBytes(5).toString('hex')}`;
    await onServer(postgres.url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
    undos.push(() => onServer(postgres.url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)));
    return urlOf(postgres.url, name);
  };
  const world: World = {
    postgres,
    scale,
    databaseUrl: await make(FILLED),
    makeEmptyDatabase: () => make('template0'),
    makeMigratedDatabase: () => make(MIGRATED),
    async serve(databaseUrl, env) {
      const server = await ServerProcess.start(databaseUrl, env);
      undos.push(() =>
        server.stop().catch(() => {
          onStuck();
          server.child.kill('SIGKILL');
        }),
      );
      return server;
    },
    afterwards: (undo) => undos.push(undo),
  };
  try {
    return await work(world);
  } finally {
    for (const undo of undos.reverse()) await Promise.resolve(undo()).catch((error) => console.error(String(error)));
  }
}
