import type { GraphQLSchema } from 'graphql';
import { Client } from 'pg';
import pino from 'pino';
import { Reader, type ReaderOptions } from '../../src/read/reader';
import { createTestDatabase } from './database';
import { fillSynthetic, type SyntheticSize } from './synthetic';

/** Made-up rows in a database of their own, with a client beside the reader that answers from them. */
export interface SyntheticGraph {
  readonly reader: Reader;
  readonly client: Client;
  readonly url: string;
  close(): Promise<void>;
}

/** `change`: what the rows become before the reader sees them. */
export async function openSyntheticGraph(
  schema: GraphQLSchema,
  size: SyntheticSize,
  change: (client: Client) => Promise<unknown> = async () => {},
  options: Pick<ReaderOptions, 'poolSize'> = {},
): Promise<SyntheticGraph> {
  const database = await createTestDatabase();
  await fillSynthetic(database.url, size);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await change(client);
  const log = pino({ level: 'silent' });
  const reader = await Reader.open({ databaseUrl: database.url, log, schema, ...options });
  const close = async (): Promise<void> => {
    await reader.close();
    await client.end();
    await database.drop();
  };
  return { reader, client, url: database.url, close };
}
