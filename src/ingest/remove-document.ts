import type { Client } from 'pg';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import { type Actor, processActor } from '../platform/actor';
import { banSource } from './persist/banned-source';
import { bereave } from './persist/bereave';
import { dropWords } from './persist/drop-document';
import { inImport, withWriter } from './persist/import-lock';
import { dropMade, handOverMade } from './persist/made-rows';
import { recordChange } from './persist/record-change';

export interface TakedownReport {
  /** The revisions that were emptied, newest first. */
  readonly documents: readonly number[];
  readonly utterances: number;
  /** Companies, people, offices, quarters, events and the like that these documents alone had made. */
  readonly nodes: number;
  readonly facts: number;
  /** Documents that told words of these as a second source: their words went with the utterances; importing them again brings them back. */
  readonly bereft: readonly number[];
}

/**
 * A takedown: words, mentions, counts, claims and raw bytes of a document and all its revisions go; a row without words stays,
 * so that ids are answered, and digests of its bytes, its letters, its key and its address, so that it stays out. Null where no such document is.
 */
export function removeDocument(
  databaseUrl: string,
  documentId: number,
  reason: string,
  actor: Actor = processActor(),
): Promise<TakedownReport | null> {
  return withWriter(databaseUrl, (client) => inImport(client, () => takeDown(client, documentId, reason, actor)));
}

async function takeDown(
  client: Client,
  documentId: number,
  reason: string,
  actor: Actor,
): Promise<TakedownReport | null> {
  const { rows } = await client.query<Revision>(
    `SELECT r.id, r.sha256, r.content_digest, r.natural_key, r.url, r.text FROM document d JOIN document r ON r.natural_key = d.natural_key WHERE d.id = $1 AND r.removed_at IS NULL
     ORDER BY r.revision DESC`,
    [documentId],
  );
  if (rows.length === 0) return null;
  const documents = rows.map(({ id }) => id);
  const bereft = await bereave(client, documents);
  let utterances = 0;
  for (const id of documents) utterances += await dropWords(client, id);
  const made = await dropMade(client, documents);
  await handOverMade(client, documents, null);
  for (const { id, sha256, content_digest: part, natural_key: naturalKey, url, text } of rows) {
    await banSource(client, id, { bytes: part && isDigest(part) ? part : sha256, naturalKey, url, text });
  }
  // Superseded by itself: no list shows it, and its key is free for nobody. What it was is told by digests alone.
  await client.query(
    `UPDATE document SET text = '', length = 0, raw = NULL, text_access = 'NONE', excerpt = '{}', superseded_by_id = id, removed_at = now(),
       removal_reason = $2, title = 'Taken down', publisher = NULL, url = NULL, published_at_text = NULL, topics_about = NULL, natural_key = 'removed:' || $3::text
     WHERE id = ANY ($1)`,
    [documents, reason, documents[0]],
  );
  // The bytes of a file with several documents are kept with one of them, and hold the words of this one.
  await client.query('UPDATE document SET raw = NULL WHERE sha256 = ANY ($1)', [rows.map(({ sha256 }) => sha256)]);
  await recordChange(client, actor, {
    action: AuditAction.REMOVE,
    subject: AuditSubject.DOCUMENT,
    ids: documents,
    summary: { reason, sha256: [...new Set(rows.map(({ sha256 }) => sha256))], utterances, bereft, ...made },
  });
  return { documents, utterances, bereft, ...made };
}

interface Revision {
  readonly id: number;
  readonly sha256: string;
  readonly content_digest: string | null;
  readonly natural_key: string;
  readonly url: string | null;
  readonly text: string;
}

/** What stands there of a document that lost words is no digest. */
const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
