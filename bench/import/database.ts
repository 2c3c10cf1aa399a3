import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import pino from 'pino';
import { migrate } from '../../src/platform/database/migrate';

export interface Database {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated database of its own on a server. */
export async function makeDatabase(server: string): Promise<Database> {
  const name = `earshot_bench_${randomBytes(4).toString('hex')}`;
  const run = async (sql: string) => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate(url.href, pino({ level: 'silent' }));
  return { url: url.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}
