import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Client } from 'pg';
import type { Logger } from 'pino';
import { ImportFormat } from '../domain/import-format';
import { processActor } from '../platform/actor';
import { projectFile } from '../platform/project-file';
import { correctWords } from './correct-speaker';
import { ImportError } from './fault';
import { NO_HINTS, type ParseHints } from './formats/format';
import { addCounts } from './import-report';
import { type ImportReport, writeNative } from './native/import-native';
import { readNative } from './native/read-native';
import type { NativeDocument, NativeFile } from './native/schema';
import { inImport, withWriter } from './persist/import-lock';
import { isToldByArticle } from './persist/retold-sample';
import { lastIds, rememberSample, SAMPLE } from './persist/sample-book';
import { type ReadDocument, readSource } from './read-source';
import { recordDocument } from './record-import';
import { Source } from './source';
import { writeSourceDocument } from './write-source';

const FOLDER = 'schema/sample';

/** What Meta filed and what the press wrote about its quarter, worked out by hand; who the invented companies are, and what they would have filed. */
const NATIVE_FILES = ['meta-2024q4.json', 'meta-facts.json', 'invented/companies.json', 'invented/facts.json'];

/** Documents about invented companies in the forms in which such documents come, oldest first, with what their importer would say of them. */
const DOCUMENTS: readonly (readonly [file: string, hints?: Partial<ParseHints>])[] = [
  ['invented/fablewright-2024q3-call.txt'],
  ['invented/nonesuch-2025q3-call.md'],
  ['invented/fablewright-2024q4-release.txt', publishedBy('Sample Wire', 'fablewright-2024q4-results')],
  ['invented/fablewright-2024q4-call.txt'],
  ['invented/fablewright-article.txt', publishedBy('Marlow Street Ledger', 'fablewright-to-double-spending')],
  ['invented/nonesuch-2025q4-call.txt'],
  ['invented/nonesuch-article.txt', publishedBy('Lantern Street News', 'nonesuch-bets-on-inference')],
  ['invented/both-article.txt', publishedBy('Marlow Street Ledger', 'cheaper-answers-more-machines')],
  ['invented/nonesuch-investor-day.json', { period: 'FY2026Q1' }],
];

/** Where the recording of the last one tells voices wrongly, corrected as anybody would. */
const CORRECTIONS = [
  {
    words: 'Let me take that one, since I own the price list.',
    person: 'Desmond Farrowgate',
    reason: 'The recording takes his voice for that of Ingrid Quillhaven.',
  },
  {
    words: 'Is the second office in Shanghai closed for good?',
    person: 'Helena Moorcastle',
    reason: 'Nobody announced her; she asked the same by letter before.',
  },
];

/** At a host that is kept free for examples, for ever. */
function publishedBy(publisher: string, page: string): Partial<ParseHints> {
  const host = publisher.toLowerCase().replaceAll(' ', '-');
  return { publisher, url: `https://${host}.example/${page}` };
}

export interface SampleDocument {
  readonly source: Source;
  readonly hints: ParseHints;
}

/** The documents of the sample that are read as anybody's are. */
export const sampleDocuments = (): SampleDocument[] =>
  DOCUMENTS.map(([file, hints]) => ({
    source: new Source(basename(file), readFileSync(projectFile(`${FOLDER}/${file}`))),
    hints: { ...NO_HINTS, ...hints },
  }));

/** The files of the sample in the NATIVE form. */
export const sampleFiles = (): string[] =>
  NATIVE_FILES.map((file) => readFileSync(projectFile(`${FOLDER}/${file}`), 'utf8'));

/**
 * Loads the sample that comes with Earshot, as an import of its files would, in one transaction: a start that is killed leaves
 * nothing of it. What is there already stays as it is.
 */
export async function loadSample(databaseUrl: string, log: Logger): Promise<ImportReport> {
  const files = sampleFiles().map(readNative);
  const documents: (SampleDocument & { readonly read: ReadDocument[] })[] = [];
  for (const { source, hints } of sampleDocuments())
    documents.push({ source, hints, read: await readSource(source, ImportFormat.AUTO, hints) });
  const report = await withWriter(databaseUrl, (client) =>
    inImport(client, async () => {
      const before = await lastIds(client);
      const written = await writeNative(client, await withoutRetold(client, files), { source: SAMPLE });
      const ids = [...written.ids];
      for (const document of documents) ids.push(...(await writeDocuments(client, document, written, log)));
      await correctSample(client, before.document);
      await rememberSample(client, before);
      return { ...written, ids };
    }),
  );
  log.info(report, 'the sample is loaded');
  return report;
}

/** Corrects words of the documents that were written now: what somebody changed in the others stays as it is. */
export async function correctSample(client: Client, lastDocument: number): Promise<void> {
  for (const { words, person, reason } of CORRECTIONS) {
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM utterance WHERE document_id > $1 AND starts_with(text, $2)',
      [lastDocument, words],
    );
    const utteranceIds = rows.map(({ id }) => Number(id));
    // Of a document that was taken down and stays out, nothing.
    if (utteranceIds.length === 0) continue;
    const { faults } = await correctWords(client, { utteranceIds, person, reason }, processActor());
    if (faults.length > 0) throw new ImportError(faults, words);
  }
}

/** Files without the documents that retell an article which is here itself. */
async function withoutRetold(client: Client, files: readonly NativeFile[]): Promise<NativeFile[]> {
  const kept: NativeFile[] = [];
  for (const file of files) {
    const documents: NativeDocument[] = [];
    for (const document of file.documents ?? []) {
      const quotes = (document.utterances ?? []).filter(({ directness }) => directness === 'DIRECT_QUOTE');
      const words = quotes.map(({ text }) => text ?? '');
      if (!(await isToldByArticle(client, words, document.companies ?? []))) documents.push(document);
    }
    kept.push({ ...file, documents });
  }
  return kept;
}

/** Writes what was read of a source, and adds to the report what that did. What somebody took down stays out. */
async function writeDocuments(
  client: Client,
  { source, hints, read }: SampleDocument & { readonly read: ReadDocument[] },
  report: ImportReport,
  log: Logger,
): Promise<number[]> {
  const ids: number[] = [];
  for (const [ordinal, document] of read.entries()) {
    const part = { ordinal, count: read.length };
    const written = await writeSourceDocument(client, source, part, document, hints).catch((error: unknown) => {
      if (!(error instanceof ImportError) || error.faults.some(({ code }) => code !== 'REMOVED')) throw error;
      log.info({ document: source.name }, 'a document of the sample was taken down and stays out');
      return null;
    });
    if (!written) continue;
    await recordDocument(client, processActor(), document.extraction.format, source, written);
    report.documents[written.outcome]++;
    for (const counted of ['statements', 'analystComments', 'claims', 'facts'] as const)
      addCounts(report[counted], written[counted]);
    ids.push(written.documentId);
  }
  return ids;
}
