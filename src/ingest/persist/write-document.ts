import type { Client } from 'pg';
import { TextAccess } from '../../domain/document.entity';
import { type Passage, printExcerpt } from '../../domain/excerpt';
import { refreshExchanges } from './assign-speaker';
import { copyRows, takeIds } from './copy';
import type { DocumentReport, DocumentRows } from './document-rows';
import { readEarlier } from './earlier-words';
import { Tally } from './tally';
import { decideTextAccess, excerptOf } from './text-access';
import { writeClaims } from './write-claims';
import { writeExchanges } from './write-exchanges';
import { writeUtterances } from './write-utterances';
import { insertRows } from './writer';

/** The revision of a document that is stored and current. */
export interface StoredDocument {
  readonly id: number;
  readonly revision: number;
}

/**
 * Writes a document with everything in it, in the caller's transaction, which has to hold the lock of writers (inImport).
 * `earlier` is the revision that it corrects: that one stays, superseded, and hands over the words that are still the same.
 */
export async function writeDocument(
  client: Client,
  rows: DocumentRows,
  earlier: StoredDocument | null,
): Promise<DocumentReport> {
  const tally = new Tally();
  const words = earlier ? await readEarlier(client, earlier.id) : [];
  const exchanges = earlier ? await exchangesOf(client, earlier.id) : [];
  const access = await decideTextAccess(client, rows.document, earlier?.id ?? null);
  const excerpt = excerptOf(rows, access);
  const documentId = await insertDocument(client, rows, earlier, access, excerpt);
  const exchangeIds = await writeExchanges(client, rows, exchanges);
  const report = await writeUtterances(client, rows, { documentId, exchangeIds, excerpt }, words, tally);
  // Words that somebody has given to another speaker keep that one: the exchange says so too.
  if (words.some(({ isCorrected }) => isCorrected)) {
    await refreshExchanges(client, [...new Set(exchangeIds.filter((id): id is number => id !== null))]);
  }
  if (earlier) await dropLinks(client, rows, report.ids, earlier.id);
  await writeRenderings(client, rows, documentId, report.ids);
  await copyRows(
    client,
    'comment_statement',
    ['comment_id', 'statement_id', 'position'],
    rows.links.map(({ comment, statement, position }) => [report.ids[comment]!, report.ids[statement]!, position]),
  );
  await writeMentions(client, rows, documentId);
  const claims = await writeClaims(client, rows, { documentId, excerpt }, report.ids, earlier?.id ?? null);
  await tally.write(client);
  const { statements, analystComments } = report;
  return { documentId, outcome: earlier ? 'updated' : 'created', statements, analystComments, claims };
}

/** The document and what it is about, in one statement. */
const INSERT = `
  WITH document AS (
    INSERT INTO document (kind, title, publisher, url, published_at, published_at_text, format, sha256, content_digest, language, natural_key, revision,
      length, text, raw, text_access, taxonomy_version, excerpt, topics_about)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $20::int4multirange, $21) RETURNING id
  ), events AS (
    INSERT INTO document_event (document_id, event_id) SELECT DISTINCT document.id, event FROM document, unnest($18::int[]) event
  ), companies AS (
    INSERT INTO document_company (document_id, company_id) SELECT DISTINCT document.id, company FROM document, unnest($19::int[]) company
  )
  SELECT id FROM document`;

async function insertDocument(
  client: Client,
  { document, events, companies }: DocumentRows,
  earlier: StoredDocument | null,
  access: TextAccess,
  excerpt: readonly Passage[] | null,
): Promise<number> {
  if (earlier) await stepAside(client, earlier, document.naturalKey, access);
  const { rows } = await client.query<{ id: number }>({
    name: 'earshot_document',
    text: INSERT,
    values: [
      document.kind,
      document.title,
      document.publisher,
      document.url,
      document.publishedAt,
      document.publishedAtText,
      document.format,
      document.sha256,
      document.contentDigest,
      document.language,
      document.naturalKey,
      (earlier?.revision ?? 0) + 1,
      document.length,
      document.text,
      document.raw,
      access,
      document.taxonomyVersion,
      events,
      companies,
      excerpt && printExcerpt(excerpt),
      document.topicsAbout,
    ],
  });
  const id = rows[0]!.id;
  if (earlier) await client.query('UPDATE document SET superseded_by_id = $1 WHERE id = $2', [id, earlier.id]);
  return id;
}

/**
 * One document of a key is current at any moment: the old revision steps aside before the new one comes. It and those before it are as
 * closed as the new one, and give out nothing beside its excerpt: they have nearly the same words, and their ids are still answered.
 */
async function stepAside(
  client: Client,
  earlier: StoredDocument,
  naturalKey: string,
  access: TextAccess,
): Promise<void> {
  await client.query('UPDATE document SET superseded_by_id = id WHERE id = $1', [earlier.id]);
  // A revision is never looser than the one before it, so of one that is open all are.
  if (access === TextAccess.FULL) return;
  await client.query("UPDATE document SET text_access = $2, excerpt = '{}' WHERE natural_key = $1", [
    naturalKey,
    access,
  ]);
}

async function exchangesOf(client: Client, documentId: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    'SELECT x.id FROM exchange x WHERE x.id IN (SELECT exchange_id FROM utterance WHERE document_id = $1) ORDER BY x.event_id, x.position',
    [documentId],
  );
  return rows.map(({ id }) => id);
}

/** Links of the words that moved over, which the new revision states again. */
async function dropLinks(
  client: Client,
  { renderings }: DocumentRows,
  ids: readonly number[],
  earlierId: number,
): Promise<void> {
  const others = renderings.flatMap(({ documentId }) => (documentId === null ? [] : [documentId]));
  await client.query(
    'DELETE FROM rendering WHERE document_id = $1 OR (utterance_id = ANY ($2) AND document_id = ANY ($3))',
    [earlierId, ids, others],
  );
  await client.query('DELETE FROM comment_statement WHERE comment_id = ANY ($1)', [ids]);
}

async function writeRenderings(
  client: Client,
  { renderings }: DocumentRows,
  documentId: number,
  utteranceIds: readonly number[],
): Promise<void> {
  const ids = await takeIds(client, 'rendering', renderings.length);
  await copyRows(
    client,
    'rendering',
    ['id', 'utterance_id', 'document_id', 'span_start', 'span_end'],
    renderings.map(({ utterance, documentId: other, start, end }, i) => [
      ids[i]!,
      'id' in utterance ? utterance.id : utteranceIds[utterance.place]!,
      other ?? documentId,
      start,
      end,
    ]),
  );
}

async function writeMentions(client: Client, { mentions, values }: DocumentRows, documentId: number): Promise<void> {
  await copyRows(
    client,
    'entity_mention',
    ['document_id', 'kind', 'name', 'company_id', 'person_id', 'count', 'spans'],
    mentions.map(({ kind, name, companyId, personId, spans }) => [
      documentId,
      kind,
      name,
      companyId,
      personId,
      spans.length,
      spans.flatMap(({ start, end }) => [start, end]),
    ]),
  );
  await insertRows(
    client,
    'stated_metric',
    values.map((value) => ({
      company_id: value.companyId,
      metric_id: value.metricId,
      fiscal_year: value.fiscalYear,
      fiscal_quarter: value.fiscalQuarter,
      basis: value.basis,
      value: value.value,
      unit: value.unit,
      currency: value.currency,
      document_id: documentId,
      span_start: value.start,
      span_end: value.end,
      stated_on: value.statedOn,
    })),
  );
}
