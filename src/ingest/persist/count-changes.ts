import type { Client, QueryResult } from 'pg';

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE']);

/** Runs `work` and counts the rows that it inserts, updates or deletes over the connection that it is given. */
export async function countChanges(client: Client, work: (counted: Client) => Promise<void>): Promise<number> {
  let changes = 0;
  const query = async (...statement: Parameters<Client['query']>): Promise<unknown> => {
    const result = (await client.query(...statement)) as unknown as QueryResult;
    if (CHANGES.has(result.command)) changes += result.rowCount ?? 0;
    return result;
  };
  await work(Object.create(client, { query: { value: query } }) as Client);
  return changes;
}
