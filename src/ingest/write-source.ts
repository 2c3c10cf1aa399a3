import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { DocumentKind } from '../domain/document.entity';
import { ImportError } from './fault';
import type { ParseHints } from './formats/format';
import { refuseBanned } from './persist/banned-source';
import { type DocumentReport, type ImportCounts, noCounts } from './persist/document-rows';
import { persistFacts } from './persist/fact';
import { dropMade, handOverMade, lastMade, rememberMade } from './persist/made-rows';
import { giveWay } from './persist/retold-sample';
import { unchangedReport } from './persist/unchanged-report';
import { writeDocument } from './persist/write-document';
import type { ReadDocument } from './read-source';
import { withAssumedQuarters } from './resolve/assumed-quarter';
import type { StoredRevision } from './resolve/identity';
import { leaveOutRemoved } from './resolve/leave-out-removed';
import type { Resolution } from './resolve/resolution';

import { resolveDocument } from './resolve/resolve-document';
import type { Source } from './source';

export interface WrittenDocument extends DocumentReport {
  readonly facts: ImportCounts;
}

/** One of the documents of a source: which of how many. */
export interface Part {
  readonly ordinal: number;
  readonly count: number;
}

/**
 * Writes one document of a source, in the caller's transaction, which has to hold the lock of writers. The same content again
 * changes nothing, unless it is to be read `again`: then what is read now is a new revision, and what the old reading alone has made goes.
 */
export async function writeSourceDocument(
  client: Client,
  source: Source,
  part: Part,
  read: ReadDocument,
  hints: ParseHints,
  { again = false }: { readonly again?: boolean } = {},
): Promise<WrittenDocument & { readonly warnings: Resolution['warnings'] }> {
  const { extraction, neutral } = read;
  const contentDigest = digestOf(source, part);
  const known = await findStored(client, source, contentDigest);
  if (known && !again) {
    const facts = { ...noCounts(), unchanged: extraction.facts.length };
    return {
      ...(await unchangedReport(client, known)),
      facts,
      warnings: await heldAgainst(client, known, hints),
    };
  }
  const stored = known === null ? null : await currentOf(client, known, source.name);
  const before = await lastMade(client);
  const day = extraction.event?.date ?? neutral.metadata.publishedOn ?? extraction.document.publishedAt?.slice(0, 10);
  const resolution: Resolution = { client, warnings: [], day: day ?? null, told: [] };
  const checked = await leaveOutRemoved(resolution, read);
  // The bytes as they came have the words that were left out.
  const raw = checked.isBlanked ? null : rawOf(source, part, read);
  const { rows, company, earlier, rendered } = await resolveDocument(resolution, checked, raw, hints, stored);
  const report = await writeDocument(client, { ...rows, document: { ...rows.document, contentDigest } }, earlier);
  if (neutral.kind === DocumentKind.NEWS_ARTICLE) await giveWay(client, report.documentId);
  report.statements.unchanged += rendered.statements;
  report.analystComments.unchanged += rendered.analystComments;
  let facts: ImportCounts = noCounts();
  if (extraction.facts.length > 0) {
    if (!company)
      throw new ImportError([{ path: '', message: 'names no company that its facts could be of' }], source.name);
    facts = await withAssumedQuarters(client, company.id, () =>
      persistFacts(client, { companyId: company.id }, extraction.facts),
    );
    await confirmFacts(client, company.id, [...new Set(extraction.facts.map(({ accession }) => accession))]);
  }
  await rememberMade(client, report.documentId, before, resolution.told);
  if (stored) await undoReading(client, stored.id, { documentId: report.documentId, companyId: company?.id ?? null });
  return { ...report, facts, warnings: resolution.warnings };
}

/** The revision that stands for a document today; a stored one may have given way to another, under another key too. */
async function currentOf(client: Client, documentId: number, source: string): Promise<StoredRevision> {
  const { rows } = await client.query<StoredRevision>(
    `WITH RECURSIVE line AS (
       SELECT id, revision, natural_key, superseded_by_id FROM document WHERE id = $1
       UNION SELECT n.id, n.revision, n.natural_key, n.superseded_by_id FROM line JOIN document n ON n.id = line.superseded_by_id)
     SELECT id, revision, natural_key AS "naturalKey" FROM line WHERE superseded_by_id IS NULL`,
    [documentId],
  );
  if (rows[0]) return rows[0];
  const message = `is stored as document ${documentId}, which has no current revision that could be read again; \`earshot forget ${documentId}\` takes it away, and then it may come in anew`;
  throw new ImportError([{ path: '', message }], source);
}

/** A reading that was replaced is of nobody any more: its text stays, what it alone has made does not. */
async function undoReading(
  client: Client,
  earlier: number,
  { documentId, companyId }: { readonly documentId: number; readonly companyId: number | null },
): Promise<void> {
  for (const table of ['document_company', 'document_event', 'entity_mention'])
    await client.query(`DELETE FROM ${table} WHERE document_id = $1`, [earlier]);
  await dropMade(client, [earlier], { factsOf: companyId });
  await handOverMade(client, [earlier], documentId);
}

/** Importing again changes nothing; whoever asks for another access has to know that. */
async function heldAgainst(
  client: Client,
  documentId: number,
  { textAccess = null, company, createCompany = null, period, publisher, publishedAt, url }: ParseHints,
): Promise<Resolution['warnings']> {
  const given = [company, createCompany, period, publisher, publishedAt, url].some((hint) => hint !== null);
  const kept: Resolution['warnings'] = given
    ? [
        {
          code: 'READ_BEFORE',
          message: `it is stored as document ${documentId} and was not read with what is said beside it; with \`--again\` it is`,
        },
      ]
    : [];
  if (textAccess === null) return kept;
  const { rows } = await client.query<{ text_access: string }>('SELECT text_access FROM document WHERE id = $1', [
    documentId,
  ]);
  const stored = rows[0]?.text_access;
  if (stored === textAccess) return kept;
  const message = `it is stored, and gives out ${stored}, not ${textAccess}; \`earshot text-access ${documentId} ${textAccess}\` changes that`;
  return [...kept, { code: 'TEXT_ACCESS_KEPT', message }];
}

/** The document that a source was imported as; null where it was not. Throws where it was taken down. */
export async function findStored(client: Client, source: Source, contentDigest: string | null): Promise<number | null> {
  await refuseBanned(client, { bytes: contentDigest ?? source.sha256 }, '', source.name);
  const { rows } = await client.query<{ id: number }>(
    `SELECT id FROM document WHERE sha256 = $1 AND content_digest IS NOT DISTINCT FROM $2 AND removed_at IS NULL ORDER BY id DESC LIMIT 1`,
    [source.sha256, contentDigest],
  );
  return rows[0]?.id ?? null;
}

/** Null for a source that is one document: its own hash tells it. */
function digestOf(source: Source, { ordinal, count }: Part): string | null {
  if (count === 1) return null;
  return createHash('sha256').update(`${source.sha256} ${ordinal} of ${count}`).digest('hex');
}

/** The bytes as they came: not where the text is the same bytes, and once for all documents of a source. */
function rawOf(source: Source, { ordinal, count }: Part, { neutral }: ReadDocument): Buffer | null {
  if (ordinal > 0) return null;
  const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength);
  return count === 1 && Buffer.from(neutral.text).equals(bytes) ? null : bytes;
}

/** Numbers that a NATIVE file brought before stay when that file goes: the filing itself is here now. */
async function confirmFacts(client: Client, companyId: number, accessions: readonly string[]): Promise<void> {
  await client.query(
    'DELETE FROM native_fact n USING fact f WHERE f.id = n.fact_id AND f.company_id = $1 AND f.accession = ANY ($2)',
    [companyId, accessions],
  );
}
