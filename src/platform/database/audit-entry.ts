import type { ClientBase } from 'pg';
import type { Actor } from '../actor';

/** What was done to what. `summary` has counts, digests, reasons; never words or titles of documents, nor names of people. */
export interface AuditedChange {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectIds: readonly number[];
  readonly summary: Readonly<Record<string, unknown>>;
}

/** Notes a change in the transaction that makes it: neither is ever kept without the other. */
export async function writeAuditEntry(
  client: ClientBase,
  actor: Actor,
  { action, subjectKind, subjectIds, summary }: AuditedChange,
): Promise<void> {
  await client.query({
    name: 'earshot_audit',
    text: `INSERT INTO audit_entry (actor_kind, key_id, actor_name, action, subject_kind, subject_ids, summary)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [actor.kind, actor.keyId, actor.name, action, subjectKind, subjectIds, JSON.stringify(summary)],
  });
}
