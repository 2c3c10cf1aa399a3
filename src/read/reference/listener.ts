import type { Logger } from 'pino';
import { readWriteAccess, type WriteAccess } from '../../platform/database/write-access';
import type { Feed } from './feed';
import { NoticeFeed, NoticesLost } from './notice-feed';
import { PollFeed } from './poll-feed';
import { ReferenceSession } from './reference-session';
import type { ReferenceStore } from './store';

const BEAT_MS = 1_000;
/** Three beats without a sign: the connection is dead, whatever its socket says. While rows are read, a busy database may take longer. */
const SILENT_MS = 3_000;
const READING_MS = 15_000;
/** How often a session that began read-only is compared with a new one. */
const AFRESH_MS = 3_000;
/** Longest wait of a write for memory to hold it. */
const CATCH_UP_MS = 2_000;
/** Time between two attempts to connect; an attempt that hangs does not hold up the next. */
const RETRY_MS = 500;

interface Waiter {
  readonly since: number;
  tell(): void;
}

/**
 * Keeps the store true, and knows how old it is: loads everything, then follows the changes. A beat every second asks the connection for
 * proof of life; where it fails to come, the connection is dropped, made again, and everything is loaded again.
 */
export class ReferenceListener {
  #session: ReferenceSession | null = null;
  #feed: Feed | null = null;
  #closed = false;
  #isBeating = false;
  #timer: NodeJS.Timeout | null = null;
  /** Memory holds all that was committed up to then: `performance.now()`. */
  #trueAt = 0;
  #lostAt: number | null = null;
  #askedAt = 0;
  readonly #waiting = new Set<Waiter>();
  /** As of the last beat. */
  access: WriteAccess = null;
  /** Older than allowed, as of the last second: asked by every query, so it is kept ready. */
  isStale = false;

  constructor(
    private readonly url: string,
    private readonly store: ReferenceStore,
    private readonly log: Logger,
    /** Age in milliseconds beyond which memory counts as stale. */
    readonly maxAge: number,
    private readonly onAccess: (access: WriteAccess) => void = () => {},
  ) {}

  /** Milliseconds since memory was known to hold everything that was committed. */
  get age(): number {
    return performance.now() - this.#trueAt;
  }

  async start(): Promise<void> {
    await this.#open(await this.#connect());
    this.#timer = setInterval(() => this.#tick(), BEAT_MS).unref();
  }

  /** True as soon as memory holds all that was committed before the call; false where that cannot be said within two seconds. */
  catchUp(): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (isTrue: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(waiter);
        resolve(isTrue);
      };
      const waiter = { since: performance.now(), tell: () => finish(true) };
      const timer = setTimeout(() => finish(false), CATCH_UP_MS);
      this.#waiting.add(waiter);
      // Without a connection, the one that is being made will load all of it.
      void this.#beat();
    });
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearInterval(this.#timer);
    this.#session?.destroy();
  }

  #connect(): Promise<ReferenceSession> {
    return ReferenceSession.connect(this.url, (session, error) => this.#lost(session, error));
  }

  /** Loads everything over a new connection and follows from there. */
  async #open(session: ReferenceSession): Promise<void> {
    this.#session = session;
    const watch = watchSilence(session, { isReading: true });
    try {
      const began = performance.now();
      this.#feed = await this.#follow(session);
      if (this.#session !== session) throw new Error('the connection was lost while memory was loaded');
      this.#settle(began);
    } catch (error) {
      if (this.#session === session) this.#session = null;
      this.#feed = null;
      session.destroy();
      throw error;
    } finally {
      watch.stop();
    }
  }

  async #follow(session: ReferenceSession): Promise<Feed> {
    const { rows } = await session.client.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
    if (rows[0]?.standby) return this.#probe(await PollFeed.open(session, this.store));
    try {
      return await this.#probe(await NoticeFeed.open(session, this.store));
    } catch (error) {
      if (!(error instanceof NoticesLost)) throw error;
      this.log.warn(
        'notices of the database do not arrive (is there a pooler between?); changes are asked for instead',
      );
      return this.#probe(await PollFeed.open(session, this.store));
    }
  }

  async #probe<F extends Feed>(feed: F): Promise<F> {
    this.#learn(await feed.beat());
    return feed;
  }

  #tick(): void {
    this.isStale = this.age > this.maxAge;
    if (!this.#isBeating) void this.#beat();
    if (this.access === 'setting' && performance.now() - this.#askedAt > AFRESH_MS) void this.#askAfresh();
  }

  /** What a database or a role was given as a default reaches new sessions alone; the pool's are made read-only in any case. */
  async #askAfresh(): Promise<void> {
    const session = this.#session;
    this.#askedAt = Number.POSITIVE_INFINITY;
    const access = await readWriteAccess(this.url).catch(() => this.access);
    this.#askedAt = performance.now();
    if (access !== 'setting') session?.lose(new Error('sessions of the database begin otherwise now'));
  }

  async #beat(): Promise<void> {
    const [session, feed] = [this.#session, this.#feed];
    if (!session || !feed) return;
    const began = performance.now();
    this.#isBeating = true;
    const watch = watchSilence(session, feed);
    try {
      const access = await feed.beat();
      if (this.#session !== session) return;
      // A standby that leads now can listen, and a new connection will.
      if (feed instanceof PollFeed && this.access === 'standby' && access !== 'standby') {
        session.lose(new Error('the database leads now'));
      }
      this.#learn(access);
      this.#settle(began);
    } catch (error) {
      session.lose(error as Error);
    } finally {
      watch.stop();
      this.#isBeating = false;
    }
  }

  #learn(access: WriteAccess): void {
    if (access === this.access) return;
    this.access = access;
    this.onAccess(access);
  }

  #settle(trueAt: number): void {
    this.#trueAt = Math.max(this.#trueAt, trueAt);
    this.isStale = this.age > this.maxAge;
    for (const waiter of this.#waiting) if (waiter.since <= this.#trueAt) waiter.tell();
  }

  #lost(session: ReferenceSession, error: Error | null): void {
    if (this.#closed || this.#session !== session) return;
    const wasFollowing = this.#feed !== null;
    this.#session = null;
    this.#feed = null;
    // While it is opened, whoever opens it sees to the rest.
    if (!wasFollowing) return;
    this.#lostAt = performance.now();
    this.log.warn({ err: error ?? undefined }, 'lost the connection that keeps reference nodes true; making it again');
    this.#reconnect();
  }

  /** Tries until there is a connection; one that comes late finds that another was first. */
  #reconnect(): void {
    let isDone = false;
    let told: string | null = null;
    const attempt = async (): Promise<void> => {
      let session: ReferenceSession | null = null;
      try {
        session = await this.#connect();
        if (isDone || this.#closed) return session.destroy();
        isDone = true;
        await this.#open(session);
        clearInterval(timer);
        this.log.info(
          { lostForMs: Math.round(performance.now() - (this.#lostAt ?? 0)) },
          'reference nodes are true again',
        );
      } catch (error) {
        if (session) isDone = false;
        const reason = (error as Error).message;
        if (reason !== told && !this.#closed) this.log.warn({ err: error }, 'reference nodes cannot be loaded yet');
        told = reason;
      }
    };
    const timer = setInterval(() => {
      if (this.#closed) clearInterval(timer);
      else if (!isDone) void attempt();
    }, RETRY_MS).unref();
    void attempt();
  }
}

/** Gives a connection up over which nothing arrives any more. */
function watchSilence(session: ReferenceSession, feed: Pick<Feed, 'isReading'>): { stop(): void } {
  let received = session.received;
  let heardAt = performance.now();
  const timer = setInterval(() => {
    // What has arrived while this process was busy is read before anybody is called silent.
    setImmediate(() => {
      if (session.received !== received) {
        received = session.received;
        heardAt = performance.now();
      } else if (performance.now() - heardAt > (feed.isReading ? READING_MS : SILENT_MS)) {
        session.lose(new Error('the database has fallen silent'));
      }
    });
  }, SILENT_MS / 6).unref();
  return { stop: () => clearInterval(timer) };
}
