import { Client } from 'pg';

import { hidePassword } from '../log';
import { messageOf, OperatorError } from '../operator-error';

/** One connection for as long as `use` takes. */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'earshot', connectionTimeoutMillis: 10_000 });
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
