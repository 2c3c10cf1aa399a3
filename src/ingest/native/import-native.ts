import type { Client } from 'pg';
import type { TextAccess } from '../../domain/document.entity';
import { type Actor, processActor } from '../../platform/actor';
import { ImportError } from '../fault';
import { addCounts } from '../import-report';
import { refuseBanned } from '../persist/banned-source';
import { countChanges } from '../persist/count-changes';
import { type DocumentReport, type ImportCounts, noCounts } from '../persist/document-rows';
import { mergeFacts } from '../persist/fact';
import { inImport, withWriter } from '../persist/import-lock';
import { findRemoved, findRemovedIn } from '../persist/removed-person';
import { SAMPLE } from '../persist/sample-book';
import { stricterOf } from '../persist/text-access';
import { unchangedReport } from '../persist/unchanged-report';
import { type StoredDocument, writeDocument } from '../persist/write-document';
import { recordFiles } from '../record-import';
import { keepNodes } from './keep-nodes';
import { NameBook, namedAt } from './name-book';
import { digestOf, nativeKeyOf, resolveNativeDocument } from './native-document';
import { factRowsOf } from './native-fact';
import { persistReference } from './native-reference';
import { readNative } from './read-native';
import type { NativeDocument, NativeFile } from './schema';

export interface ImportReport {
  readonly documents: ImportCounts;
  readonly statements: ImportCounts;
  readonly analystComments: ImportCounts;
  readonly claims: ImportCounts;
  readonly facts: ImportCounts;
  /** Ids of the documents, in order of the files. */
  readonly ids: readonly number[];
}

export interface NativeOptions {
  /** Who imports; without it, whoever runs this process. */
  readonly actor?: Actor;
  /** Name under which facts are remembered, so that what brought them can be removed again. */
  readonly source?: string;
  /** How much of its documents the graph gives out; where the file says less, less. */
  readonly textAccess?: TextAccess | null;
}

/** Imports NATIVE files in one transaction: all of it or nothing. */
export function importNative(
  databaseUrl: string,
  sources: readonly string[],
  options: NativeOptions = {},
): Promise<ImportReport> {
  const files = sources.map(readNative);
  return withWriter(databaseUrl, (client) => inImport(client, () => writeNative(client, files, options)));
}

/** Writes files in the caller's transaction, which has to hold the lock of writers. */
export async function writeNative(
  client: Client,
  files: readonly NativeFile[],
  { actor = processActor(), source = 'native', textAccess = null }: NativeOptions = {},
): Promise<ImportReport> {
  const report = {
    documents: noCounts(),
    statements: noCounts(),
    analystComments: noCounts(),
    claims: noCounts(),
    facts: noCounts(),
    ids: [] as number[],
  };
  const changed: number[] = [];
  const names = new NameBook(client);
  for (const file of files) await refuseRemoved(client, file);
  const nodes = await countChanges(client, async (counted) => {
    for (const file of files) await persistReference(counted, file, names);
  });
  if (source !== SAMPLE) for (const file of files) await keepNodes(client, file, names);
  for (const file of files) {
    for (const [i, document] of (file.documents ?? []).entries()) {
      const written = await writeNativeDocument(client, document, `documents[${i}]`, names, textAccess);
      report.documents[written.outcome]++;
      report.ids.push(written.documentId);
      if (written.outcome !== 'unchanged') changed.push(written.documentId);
      addCounts(report.statements, written.statements);
      addCounts(report.analystComments, written.analystComments);
      addCounts(report.claims, written.claims);
    }
    for (const [i, facts] of (file.facts ?? []).entries()) {
      const company = await namedAt(`facts[${i}].company`, names.company(facts.company));
      const before = await lastFact(client);
      addCounts(report.facts, await mergeFacts(client, company, factRowsOf(facts, `facts[${i}]`)));
      await client.query(
        'INSERT INTO native_fact (fact_id, source) SELECT id, $1 FROM fact WHERE id > $2 AND company_id = $3',
        [source, before, company],
      );
    }
  }
  await recordFiles(client, actor, { ...report, changed, nodes });
  return report;
}

/** A NATIVE file stands as a whole, so one that names somebody who was taken out is refused. */
async function refuseRemoved(client: Client, { people = [], documents = [] }: NativeFile): Promise<void> {
  const removed = await findRemoved(client, [
    ...people.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
    ...documents.flatMap(({ utterances = [] }) => utterances.flatMap(({ speaker }) => speaker ?? [])),
  ]);
  const told = await findRemovedIn(
    client,
    documents.flatMap(({ title, text }) => [title, text].flat()),
  );
  if (removed.size + told.size === 0) return;
  const at = people.findIndex(({ name, aliases = [] }) => [name, ...aliases].some((form) => removed.has(form)));
  const path = at < 0 ? 'documents' : `people[${at}]`;
  throw new ImportError([{ path, message: 'names somebody who was taken out', code: 'REMOVED' }]);
}

async function writeNativeDocument(
  client: Client,
  document: NativeDocument,
  path: string,
  names: NameBook,
  textAccess: TextAccess | null,
): Promise<DocumentReport> {
  const { rows } = await client.query<StoredDocument & { digest: string }>(
    `SELECT id, revision, coalesce(content_digest, sha256) AS digest FROM document
     WHERE natural_key = $1 ORDER BY revision DESC`,
    [nativeKeyOf(document.key)],
  );
  const digest = digestOf(JSON.stringify(document));
  const { key, url, text } = document;
  await refuseBanned(
    client,
    { bytes: digest, naturalKey: nativeKeyOf(key), url, text: rows.length > 0 ? undefined : [text].flat().join('\n') },
    path,
  );
  const same = rows.find((row) => row.digest === digest);
  if (same) return unchangedReport(client, same.id);
  const resolved = await resolveNativeDocument(client, document, path, names);
  const stated = resolved.document.textAccess;
  const access = textAccess && stated ? stricterOf(textAccess, stated) : (textAccess ?? stated);
  return writeDocument(
    client,
    { ...resolved, document: { ...resolved.document, textAccess: access } },
    rows[0] ?? null,
  );
}

async function lastFact(client: Client): Promise<string> {
  const { rows } = await client.query<{ last: string }>('SELECT coalesce(max(id), 0)::text AS last FROM fact');
  return rows[0]!.last;
}
