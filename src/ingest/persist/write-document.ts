import type { Client } from 'pg';
import { copyRows, takeIds } from './copy';
import type { DocumentReport, DocumentRows, NewDocument } from './document-rows';
import { readEarlier } from './earlier-words';
import { Tally } from './tally';
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
  const documentId = await insertDocument(client, rows.document, earlier);
  await copyRows(
    client,
    'document_event',
    ['document_id', 'event_id'],
    [...new Set(rows.events)].map((event) => [documentId, event]),
  );
  await copyRows(
    client,
    'document_company',
    ['document_id', 'company_id'],
    [...new Set(rows.companies)].map((company) => [documentId, company]),
  );
  const exchangeIds = await writeExchanges(client, rows, exchanges);
  const report = await writeUtterances(client, rows, documentId, exchangeIds, words, tally);
  if (earlier) await dropLinks(client, rows, report.ids, earlier.id);
  await writeRenderings(client, rows, documentId, report.ids);
  await copyRows(
    client,
    'comment_statement',
    ['comment_id', 'statement_id', 'position'],
    rows.links.map(({ comment, statement, position }) => [report.ids[comment]!, report.ids[statement]!, position]),
  );
  await writeMentions(client, rows, documentId);
  const claims = await writeClaims(client, rows, documentId, report.ids, earlier?.id ?? null);
  await tally.write(client);
  const { statements, analystComments } = report;
  return { documentId, outcome: earlier ? 'updated' : 'created', statements, analystComments, claims };
}

async function insertDocument(client: Client, document: NewDocument, earlier: StoredDocument | null): Promise<number> {
  // One document of a key is current at any moment: the old revision steps aside before the new one comes.
  if (earlier) await client.query('UPDATE document SET superseded_by_id = id WHERE id = $1', [earlier.id]);
  const [id] = (await insertRows(client, 'document', [
    {
      kind: document.kind,
      title: document.title,
      publisher: document.publisher,
      url: document.url,
      published_at: document.publishedAt,
      published_at_text: document.publishedAtText,
      format: document.format,
      sha256: document.sha256,
      content_digest: document.contentDigest,
      language: document.language,
      natural_key: document.naturalKey,
      revision: (earlier?.revision ?? 0) + 1,
      length: document.length,
      text: document.text,
      raw: document.raw,
      text_access: document.textAccess,
    },
  ])) as [number];
  if (earlier) await client.query('UPDATE document SET superseded_by_id = $1 WHERE id = $2', [id, earlier.id]);
  return id;
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
