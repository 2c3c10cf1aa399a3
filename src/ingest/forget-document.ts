import type { Client } from 'pg';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import { type Actor, processActor } from '../platform/actor';
import { bereave } from './persist/bereave';
import { dropDocument, dropWords } from './persist/drop-document';
import { inImport, withWriter } from './persist/import-lock';
import { dropMade } from './persist/made-rows';
import { recordChange } from './persist/record-change';

export interface ForgetReport {
  /** The revisions that are gone, newest first. */
  readonly documents: readonly number[];
  readonly utterances: number;
  /** Companies, people, offices, quarters, events and the like that these documents alone had made. */
  readonly nodes: number;
  readonly facts: number;
  /** Documents that told words of these as a second source: importing them again brings their words back. */
  readonly bereft: readonly number[];
}

/**
 * Undoes the import of a document: it goes with all its revisions and with what it alone has made, as if it had never been taken in.
 * Nothing keeps it out: it can be imported again. Null where no such document is, or it was taken down, which stands.
 */
export function forgetDocument(
  databaseUrl: string,
  documentId: number,
  actor: Actor = processActor(),
): Promise<ForgetReport | null> {
  return withWriter(databaseUrl, (client) => inImport(client, () => forget(client, documentId, actor)));
}

async function forget(client: Client, documentId: number, actor: Actor): Promise<ForgetReport | null> {
  const { rows } = await client.query<{ id: number; sha256: string }>(
    `SELECT r.id, r.sha256 FROM document d JOIN document r ON r.natural_key = d.natural_key WHERE d.id = $1 AND r.removed_at IS NULL
     ORDER BY r.revision DESC, r.id DESC`,
    [documentId],
  );
  if (rows.length === 0) return null;
  const documents = rows.map(({ id }) => id);
  const bereft = await bereave(client, documents);
  // The bytes of a file with several documents are kept with one of them.
  await client.query(
    `UPDATE document o SET raw = d.raw FROM document d WHERE d.id = ANY ($1) AND d.raw IS NOT NULL AND o.id = (
       SELECT min(s.id) FROM document s WHERE s.sha256 = d.sha256 AND s.content_digest IS NOT NULL AND s.removed_at IS NULL AND s.id <> ALL ($1))`,
    [documents],
  );
  let utterances = 0;
  for (const id of documents) utterances += await dropWords(client, id);
  const made = await dropMade(client, documents);
  for (const id of documents) await dropDocument(client, id);
  const report = { documents, utterances, ...made, bereft };
  await recordChange(client, actor, {
    action: AuditAction.FORGET,
    subject: AuditSubject.DOCUMENT,
    ids: documents,
    summary: { sha256: [...new Set(rows.map(({ sha256 }) => sha256))], utterances, ...made, bereft },
  });
  return report;
}
