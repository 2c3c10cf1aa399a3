import type { Heartbeat } from '../platform/database/heartbeat';
import { unavailable } from '../platform/database/lost-connection';
import { EarshotError } from '../platform/errors';
import { type Meter, ReadClient, type ReadClientOptions } from './read-client';
import { WaitingLine } from './waiting-line';

export type { Row } from './batch';

export interface ClientPoolOptions extends ReadClientOptions {
  /** Connections for reading. */
  readonly size: number;
  /** Operations that may wait for one. */
  readonly queue: number;
  /** How long those who may wait on wait where a connection cannot be made; 0: nobody does. */
  readonly patienceMs: number;
}

/** Between two tries to make a connection for those who wait. */
const RETRY_MS = 50;
/** How long fewer connections are enough once Postgres has refused one too many; then one more is tried. */
const SHRUNK_MS = 5_000;

const TOO_MANY = '53300';
/** What passes by itself: too many connections, Postgres that starts, stops or recovers from a crash. */
const PASSING = new Set([TOO_MANY, '57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE']);

/**
 * Connections that only read and never idle out: prepared statements live as long as they do. Statements handed over together
 * travel in one write and are answered in one.
 */
export class ClientPool implements Meter {
  readonly #idle: ReadClient[] = [];
  /** All that can be used or are in use, given up ones too: none may outlive the pool. */
  readonly #made = new Set<ReadClient>();
  readonly #line = new WaitingLine<ReadClient>();
  /** Those that are being made included. */
  #open = 0;
  #opening = 0;
  #closed = false;
  #retry: NodeJS.Timeout | null = null;
  /** As many as Postgres has room for, as far as is known. */
  #most: number;
  #growAt = 0;
  generation = 0;
  statements = 0;
  roundTrips = 0;
  /** Operations that were begun anew. */
  reruns = 0;

  constructor(
    readonly options: ClientPoolOptions,
    private readonly heartbeat: Heartbeat,
  ) {
    this.#most = options.size;
    heartbeat.onSilent = () => this.#giveUp();
  }

  get busy(): number {
    return this.#open - this.#idle.length;
  }

  get waiting(): number {
    return Math.max(0, this.#line.length - this.#opening);
  }

  get isSilent(): boolean {
    return this.heartbeat.isSilent;
  }

  hear(): void {
    this.heartbeat.hear();
  }

  /**
   * `patienceMs`: for those who have just lost one. They get a new connection, since others may have been lost with it unnoticed, and
   * wait for it so long, even where it cannot be made at once.
   */
  async take(patienceMs = 0, hand?: (leave: (reason: unknown) => void) => void): Promise<ReadClient> {
    if (this.#closed) throw unavailable('The server is shutting down.');
    if (this.isSilent) throw unavailable('The database does not answer.');
    for (let client = this.#idle.pop(); client; client = this.#idle.pop()) {
      if (client.usable && patienceMs === 0) return client;
      this.#drop(client);
    }
    if (this.#open >= this.#room() && this.waiting >= this.options.queue) {
      throw new EarshotError('SERVER_BUSY', 'Too many requests are waiting for the database; try again shortly.', {
        retryAfter: 1,
      });
    }
    const turn = this.#line.join(patienceMs, hand);
    this.#openForWaiting();
    return turn;
  }

  give(client: ReadClient): void {
    // It was given up while it was away, and its place with it.
    if (client.generation !== this.generation) this.#cut(client);
    else if (!client.usable || this.#closed) {
      this.#drop(client);
      // Somebody may be waiting for the place that has become free.
      this.#openForWaiting();
    } else if (this.#line.length > 0 && this.#line.serve(client, client.madeAt)) {
      return;
    } else if (this.#opening >= this.#line.length) {
      this.#idle.push(client);
    } else {
      // Only those wait who want a new one: this one makes room for it.
      this.#drop(client);
      this.#openForWaiting();
    }
  }

  #drop(client: ReadClient): void {
    this.#open--;
    this.#made.delete(client);
    void client.end();
  }

  #cut(client: ReadClient): void {
    this.#made.delete(client);
    client.cut();
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    this.#line.refuse(unavailable('The server is shutting down.'));
    const idle = this.#idle.splice(0);
    for (const client of idle) this.#made.delete(client);
    // Nobody waits any more for what still runs, and what runs on a dead connection never ends.
    for (const client of this.#made) client.cut();
    await Promise.all(idle.map((client) => client.end()));
  }

  /** One more than it has learned from time to time: others may have let go of theirs. */
  #room(): number {
    if (this.#most < this.options.size && performance.now() >= this.#growAt) {
      this.#most++;
      this.#growAt = performance.now() + SHRUNK_MS;
    }
    return this.#most;
  }

  #openForWaiting(): void {
    while (this.#opening < this.#line.length && this.#open < this.#room()) this.#openOne();
  }

  #openOne(): void {
    const { generation } = this;
    this.#open++;
    this.#opening++;
    ReadClient.connect(this.options, this).then(
      (client) => {
        if (generation === this.generation) this.#opening--;
        this.#made.add(client);
        this.give(client);
      },
      (error) => {
        if (generation !== this.generation) return;
        this.#opening--;
        this.#open--;
        this.#miss(error);
      },
    );
  }

  /**
   * A connection could not be made. Who waits is served by those that exist, if any do; else one is sent away, and all once there is
   * none to hope for. Those who may wait on stay; where the reason is one that passes, so do all while others are being made, and
   * for a while after.
   */
  #miss(error: Error & { readonly code?: string }): void {
    const made = this.#open - this.#opening;
    if (error.code === TOO_MANY) {
      this.#most = Math.max(1, made);
      this.#growAt = performance.now() + SHRUNK_MS;
    }
    // Lost in the middle of the greeting: somebody was there.
    const passes = PASSING.has(error.code ?? '') || error.message.startsWith('Connection terminated');
    if (made === 0 && !(passes && this.#opening > 0)) {
      const tooLate = performance.now() - this.options.patienceMs;
      this.#line.refuse(
        unavailable('The database cannot be reached.', error),
        ({ isPatient, since }) => !isPatient && (!passes || since <= tooLate),
        this.#opening > 0 ? 1 : undefined,
      );
    }
    if (this.#line.length === 0 || this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      this.#openForWaiting();
    }, RETRY_MS);
    this.#retry.unref();
  }

  /** Nothing is heard of the database: what waits is told so, and no connection of before is ever used again. */
  #giveUp(): void {
    this.generation++;
    this.#open = 0;
    this.#opening = 0;
    for (const client of this.#idle.splice(0)) this.#cut(client);
    this.#line.refuse(unavailable('The database does not answer.'));
  }
}
