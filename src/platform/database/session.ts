import { Client, type ClientConfig } from 'pg';

import { hidePassword } from '../log';
import { messageOf, OperatorError } from '../operator-error';
import { endConnection } from './client-socket';

/** One connection for as long as `use` takes; a database that has fallen silent meanwhile is not waited for at the end. */
export async function withClient<T>(
  url: string,
  use: (client: Client) => Promise<T>,
  bounds: Pick<ClientConfig, 'query_timeout'> = {},
): Promise<T> {
  const client = await connect(url, bounds);
  try {
    return await use(client);
  } finally {
    await endConnection(client);
  }
}

export async function connect(url: string, bounds: Pick<ClientConfig, 'query_timeout'> = {}): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: 'earshot',
    connectionTimeoutMillis: 10_000,
    ...bounds,
  });
  // A connection lost between two statements speaks up at the next one; without a listener it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (cause) {
    throw new OperatorError('database', `The database ${hidePassword(url)} does not answer: ${messageOf(cause)}`, {
      cause,
    });
  }
}
