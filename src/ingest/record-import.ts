import type { Client } from 'pg';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import { ImportFormat } from '../domain/import-format';
import type { Actor } from '../platform/actor';
import type { ImportReport } from './native/import-native';
import type { DocumentReport, ImportCounts } from './persist/document-rows';
import { recordChange } from './persist/record-change';
import type { Source } from './source';

const ACTION = { action: AuditAction.IMPORT, subject: AuditSubject.DOCUMENT } as const;

/** Tells of a document of a source that was written; the same document again changes nothing and is not told of. */
export async function recordDocument(
  client: Client,
  actor: Actor,
  format: ImportFormat,
  { sha256 }: Source,
  {
    documentId,
    outcome,
    statements,
    analystComments,
    facts,
    claims,
  }: DocumentReport & { readonly facts: ImportCounts },
): Promise<void> {
  if (outcome === 'unchanged') return;
  const summary = { outcome, format, sha256, statements, analystComments, facts, claims };
  await recordChange(client, actor, { ...ACTION, ids: [documentId], summary });
}

/** Of NATIVE files, which are one change: the documents that were written, and rows of companies, people, offices and the like. */
type WrittenFiles = ImportReport & { readonly changed: readonly number[]; readonly nodes: number };

/** The same of NATIVE files. */
export async function recordFiles(
  client: Client,
  actor: Actor,
  { changed, nodes, documents, statements, analystComments, facts, claims }: WrittenFiles,
): Promise<void> {
  if (changed.length + facts.created + facts.updated + nodes === 0) return;
  const summary = { format: ImportFormat.NATIVE, nodes, documents, statements, analystComments, facts, claims };
  await recordChange(client, actor, { ...ACTION, ids: changed, summary });
}
