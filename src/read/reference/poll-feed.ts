import { WRITE_ACCESS_SQL, type WriteAccess } from '../../platform/database/write-access';
import type { Feed } from './feed';
import { REFERENCE_KINDS, type ReferenceKind } from './kinds';
import type { ReferenceSession } from './reference-session';
import type { ReferenceStore } from './store';

/** What one look at the database tells of a kind: how many there are, and the newest transaction that wrote any. */
type Look = Record<string, string> & { readonly access: WriteAccess; readonly horizon: string };

const LOOK = `SELECT ${WRITE_ACCESS_SQL}, pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, ${REFERENCE_KINDS.map(
  (kind) =>
    `(SELECT count(*) FROM ${kind})::text AS "${kind}", (SELECT coalesce(max(version), 0) FROM ${kind})::text AS "${kind} newest"`,
).join(', ')}`;

/**
 * Memory by asking, where notices do not come: on a standby, which cannot listen, and behind a pooler that hands each transaction another
 * session. Rows carry the number of the transaction that wrote them. Below the horizon of a look nothing is in progress any more, so
 * what is new at the next look has that number or a higher one; fewer rows than memory has tell that some are gone.
 */
export class PollFeed implements Feed {
  #horizon: string;
  readonly #counts = new Map<ReferenceKind, number>();
  #turn: Promise<unknown> = Promise.resolve();
  readonly isReading = true;

  private constructor(
    private readonly session: ReferenceSession,
    private readonly store: ReferenceStore,
    first: Look,
  ) {
    this.#horizon = first.horizon;
  }

  static async open(session: ReferenceSession, store: ReferenceStore): Promise<PollFeed> {
    const feed = new PollFeed(session, store, await look(session));
    await store.loadAll(session.client);
    return feed;
  }

  beat(): Promise<WriteAccess> {
    // Two at once would each take the other's horizon for theirs.
    const mine = this.#turn.then(() => this.#catchUp());
    this.#turn = mine.catch(() => {});
    return mine;
  }

  async #catchUp(): Promise<WriteAccess> {
    const { client } = this.session;
    const now = await look(this.session);
    for (const kind of REFERENCE_KINDS) {
      if (BigInt(now[`${kind} newest`] as string) >= BigInt(this.#horizon)) {
        await this.store.refreshSince(client, kind, this.#horizon);
      }
      const count = Number(now[kind]);
      const shelf = this.store.shelfOf(kind);
      // Of a kind that is kept in part only a fall can be seen.
      const isGone = shelf.complete ? shelf.size !== count : count < (this.#counts.get(kind) ?? 0);
      if (isGone) await this.store.reload(client, kind);
      this.#counts.set(kind, count);
    }
    await this.store.reloadMerged(client);
    this.#horizon = now.horizon;
    return now.access;
  }
}

async function look(session: ReferenceSession): Promise<Look> {
  const { rows } = await session.client.query<Look>(LOOK);
  return rows[0] as Look;
}
