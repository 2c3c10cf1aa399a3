import type { ClientBase } from 'pg';
import type { AuditAction, AuditSubject } from '../../domain/audit-entry.entity';
import type { Actor } from '../../platform/actor';
import { writeAuditEntry } from '../../platform/database/audit-entry';

export interface Change {
  readonly action: AuditAction;
  readonly subject: AuditSubject;
  /** Keys of what was changed. */
  readonly ids: readonly number[];
  /**
   * Counts, digests, other ids, reasons. No words, titles or addresses of documents and no names of people: what is taken down has to
   * be gone from here too, and entries are never changed.
   */
  readonly summary?: Readonly<Record<string, unknown>>;
}

/** Tells the audit trail of a change, in the transaction that makes it. */
export function recordChange(
  client: ClientBase,
  actor: Actor,
  { action, subject, ids, summary = {} }: Change,
): Promise<void> {
  return writeAuditEntry(client, actor, { action, subjectKind: subject, subjectIds: ids, summary });
}
