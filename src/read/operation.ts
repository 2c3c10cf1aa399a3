import DataLoader from 'dataloader';
import { EarshotError } from '../platform/errors';
import type { StopSignal } from '../platform/stop';
import type { ClientPool, Row } from './client-pool';
import type { Load } from './load';
import { mapNeeding, NeedLookup } from './need';
import { control, type ReadClient } from './read-client';
import { keepLookups, lookupStatements } from './reference/lookup';
import type { ReferenceStore } from './reference/store';
import { ReferenceView } from './reference/view';
import type { Statement } from './sql/sql';
import { today } from './today';
import { STALE_MEMORY, shortened, type ToldWarning, tellWarning, type Warning, WarningList } from './warning';

const BEGIN = control('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
const COMMIT = control('COMMIT');

/** What work has made, and what it was warned of. */
interface Heard<T> {
  readonly value: T;
  readonly warnings: readonly Warning[];
}

/** Is told what is sent, one call for each round trip. */
export type Trace = (statements: readonly Statement[]) => void;

/**
 * The state of one request: what it has fetched, its place in the database's history, its warnings. All statements of an
 * operation see one snapshot.
 */
export class Operation {
  view: ReferenceView;
  #warnings = new WarningList();
  /** Of the work that is listened to; null: none is. */
  #heard: WarningList | null = null;
  /** Null until there is one, as most things that only some requests need. */
  #loaders: Map<string, DataLoader<unknown, unknown>> | null = null;
  #memo: Map<string, Heard<unknown>> | null = null;
  #client: Promise<ReadClient> | null = null;
  #began = false;
  #ended = false;
  /** Its connection was lost, and with it the snapshot. */
  #isLost = false;
  #isRerun = false;
  #hearsStop = false;
  #onStop: ((reason: unknown) => void) | null = null;
  #today: string | null = null;
  statements = 0;
  roundTrips = 0;
  /** How the caller stands with the rate limit; set by the server, shown by `Query.rateLimit`. */
  rateLimit: object | null = null;
  /** Who asks; set by the server. Only what belongs to some callers alone looks at it. */
  caller: { readonly key: object | null; readonly scopes: ReadonlySet<string> } | null = null;

  constructor(
    private readonly store: ReferenceStore,
    private readonly pool: ClientPool,
    /** Aborted when nobody waits for the answer any more. */
    readonly signal?: StopSignal,
    private readonly trace?: Trace,
    private readonly catchUp: () => Promise<boolean> = async () => true,
  ) {
    this.view = new ReferenceView(store);
  }

  /** The day (UTC, YYYY-MM-DD) on which names, symbols and offices hold unless asked otherwise: one for the whole request. */
  get today(): string {
    this.#today ??= today();
    return this.#today;
  }

  get warnings(): readonly Warning[] {
    return this.#warnings.sorted;
  }

  /** How often the answer was warned of something, the same included: texts that are kept must not have been. */
  get warned(): number {
    return this.#warnings.count;
  }

  warn(warning: Warning): void {
    (this.#heard ?? this.#warnings).add(warning);
  }

  /** What work is warned of, each once as it was met; it is for the caller to pass on. */
  hear<T>(work: () => T): Heard<T> {
    const outer = this.#heard;
    const own = new WarningList();
    this.#heard = own;
    try {
      return { value: work(), warnings: own.met };
    } finally {
      this.#heard = outer;
    }
  }

  /** The warnings as they go out. What cannot be read any more costs an answer its candidates and nothing else. */
  tellWarnings(): readonly ToldWarning[] | Promise<readonly ToldWarning[]> {
    const warnings = shortened(this.warnings);
    if (warnings.length === 0) return [];
    const told = async () => await this.settle(() => mapNeeding(warnings, tellWarning));
    return told().catch(() => warnings.map(({ candidates: _, ...warning }) => tellWarning(warning)));
  }

  /** Made once per operation and key; whoever gets it is warned as the first one was. */
  memo<T>(key: string, make: () => T): T {
    let made = this.#memo?.get(key) as Heard<T> | undefined;
    if (!made) {
      made = this.hear(make);
      this.#memo ??= new Map();
      this.#memo.set(key, made);
    }
    for (const warning of made.warnings) this.warn(warning);
    return made.value;
  }

  /** Runs work that reads memory; fetches what it misses and runs it again. Synchronous where memory is enough. */
  settle<T>(work: () => T): T | Promise<T> {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof NeedLookup)) throw error;
      return this.fetch(error).then(() => this.settle(work));
    }
  }

  async fetch({ needs }: NeedLookup): Promise<void> {
    const { statements, groups } = lookupStatements(needs);
    keepLookups(this.view, groups, await this.run(statements));
  }

  async finishLoad({ statements, finish }: Load): Promise<readonly unknown[]> {
    const rows = statements.length > 0 ? await this.run(statements) : [];
    return this.settle(() => finish(rows));
  }

  /** Sends statements in one write within the operation's snapshot. `last`: nothing will be asked that has to fit to them. */
  async run(statements: readonly Statement[], last = false): Promise<Row[][]> {
    if (this.#ended) throw new Error('the operation has ended');
    this.statements += statements.length;
    this.roundTrips++;
    this.trace?.(statements);
    this.signal?.throwIfAborted();
    this.#client ??= this.#take();
    const client = await this.#client;
    // Nobody may be waiting any more once its turn has come.
    this.signal?.throwIfAborted();
    try {
      // A batch is a transaction by itself: one has to be opened only where further batches shall see the same.
      if (last && !this.#began) return await client.send(statements);
      const begun = this.#began;
      // It stays open where a statement fails, until the end of the operation sees to it.
      this.#began = true;
      const sent = await client.send([...(begun ? [] : [BEGIN]), ...statements, ...(last ? [COMMIT] : [])]);
      if (last) this.#began = false;
      return sent;
    } catch (error) {
      const isLost = error instanceof EarshotError && error.code === 'DATABASE_UNAVAILABLE';
      if (isLost && !client.usable) this.#isLost = true;
      // What was stopped tells why it was, but for a database that would not have answered anyway.
      if (!(isLost && this.pool.isSilent)) this.signal?.throwIfAborted();
      throw error;
    }
  }

  /** After a write: waits until memory holds what was committed, and reads on past it. Where that cannot be had, the answer says so. */
  async seeWritten(): Promise<void> {
    if (!(await this.catchUp())) this.warn(STALE_MEMORY);
    await this.restart();
  }

  /**
   * Where its connection was lost: takes another one, if it can be had in time, to be run again from the beginning. Once, and never for
   * what writes; nothing may be on its way, and nothing of the answer have been sent. False: it is to fail as it did.
   */
  async startOver(): Promise<boolean> {
    const { patienceMs } = this.pool.options;
    if (!this.#isLost || this.#isRerun || patienceMs === 0 || this.#ended || this.signal?.aborted) return false;
    this.#isRerun = true;
    this.pool.give((await this.#client) as ReadClient);
    this.#forget();
    // That memory is old was not found out by the run that failed.
    const isStale = this.warnings.includes(STALE_MEMORY);
    this.#warnings = new WarningList();
    if (isStale) this.warn(STALE_MEMORY);
    this.#began = false;
    this.#client = this.#take(patienceMs);
    try {
      await this.#client;
    } catch {
      return false;
    }
    this.pool.reruns++;
    return true;
  }

  /** Forgets what was read, so that what follows sees what has been written since. Nothing may be on its way. */
  async restart(): Promise<void> {
    this.#forget();
    if (!this.#began) return;
    const client = await this.#client;
    this.#began = false;
    await client?.send([COMMIT]);
  }

  /** Gives the connection back; whoever comes next queues behind the COMMIT. Lets go of what it has read, see Batch. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#onStop = null;
    this.#loaders = null;
    this.#memo = null;
    const client = this.#client;
    this.#client = null;
    client?.then(
      (taken) => {
        if (this.#began && taken.usable) void taken.send([COMMIT]).catch(() => {});
        this.pool.give(taken);
      },
      () => {},
    );
  }

  #forget(): void {
    this.#loaders = null;
    this.#memo = null;
    this.view = new ReferenceView(this.store);
  }

  async #take(patienceMs = 0): Promise<ReadClient> {
    this.#hearStop();
    const client = await this.pool.take(patienceMs, (leave) => {
      this.#onStop = leave;
    });
    // While it waited, the operation may have ended.
    if (!this.#ended) this.#onStop = () => client.cancel();
    return client;
  }

  /** One listener for whatever is to be done then, whichever connection it is that has to be told. */
  #hearStop(): void {
    if (this.#hearsStop) return;
    this.#hearsStop = true;
    this.signal?.addEventListener('abort', () => this.#onStop?.(this.signal?.reason));
  }

  /** Batches whatever has a common key, such as the pages of one connection field. */
  batch<K, V>(key: string, loadAll: (items: readonly K[]) => Load): DataLoader<K, V> {
    let loader = this.#loaders?.get(key);
    if (!loader) {
      loader = new DataLoader<unknown, unknown>(
        async (items) => (await this.finishLoad(await this.settle(() => loadAll(items as readonly K[])))) as unknown[],
      );
      this.#loaders ??= new Map();
      this.#loaders.set(key, loader);
    }
    return loader as unknown as DataLoader<K, V>;
  }
}
