import type { Logger } from 'pino';
import { buildGraph } from '../api/schema';
import type { Config } from '../platform/config';
import { Reader } from '../read/reader';
import { serveGraph } from './serve';

export interface RunningServer {
  /** `http://host:port` */
  readonly url: string;
  /** Lets requests finish, then closes everything. */
  close(): Promise<void>;
}

/** Composition root: the graph, the reader over one database, and HTTP before both. */
export async function startServer(options: {
  config: Config;
  databaseUrl: string;
  log: Logger;
}): Promise<RunningServer> {
  const { config, databaseUrl, log } = options;
  const schema = buildGraph();
  const reader = await Reader.open({ databaseUrl, log, schema });
  try {
    const serving = await serveGraph({ config, log, schema, executor: reader });
    return {
      url: serving.url,
      close: async () => {
        await serving.close();
        await reader.close();
      },
    };
  } catch (error) {
    await reader.close();
    throw error;
  }
}
