import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import { type Actor, processActor } from '../platform/actor';
import { inImport, withWriter } from './persist/import-lock';
import { recordChange } from './persist/record-change';

export interface AuditedEntry {
  readonly id: number;
  /** ISO instant. */
  readonly at: string;
  readonly actorKind: Actor['kind'];
  readonly keyId: number | null;
  readonly actor: string;
  readonly action: AuditAction;
  readonly subject: AuditSubject;
  readonly ids: readonly number[];
  /** Titles of documents among them, looked up now: those that were taken down have none. */
  readonly titles: readonly string[];
  readonly summary: Readonly<Record<string, unknown>>;
}

export interface AuditWish {
  /** ISO instant. */
  readonly since?: string;
  /** Part of a name, or the number of a key. */
  readonly actor?: string;
  readonly action?: AuditAction;
  readonly limit: number;
}

/** Newest first. */
export function listAuditEntries(
  databaseUrl: string,
  { since, actor, action, limit }: AuditWish,
): Promise<AuditedEntry[]> {
  return withWriter(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT e.id::float8, e.at, e.actor_kind AS "actorKind", e.key_id AS "keyId", e.actor_name AS actor, e.action, e.subject_kind AS subject,
         e.subject_ids::float8[] AS ids, e.summary,
         ARRAY(SELECT d.title FROM document d WHERE e.subject_kind = 'DOCUMENT' AND d.id = ANY (e.subject_ids) AND d.removed_at IS NULL
           ORDER BY d.id LIMIT 5) AS titles
       FROM audit_entry e WHERE ($1::timestamptz IS NULL OR e.at >= $1) AND ($2::text IS NULL OR e.action = $2)
         AND ($3::text IS NULL OR strpos(lower(e.actor_name), lower($3)) > 0 OR e.key_id::text = $3)
       ORDER BY e.id DESC LIMIT $4`,
      [since ?? null, action ?? null, actor ?? null, limit],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  });
}

/** Drops entries from before an instant, and tells the trail so. Returns how many went. */
export function pruneAuditEntries(databaseUrl: string, before: string, actor: Actor = processActor()): Promise<number> {
  return withWriter(databaseUrl, (client) =>
    inImport(client, async () => {
      await client.query("SELECT set_config('earshot.prunes_audit', 'on', true)");
      const { rowCount } = await client.query('DELETE FROM audit_entry WHERE at < $1', [before]);
      const pruned = rowCount ?? 0;
      if (pruned > 0) {
        const summary = { before, entries: pruned };
        await recordChange(client, actor, {
          action: AuditAction.PRUNE_AUDIT,
          subject: AuditSubject.AUDIT,
          ids: [],
          summary,
        });
      }
      return pruned;
    }),
  );
}
