import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type QueryConfig } from 'pg';
import { type Committed, isAnswer, noteOutcome } from './commit-outcome';
import { beginWaiting, settleLexemes } from './count-lexemes';

/**
 * One writer at a time. Two imports of one document would both find it missing, two of different documents would both create the
 * speaker they share, and their counts would wait for each other in opposite orders. Reading and extracting need no lock.
 */
const IMPORT_LOCK = 32_774_684;

/** Silence after a COMMIT for so long, and it is not known what became of it. */
const COMMIT_MS = 30_000;
const ROLLBACK_MS = 5_000;

/**
 * Runs `work` in a transaction that holds the lock of writers; what it throws rolls everything back. Errors carry whether the change is
 * stored all the same: that is not known of a COMMIT whose answer was lost.
 */
export async function inImport<T>(client: Client, work: () => Promise<T>, { keep = true } = {}): Promise<T> {
  let committed: Committed = false;
  try {
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${IMPORT_LOCK})`);
    const result = await work();
    if (!keep) {
      await client.query('ROLLBACK');
      return result;
    }
    committed = null;
    await commit(client);
    return result;
  } catch (error) {
    if (committed === null && isAnswer(error)) committed = false;
    // The connection may be gone, and the transaction with it; the first error says why.
    const rolledBack = client.query('ROLLBACK').catch(() => {});
    await Promise.race([rolledBack, sleep(ROLLBACK_MS, undefined, { ref: false })]);
    throw noteOutcome(error, committed);
  }
}

async function commit(client: Client): Promise<void> {
  const { command } = await client.query({ text: 'COMMIT', query_timeout: COMMIT_MS } as QueryConfig);
  // A transaction with a failed statement ends by rolling back, and that is no error.
  if (command !== 'COMMIT') throw Object.assign(new Error('the transaction was rolled back'), { severity: 'ERROR' });
}

/**
 * Runs a batch of transactions that do not wait for the disk one by one: what a crash of the server would lose is whole documents,
 * which the next run finds missing. Everything is on the disk when it returns; where `work` throws, what it has written before is counted.
 */
export async function inBatch<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('SET synchronous_commit = off');
  beginWaiting(client);
  let result: T;
  try {
    result = await work();
  } catch (error) {
    // What was written before stays, and is counted. Where the connection is lost the next batch adds it up; the first error says why.
    await settleBatch(client).catch(() => {});
    throw error;
  }
  await settleBatch(client);
  // A record that waits, and whatever was written before it.
  await client.query("SELECT pg_logical_emit_message(true, 'earshot', 'imported')");
  return result;
}

async function settleBatch(client: Client): Promise<void> {
  await inImport(client, () => settleLexemes(client));
  await client.query('SET synchronous_commit = on');
}

/** For making a connection: an import has time, but does not wait for ever for a host that is gone. */
const CONNECT_MS = 10_000;

export interface WriterOptions {
  /** Milliseconds after which the connection is cut, whatever is being done. Without it a person is there to do that. */
  readonly limitMs?: number;
}

/**
 * What the session asks of the database. Checks of keys and spans are planned once a session: planned while a table is small, they would
 * read all of it when it has grown, and an import into an empty database would slow down with every document. And a writer that has gone
 * without a word must not hold the lock of writers for ever: a dead host shows within two minutes, a silent one by its idle transaction.
 */
const SESSION = `SET enable_seqscan = off; SET tcp_keepalives_idle = 60; SET tcp_keepalives_interval = 15; SET tcp_keepalives_count = 4;
  SET idle_in_transaction_session_timeout = '15min'`;

const END_MS = 1_000;

/** Runs `work` with a connection of its own. */
export async function withWriter<T>(
  databaseUrl: string,
  work: (client: Client) => Promise<T>,
  { limitMs }: WriterOptions = {},
): Promise<T> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'earshot writer',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  });
  // A connection that is lost between two queries says so here; the next query fails and tells whoever waits.
  client.on('error', () => {});
  const limit = limitMs && setTimeout(() => cut(client, tookTooLong()), limitMs);
  try {
    await client.connect();
    await client.query(SESSION);
    return await work(client);
  } finally {
    clearTimeout(limit);
    await Promise.race([client.end().catch(() => {}), sleep(END_MS, undefined, { ref: false })]);
    // Nobody may be there to end it with.
    cut(client);
  }
}

/** By the code of a connection that has failed: it concerns all that was to be written over it. */
const tookTooLong = (): Error => Object.assign(new Error('writing took too long and was given up'), { code: '08006' });

/** What is under way fails with the error. */
function cut(client: Client, error?: Error): void {
  (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy(error);
}
