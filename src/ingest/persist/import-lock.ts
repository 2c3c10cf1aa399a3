import { Client } from 'pg';

/**
 * One writer at a time. Two imports of one document would both find it missing, two of different documents would both create the
 * speaker they share, and their counts would wait for each other in opposite orders. Reading and extracting need no lock.
 */
const IMPORT_LOCK = 32_774_684;

/** Runs `work` in a transaction that holds the lock of writers; what it throws rolls everything back. */
export async function inImport<T>(client: Client, work: () => Promise<T>, { keep = true } = {}): Promise<T> {
  try {
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${IMPORT_LOCK})`);
    const result = await work();
    await client.query(keep ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      // The connection is gone, and the transaction with it; the first error says why.
    });
    throw error;
  }
}

/**
 * Runs a batch of transactions that do not wait for the disk one by one: what a crash of the server would lose is whole documents,
 * which the next run finds missing. Everything is on the disk when it returns.
 */
export async function inBatch<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('SET synchronous_commit = off');
  const result = await work();
  await client.query('SET synchronous_commit = on');
  // A record that waits, and whatever was written before it.
  await client.query("SELECT pg_logical_emit_message(true, 'earshot', 'imported')");
  return result;
}

/** For making a connection: an import has time, but does not wait for ever for a host that is gone. */
const CONNECT_MS = 10_000;

/** Runs `work` with a connection of its own. */
export async function withWriter<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS });
  // A connection that is lost between two queries says so here; the next query fails and tells whoever waits.
  client.on('error', () => {});
  await client.connect();
  try {
    // Checks of keys and spans are planned once a session. Planned while a table is small, they would read all of it
    // when it has grown: an import into an empty database would slow down with every document.
    await client.query('SET enable_seqscan = off');
    return await work(client);
  } finally {
    await client.end();
  }
}
