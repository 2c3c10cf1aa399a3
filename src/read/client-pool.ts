import { Client } from 'pg';
import { EarshotError } from '../platform/errors';
import { Batch, PreparedStatements, type Row } from './batch';
import type { Statement } from './sql/sql';

export type { Row } from './batch';

const CONTROL = 'control';

/** A statement that steers the transaction and has no rows. */
export const control = (text: string): Statement => ({ label: CONTROL, text, values: [] });

/** Until the transaction ends, or until the other follows. */
const OWN_PLAN = control("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)");
const SHARED_PLAN = control("SELECT set_config('plan_cache_mode', 'force_generic_plan', true)");

/** Codes of Postgres: a cached plan that no longer fits, a prepared statement that is not there. */
const STALE = new Set(['0A000', '26000']);

export interface ClientPoolOptions {
  readonly databaseUrl: string;
  /** Connections for reading. */
  readonly size: number;
  /** Operations that may wait for one. */
  readonly queue: number;
  readonly statementTimeoutMs: number;
}

/**
 * Connections that only read and never idle out: prepared statements live as long as they do. Statements handed over together
 * travel in one write and are answered in one.
 */
export class ClientPool {
  readonly #idle: ReadClient[] = [];
  readonly #waiting: { resolve(client: ReadClient): void; reject(error: Error): void }[] = [];
  #open = 0;
  #closed = false;
  statements = 0;
  roundTrips = 0;

  constructor(readonly options: ClientPoolOptions) {}

  get busy(): number {
    return this.#open - this.#idle.length;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  async take(): Promise<ReadClient> {
    for (let client = this.#idle.pop(); client; client = this.#idle.pop()) {
      if (client.usable) return client;
      this.#open--;
    }
    if (this.#closed) throw new EarshotError('DATABASE_UNAVAILABLE', 'The server is shutting down.');
    if (this.#open < this.options.size) {
      this.#open++;
      try {
        return await ReadClient.connect(this.options, this);
      } catch (error) {
        this.#open--;
        throw new EarshotError('DATABASE_UNAVAILABLE', 'The database cannot be reached.', {}, { cause: error });
      }
    }
    if (this.#waiting.length >= this.options.queue) {
      throw new EarshotError('SERVER_BUSY', 'Too many requests are waiting for the database; try again shortly.');
    }
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  give(client: ReadClient): void {
    if (!client.usable || this.#closed) {
      this.#open--;
      void client.end();
      // Somebody may be waiting for the place that has become free.
      const next = this.#waiting.shift();
      if (next) this.take().then(next.resolve, next.reject);
      return;
    }
    const next = this.#waiting.shift();
    if (next) next.resolve(client);
    else this.#idle.push(client);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const error = new EarshotError('DATABASE_UNAVAILABLE', 'The server is shutting down.');
    for (const { reject } of this.#waiting.splice(0)) reject(error);
    await Promise.all(this.#idle.splice(0).map((client) => client.end()));
  }
}

/** A connection that takes statements in batches. */
export class ReadClient {
  usable = true;
  readonly #prepared = new PreparedStatements();
  #last: Batch | null = null;

  private constructor(
    private readonly client: Client,
    private readonly pool: ClientPool,
  ) {
    client.on('error', () => {
      this.usable = false;
    });
    client.on('end', () => {
      this.usable = false;
    });
  }

  static async connect(options: ClientPoolOptions, pool: ClientPool): Promise<ReadClient> {
    const client = new Client({
      connectionString: options.databaseUrl,
      application_name: 'earshot reader',
      connectionTimeoutMillis: 5_000,
      options: [
        '-c TimeZone=UTC -c DateStyle=ISO -c jit=off -c default_transaction_read_only=on',
        // A batch outside a transaction is one by itself: with this, one snapshot too.
        '-c default_transaction_isolation=repeatable\\ read',
        `-c statement_timeout=${options.statementTimeoutMs} -c plan_cache_mode=force_generic_plan`,
      ].join(' '),
    });
    const reader = new ReadClient(client, pool);
    await client.connect();
    return reader;
  }

  /** Sends all in one write; rows by statement, those that steer the transaction left out. */
  async send(statements: readonly Statement[]): Promise<Row[][]> {
    const sent = statements.flatMap((statement) =>
      statement.ownPlan ? [OWN_PLAN, statement, SHARED_PLAN] : [statement],
    );
    const batch = new Batch(sent, this.#prepared);
    const counted = statements.filter(({ label }) => label !== CONTROL).length;
    this.pool.statements += counted;
    if (counted > 0) this.pool.roundTrips++;
    const before = this.#last;
    this.#last = batch;
    try {
      if (before && !before.isOver) await before.over;
      // biome-ignore lint/suspicious/noExplicitAny: the types of pg know its own submittables only
      this.client.query(batch as any);
      const results = await batch.done;
      return sent.length === counted ? results : results.filter((_, i) => sent[i]?.label !== CONTROL);
    } catch (error) {
      // What was prepared does not fit the tables any more: a new connection knows nothing of it.
      const { code } = error as { code?: string };
      // The word that a connection is lost comes before its end does; in between, the next query must not get it.
      if (STALE.has(code ?? '') || isLost(code)) this.usable = false;
      throw asRefusal(error);
    }
  }

  /**
   * Asks the server to stop what this connection is doing, over a connection of its own. Nobody uses this one afterwards: the
   * order might arrive when somebody else's statement runs.
   */
  cancel(): void {
    this.usable = false;
    void this.#cancel();
  }

  async #cancel(): Promise<void> {
    const other = new Client({ connectionString: this.pool.options.databaseUrl });
    other.on('error', () => {});
    try {
      await other.connect();
      await other.query('SELECT pg_cancel_backend($1)', [(this.client as unknown as { processID: number }).processID]);
    } catch {
      // The statement's own time limit ends it then.
    } finally {
      await other.end().catch(() => {});
    }
  }

  async end(): Promise<void> {
    this.usable = false;
    await this.client.end().catch(() => {});
  }
}

/** Codes of connections that are gone, and errors without one; a cancelled statement (57014) leaves its connection well. */
const isLost = (code: string | undefined): boolean =>
  !code || code.startsWith('08') || (code.startsWith('57') && code !== '57014') || /^E[A-Z]+$/.test(code);

function asRefusal(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  if (code === '57014') {
    return new EarshotError(
      'DEADLINE_EXCEEDED',
      'The query took longer than the server allows and was stopped.',
      {},
      { cause: error },
    );
  }
  if (isLost(code)) {
    return new EarshotError('DATABASE_UNAVAILABLE', 'The database did not answer.', {}, { cause: error });
  }
  return error;
}
