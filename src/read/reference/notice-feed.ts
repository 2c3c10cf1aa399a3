import { randomUUID } from 'node:crypto';
import { WRITE_ACCESS_SQL, type WriteAccess } from '../../platform/database/write-access';
import type { Feed } from './feed';
import { REFERENCE_KINDS, type ReferenceKind } from './kinds';
import { MERGED_TABLE } from './merged-ids';
import type { ReferenceSession } from './reference-session';
import type { ReferenceStore } from './store';

const CHANNEL = 'earshot_reference';
const PING = 'ping';
/** A notice of one's own comes with the answer to the statement that sends it, or just behind. */
const OWN_NOTICE_MS = 1_000;

/** Notices that are sent do not arrive: between here and the database is something that passes statements on and nothing else. */
export class NoticesLost extends Error {}

/** Memory by notices: triggers announce each change at its commit, in order, and the rows it wrote are read again. */
export class NoticeFeed implements Feed {
  readonly #pings = new Map<string, () => void>();
  #work: Promise<void> = Promise.resolve();
  #open = 0;

  private constructor(
    private readonly session: ReferenceSession,
    private readonly store: ReferenceStore,
  ) {
    session.client.on('notification', ({ payload }) => this.#take(payload ?? ''));
  }

  /** Listens from before the rows are read, so that no change falls in between. */
  static async open(session: ReferenceSession, store: ReferenceStore): Promise<NoticeFeed> {
    const feed = new NoticeFeed(session, store);
    await session.client.query(`LISTEN ${CHANNEL}`);
    await store.loadAll(session.client);
    return feed;
  }

  get isReading(): boolean {
    return this.#open > 0;
  }

  async beat(): Promise<WriteAccess> {
    const token = randomUUID();
    const seen = new Promise<void>((resolve) => this.#pings.set(token, resolve));
    let timer: NodeJS.Timeout | undefined;
    try {
      // Notices come in order of commits, so whatever was committed before stands in front of this one.
      const { rows } = await this.session.client.query<{ access: WriteAccess }>(
        `SELECT pg_notify('${CHANNEL}', $1), ${WRITE_ACCESS_SQL}`,
        [`${PING} ${token}`],
      );
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new NoticesLost('a notice to oneself did not arrive')), OWN_NOTICE_MS);
      });
      await Promise.race([seen, late]);
      await this.#work;
      return rows[0]?.access ?? null;
    } finally {
      clearTimeout(timer);
      this.#pings.delete(token);
    }
  }

  #take(payload: string): void {
    const [table, change, version] = payload.split(' ');
    if (table === PING) {
      this.#pings.get(change ?? '')?.();
      return;
    }
    const work = this.#workOf(table ?? '', change ?? '', version);
    if (!work) return;
    this.#open++;
    // One after the other, in order of commits. What cannot be read leaves memory behind: all of it is loaded again then.
    this.#work = this.#work
      .then(work)
      .catch((error) => this.session.lose(error))
      .finally(() => {
        this.#open--;
      });
  }

  /** Null: the notice is none of ours. */
  #workOf(table: string, change: string, version: string | undefined): (() => Promise<void>) | null {
    const { client } = this.session;
    if (table === MERGED_TABLE) return () => this.store.reloadMerged(client);
    if (!REFERENCE_KINDS.includes(table as ReferenceKind) || !version) return null;
    const kind = table as ReferenceKind;
    const isGone = change === 'delete' || change === 'truncate';
    return () => (isGone ? this.store.reload(client, kind) : this.store.refresh(client, kind, version));
  }
}
