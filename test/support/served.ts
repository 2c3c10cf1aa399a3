import pino from 'pino';
import { readConfig } from '../../src/platform/config';
import { type RunningServer, startServer } from '../../src/server/server';
import { createTestDatabase, type TestDatabase } from './database';
import { FaultProxy } from './fault-proxy';

/** A server whose way to a database of its own can be disturbed. */
export interface Served {
  readonly server: RunningServer;
  readonly proxy: FaultProxy;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

/** Another role on a database that there is already, and that stays. */
interface Guest {
  readonly role: string;
  readonly password: string;
  readonly on: TestDatabase;
}

export async function serveByProxy(env: Record<string, string> = {}, guest?: Guest): Promise<Served> {
  const database = guest ? asGuest(guest) : await createTestDatabase({ sample: true });
  const proxy = await FaultProxy.open(database.url);
  const server = await startServer({
    config: readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...env }),
    databaseUrl: proxy.url,
    log: pino({ level: 'silent' }),
  });
  return {
    server,
    proxy,
    database,
    async close() {
      await proxy.heal();
      // What was silenced for good would have the server wait for it.
      proxy.reset();
      await server.close();
      await proxy.close();
      await database.drop();
    },
  };
}

function asGuest({ role, password, on }: Guest): TestDatabase {
  const url = new URL(on.url);
  url.username = role;
  url.password = password;
  return { url: url.href, drop: async () => {} };
}

/** A number of /metrics. */
export async function readMetric({ server }: Served, name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
}

/** Asks until it is so; false when it has not come true in time. */
export async function comesTrue(condition: () => Promise<boolean> | boolean, milliseconds = 10_000): Promise<boolean> {
  const until = performance.now() + milliseconds;
  do {
    if (await condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  } while (performance.now() < until);
  return false;
}
