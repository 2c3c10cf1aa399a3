import type { Client } from 'pg';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import { type Actor, processActor } from '../platform/actor';
import { inImport, withWriter } from './persist/import-lock';
import { recordChange } from './persist/record-change';

/** Forgets the digests of a document that was taken down, so that it may be imported again. False: nothing was kept out. */
export function allowAgain(databaseUrl: string, documentId: number, actor: Actor = processActor()): Promise<boolean> {
  return withWriter(databaseUrl, (client) => inImport(client, () => allow(client, documentId, actor)));
}

async function allow(client: Client, documentId: number, actor: Actor): Promise<boolean> {
  const { rows } = await client.query<{ document_id: number }>(
    `WITH gone AS (DELETE FROM banned_source b USING document d JOIN document r ON r.natural_key = d.natural_key
       WHERE d.id = $1 AND b.document_id = r.id RETURNING b.document_id)
     SELECT DISTINCT document_id FROM gone ORDER BY 1`,
    [documentId],
  );
  if (rows.length === 0) return false;
  const ids = rows.map(({ document_id }) => document_id);
  await recordChange(client, actor, { action: AuditAction.ALLOW_AGAIN, subject: AuditSubject.DOCUMENT, ids });
  return true;
}
