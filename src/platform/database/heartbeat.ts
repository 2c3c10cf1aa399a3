import { Client } from 'pg';
import type { Logger } from '../log';
import { cutConnection, endConnection } from './client-socket';

/** Beats in a row that may stay without an answer. */
const MISSES = 3;
/** While nothing is heard, a new connection is tried this often even if earlier tries hang: somewhat less than a usual beat. */
const AGAIN_MS = 400;

export interface HeartbeatOptions {
  readonly databaseUrl: string;
  readonly log: Logger;
  readonly intervalMs: number;
  readonly connectMs: number;
}

/**
 * Whether the database answers at all, found out over a connection of its own: a network that swallows packets, a host without power
 * and a stopped process all look like a statement that takes long, for as long as anybody cares to wait.
 */
export class Heartbeat {
  isSilent = false;
  onSilent: () => void = () => {};
  #client: Client | null = null;
  readonly #attempts = new Set<Client>();
  #attemptedAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;
  #isOut = false;
  #overdue = 0;
  #misses = 0;
  #heard = true;
  #heardAt = performance.now();

  constructor(private readonly options: HeartbeatOptions) {}

  start(): void {
    // An event loop that was held up finds the answer only after its timers.
    this.#timer = setInterval(() => setImmediate(() => this.#beat()), this.options.intervalMs);
    this.#timer.unref();
    this.#connect();
  }

  /** Milliseconds since the database last gave a sign to the heart. */
  get ageMs(): number {
    return performance.now() - this.#heardAt;
  }

  /** To be called when it has answered something over another connection. */
  hear(): void {
    this.#heard = true;
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    for (const attempt of this.#attempts) cutConnection(attempt);
    if (this.#client) await endConnection(this.#client);
  }

  #beat(): void {
    if (!this.#timer) return;
    if (this.#heard) this.#misses = 0;
    else if (++this.#misses === MISSES) this.#fallSilent();
    this.#heard = false;
    if (this.#client && !this.#isOut) this.#ask(this.#client);
    else if ((this.#client && ++this.#overdue < MISSES) || !this.#isDue()) return;
    else this.#connect();
  }

  #isDue(): boolean {
    return this.#attempts.size === 0 || (this.isSilent && performance.now() - this.#attemptedAt >= AGAIN_MS);
  }

  #ask(client: Client): void {
    this.#isOut = true;
    this.#overdue = 0;
    client.query('SELECT 1').then(
      () => {
        if (client === this.#client) this.#isOut = false;
        this.#live();
      },
      () => this.#lose(client),
    );
  }

  /** The old connection stays until a new one is there: what was only held up goes on. */
  #connect(): void {
    const { databaseUrl, connectMs } = this.options;
    const client = new Client({
      connectionString: databaseUrl,
      application_name: 'earshot heartbeat',
      connectionTimeoutMillis: connectMs,
    });
    this.#attempts.add(client);
    this.#attemptedAt = performance.now();
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    client.connect().then(
      () => this.#adopt(client),
      (error) => {
        this.#attempts.delete(client);
        cutConnection(client);
        if (isSign(error.code)) this.#live();
      },
    );
  }

  #adopt(client: Client): void {
    if (!this.#attempts.delete(client) || !this.#timer) {
      cutConnection(client);
      return;
    }
    if (this.#client) cutConnection(this.#client);
    for (const attempt of this.#attempts) cutConnection(attempt);
    this.#attempts.clear();
    this.#client = client;
    this.#isOut = false;
    this.#live();
  }

  #lose(client: Client): void {
    if (client !== this.#client) return;
    this.#client = null;
    this.#isOut = false;
    cutConnection(client);
    if (this.#timer && this.#attempts.size === 0) this.#connect();
  }

  #fallSilent(): void {
    this.isSilent = true;
    this.options.log.error('the database gives no answer: queries are refused until it does');
    this.onSilent();
  }

  #live(): void {
    this.#heard = true;
    this.#heardAt = performance.now();
    if (!this.isSilent || !this.#timer) return;
    this.isSilent = false;
    this.#misses = 0;
    this.options.log.info('the database answers again');
  }
}

/** A refusal by Postgres itself, such as of one connection too many, is an answer; that it starts or stops (57P0x) is none. */
const isSign = (code: unknown): boolean => typeof code === 'string' && /^(?!E|57P0)[0-9A-Z]{5}$/.test(code);
