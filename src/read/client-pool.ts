import { Client } from 'pg';
import { EarshotError } from '../platform/errors';
import { rowTypes } from './sql/row-types';
import type { Statement } from './sql/sql';

export interface ClientPoolOptions {
  readonly databaseUrl: string;
  /** Connections for reading. */
  readonly size: number;
  /** Operations that may wait for one. */
  readonly queue: number;
  readonly statementTimeoutMs: number;
}

export type Row = Record<string, unknown>;

/**
 * Connections that only read, never idle out (prepared statements live as long as they do) and pipeline: statements handed
 * over together travel in one write.
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

/** A pipelining connection. */
export class ReadClient {
  usable = true;
  #names = new Map<string, string>();

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
      pipeline: true,
      types: rowTypes as never,
      application_name: 'earshot reader',
      connectionTimeoutMillis: 5_000,
      options: [
        '-c TimeZone=UTC -c DateStyle=ISO -c jit=off -c default_transaction_read_only=on',
        `-c statement_timeout=${options.statementTimeoutMs} -c plan_cache_mode=force_generic_plan`,
      ].join(' '),
    } as ConstructorParameters<typeof Client>[0]);
    const reader = new ReadClient(client, pool);
    await client.connect();
    return reader;
  }

  /** Sends all in one write. `before` and `after` are control statements such as BEGIN, whose results nobody needs. */
  async send(
    before: readonly string[],
    statements: readonly Statement[],
    after: readonly string[] = [],
  ): Promise<Row[][]> {
    const { stream } = this.client as unknown as {
      stream?: unknown;
      connection: { stream: import('node:net').Socket };
    } & {
      stream: import('node:net').Socket;
    };
    const socket =
      (this.client as unknown as { connection: { stream: import('node:net').Socket } }).connection.stream ?? stream;
    socket.cork();
    const controls = before.map((text) => this.client.query(text));
    const results = statements.map(({ text, values }) =>
      this.client.query({ text, values: values as unknown[], name: this.#nameOf(text) }),
    );
    controls.push(...after.map((text) => this.client.query(text)));
    socket.uncork();
    this.pool.statements += statements.length;
    if (statements.length > 0) this.pool.roundTrips++;
    for (const control of controls) control.catch(() => {});
    const settled = await Promise.allSettled(results);
    const failed = settled.find((result) => result.status === 'rejected') as PromiseRejectedResult | undefined;
    if (failed) throw asRefusal(failed.reason);
    return settled.map((result) => (result as PromiseFulfilledResult<{ rows: Row[] }>).value.rows);
  }

  /** Asks the server to stop what this connection is doing, over a connection of its own. */
  async cancel(): Promise<void> {
    const other = new Client({ connectionString: this.pool.options.databaseUrl });
    other.on('error', () => {});
    try {
      await other.connect();
      await other.query('SELECT pg_cancel_backend($1)', [(this.client as unknown as { processID: number }).processID]);
    } catch {
      this.usable = false;
    } finally {
      await other.end().catch(() => {});
    }
  }

  async end(): Promise<void> {
    this.usable = false;
    await this.client.end().catch(() => {});
  }

  /** Prepared under a name of its own; a connection forgets the oldest beyond 500 shapes by not naming new ones. */
  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known) return known;
    if (this.#names.size >= 500) return undefined;
    const name = `s${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}

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
  if (!code || code.startsWith('08') || code.startsWith('57') || /^E[A-Z]+$/.test(code)) {
    return new EarshotError('DATABASE_UNAVAILABLE', 'The database did not answer.', {}, { cause: error });
  }
  return error;
}
