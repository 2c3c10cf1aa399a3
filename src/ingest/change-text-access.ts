import type { Client } from 'pg';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import type { TextAccess } from '../domain/document.entity';
import { type Actor, processActor } from '../platform/actor';
import { cutDocument } from './persist/cut-document';
import { inImport, withWriter } from './persist/import-lock';
import { recordChange } from './persist/record-change';

export interface TextAccessChange {
  readonly before: TextAccess;
  readonly after: TextAccess;
  /** All revisions, newest first. */
  readonly documents: readonly number[];
}

/** Gives out more or less of a document, in all its revisions; the excerpt is chosen anew. Null where it was taken down. */
export function changeTextAccess(
  databaseUrl: string,
  documentId: number,
  access: TextAccess,
  actor: Actor = processActor(),
): Promise<TextAccessChange | null> {
  return withWriter(databaseUrl, (client) => inImport(client, () => change(client, documentId, access, actor)));
}

async function change(
  client: Client,
  documentId: number,
  access: TextAccess,
  actor: Actor,
): Promise<TextAccessChange | null> {
  const { rows } = await client.query<{ id: number; text_access: TextAccess; is_current: boolean }>(
    `SELECT r.id, r.text_access, r.superseded_by_id IS NULL AS is_current FROM document d JOIN document r ON r.natural_key = d.natural_key
     WHERE d.id = $1 AND r.removed_at IS NULL ORDER BY r.revision DESC`,
    [documentId],
  );
  const newest = rows[0];
  if (!newest) return null;
  for (const { id, is_current } of rows) await cutDocument(client, id, access, is_current);
  const documents = rows.map(({ id }) => id);
  const summary = { before: newest.text_access, after: access };
  const [action, subject] = [AuditAction.SET_TEXT_ACCESS, AuditSubject.DOCUMENT];
  await recordChange(client, actor, { action, subject, ids: documents, summary });
  return { ...summary, documents };
}
