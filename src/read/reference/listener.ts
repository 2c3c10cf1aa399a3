import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { rowTypes } from '../sql/row-types';
import { REFERENCE_KINDS, type ReferenceKind } from './kinds';
import { MERGED_TABLE } from './merged-ids';
import type { ReferenceStore } from './store';

/** Longest wait for notices that are on their way; a listener that is lost loads everything again, and rows it misses are looked up. */
const CATCH_UP_MS = 2_000;
const PING = 'ping';
const RETRY_MS = [50, 200, 1_000, 5_000];

/** Keeps the store true: listens first, then loads; after a lost connection it does both again. */
export class ReferenceListener {
  #client: Client | null = null;
  #closed = false;
  #work: Promise<void> = Promise.resolve();
  #retry: NodeJS.Timeout | null = null;
  connected = false;
  readonly #pings = new Map<string, () => void>();

  constructor(
    private readonly url: string,
    private readonly store: ReferenceStore,
    private readonly log: Logger,
  ) {}

  async start(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      types: rowTypes as never,
      application_name: 'earshot reference',
      options: '-c TimeZone=UTC -c DateStyle=ISO',
    });
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, null));
    client.on('notification', ({ payload }) => this.#enqueue(client, payload ?? ''));
    await client.connect();
    await client.query('LISTEN earshot_reference');
    await this.store.loadAll(client);
    this.#client = client;
    this.connected = true;
  }

  /** Resolves when memory holds all that was committed before the call. */
  async catchUp(): Promise<void> {
    const client = this.#client;
    if (!client || !this.connected) return;
    const token = randomUUID();
    let timer: NodeJS.Timeout | undefined;
    const seen = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, CATCH_UP_MS);
      this.#pings.set(token, resolve);
    });
    try {
      // Notices come in order of commits, so whatever was committed before stands in front of this one.
      await client.query("SELECT pg_notify('earshot_reference', $1)", [`${PING} ${token}`]);
      await seen;
    } catch (error) {
      this.#lost(client, error as Error);
    } finally {
      clearTimeout(timer);
      this.#pings.delete(token);
    }
    await this.#work;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    await this.#work.catch(() => {});
    await this.#client?.end().catch(() => {});
  }

  #enqueue(client: Client, payload: string): void {
    const [table, change, version] = payload.split(' ');
    if (table === PING) {
      this.#pings.get(change ?? '')?.();
      return;
    }
    const work = this.#workOf(client, table ?? '', change ?? '', version);
    // One after the other, in order of commits.
    if (work) this.#work = this.#work.then(work).catch((error) => this.#lost(client, error));
  }

  /** Null: the notice is none of ours. */
  #workOf(client: Client, table: string, change: string, version: string | undefined): (() => Promise<void>) | null {
    if (table === MERGED_TABLE) return () => this.store.reloadMerged(client);
    if (!REFERENCE_KINDS.includes(table as ReferenceKind) || !version) return null;
    const kind = table as ReferenceKind;
    const isGone = change === 'delete' || change === 'truncate';
    return () => (isGone ? this.store.reload(client, kind) : this.store.refresh(client, kind, version));
  }

  #lost(client: Client, error: Error | null): void {
    if (this.#closed || (this.#client !== client && this.#client !== null) || !this.connected) return;
    this.connected = false;
    this.#client = null;
    this.log.warn({ err: error ?? undefined }, 'lost the listener for reference nodes; loading them again');
    client.end().catch(() => {});
    this.#again(0);
  }

  #again(attempt: number): void {
    const wait = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)];
    this.#retry = setTimeout(() => {
      this.start().catch((error) => {
        if (this.#closed) return;
        this.log.warn({ err: error }, 'the listener for reference nodes cannot connect yet');
        this.#again(attempt + 1);
      });
    }, wait);
    this.#retry.unref();
  }
}
