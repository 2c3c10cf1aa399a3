import type { Client } from 'pg';
import { ImportFormat } from '../domain/import-format';
import { type Actor, processActor } from '../platform/actor';
import type { ExtractionWarning } from './extraction';
import { ImportError } from './fault';
import { type FiledDocument, readFiled } from './filed-document';
import { NO_HINTS, type ParseHints } from './formats/format';
import {
  addCounts,
  addReport,
  COUNTED,
  emptyReport,
  emptySummary,
  type ImportSummary,
  type ItemReport,
  isBare,
} from './import-report';
import { writeNative } from './native/import-native';
import { isNative, readNativeSource } from './native/native-source';
import { NOTHING_READ, NOTHING_STORED, tellsNothing } from './nothing-read';
import { outcomeOf } from './persist/commit-outcome';
import { inBatch, inImport, withWriter } from './persist/import-lock';
import { readSource } from './read-source';
import { recordDocument } from './record-import';
import type { Source } from './source';
import { findStored, writeSourceDocument } from './write-source';

export interface ImportOptions {
  /** Who imports; without it, whoever runs this process. */
  readonly actor?: Actor;
  readonly format?: ImportFormat;
  readonly hints?: ParseHints;
  /** Does everything and keeps nothing. */
  readonly dryRun?: boolean;
  /** Reads what is stored anew, with these hints and this format: a new revision. */
  readonly again?: boolean;
  /** Tells of each document where it was filed. */
  readonly describe?: boolean;
  /** Told of each source as soon as it is done. */
  readonly onItem?: (item: ItemReport) => void;
}

/**
 * Imports sources one after the other, each document in a transaction of its own. A source that is refused does not hold up the
 * rest. Only what concerns all of them is thrown: a lost database. Holds one source in memory at a time.
 */
export function importSources(
  databaseUrl: string,
  sources: Iterable<Source> | AsyncIterable<Source>,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  return withWriter(databaseUrl, (client) =>
    inBatch(client, async () => {
      const summary = emptySummary();
      for await (const source of sources) {
        const item = await importSource(client, source, options);
        addReport(summary, item);
        options.onItem?.(item);
      }
      return summary;
    }),
  );
}

/** Imports one source over a connection that is used for nothing else meanwhile. */
export async function importSource(client: Client, source: Source, options: ImportOptions = {}): Promise<ItemReport> {
  const item = emptyReport(source.name);
  try {
    if (isNative(source, options.format)) await importNativeSource(client, source, options, item);
    else await importDocuments(client, source, options, item);
  } catch (error) {
    // Of a source with several documents the ones before are stored already, whatever became of the one at which all ends.
    if (item.documents.length > 0 && isLost(error as Error)) Object.assign(error as Error, { committed: null });
    setAside(item, error as Error & { code?: string });
  }
  return item;
}

async function importDocuments(
  client: Client,
  source: Source,
  {
    actor = processActor(),
    format = ImportFormat.AUTO,
    hints = NO_HINTS,
    dryRun = false,
    again = false,
    describe = false,
  }: ImportOptions,
  item: ItemReport,
): Promise<void> {
  // What was taken down is refused before anybody reads it.
  await findStored(client, source, null);
  const documents = await readSource(source, format, hints);
  for (const [ordinal, document] of documents.entries()) {
    const { extraction } = document;
    item.format ??= extraction.format;
    if (document.neutral.text.includes('\0')) {
      throw new ImportError([{ path: '', message: 'has a NUL character in its text, which no text has' }], source.name);
    }
    const part = { ordinal, count: documents.length };
    const write = async () => {
      const report = await writeSourceDocument(client, source, part, document, hints, { again });
      await recordDocument(client, actor, extraction.format, source, report);
      return { ...report, filed: describe ? await readFiled(client, report.documentId, !dryRun) : null };
    };
    const written = await inImport(client, write, { keep: !dryRun });
    if (written.filed) item.filed.push(written.filed);
    item.outcome = further(item.outcome, written.outcome);
    if (!dryRun) item.documents.push(written.documentId);
    for (const counted of COUNTED) addCounts(item[counted], written[counted]);
    item.warnings.push(...extraction.warnings.filter((warning) => warning !== NOTHING_READ), ...written.warnings);
    if (isBare(written)) item.warnings.push(tellsNothing(extraction.warnings) ? NOTHING_READ : NOTHING_STORED);
  }
}

/** A NATIVE file names its own nodes and stands as a whole: all of it or nothing. */
async function importNativeSource(
  client: Client,
  source: Source,
  { actor, dryRun = false, again = false, hints = NO_HINTS, describe = false }: ImportOptions,
  item: ItemReport,
): Promise<void> {
  item.format = ImportFormat.NATIVE;
  const { textAccess, ...others } = hints;
  const file = readNativeSource(source);
  const written = await inImport(
    client,
    async () => {
      const report = await writeNative(client, [file], { actor, source: source.name, textAccess });
      const filed: FiledDocument[] = [];
      if (describe) for (const id of report.ids) filed.push(await readFiled(client, id, !dryRun));
      return { ...report, filed };
    },
    {
      keep: !dryRun,
    },
  );
  item.filed.push(...written.filed);
  const { created, updated } = written.documents;
  const facts = written.facts.created + written.facts.updated;
  item.outcome = created > 0 ? 'created' : updated > 0 ? 'updated' : facts > 0 ? 'created' : 'unchanged';
  if (!dryRun) item.documents.push(...written.ids);
  for (const counted of COUNTED) addCounts(item[counted], written[counted]);
  const hasValues = (file.documents ?? []).some(({ values = [] }) => values.length > 0);
  if (written.ids.length > 0 && isBare(written) && !hasValues) item.warnings.push(NOTHING_READ);
  const isHinted = Object.values(others).some((hint) => hint !== null && hint !== undefined);
  if (again || isHinted) item.warnings.push(TAKEN_AS_IT_STANDS);
}

/** Of a NATIVE file with more said beside it than how much of its text is given out. */
const TAKEN_AS_IT_STANDS: ExtractionWarning = {
  code: 'TAKEN_AS_IT_STANDS',
  message:
    'A file of the NATIVE form is taken as it stands: reading it again (`--again`) and what is said beside it (company, period, publisher, day, address) change nothing; change the file, and it comes in as a new revision',
};

type Kept = 'created' | 'updated' | 'unchanged';

/** Of the documents of one source: created tells more than updated, and that more than unchanged. */
function further(before: ItemReport['outcome'], now: Kept): Kept {
  const order: readonly string[] = ['unchanged', 'updated', 'created'];
  return order.indexOf(now) > order.indexOf(before) ? now : (before as Kept);
}

/** The database is lost or going down: every source would fail. Other errors end with the source that brought them up. */
const LOST =
  /^(08|53|57|58)[0-9A-Z]{3}$|^25006$|^E[A-Z]{3,}$|connection (terminated|error)|not queryable|client was closed|timeout$/i;

const isLost = (error: Error & { code?: string }): boolean =>
  !(error instanceof ImportError) &&
  (LOST.test(error.code ?? '') || LOST.test(error.message) || outcomeOf(error) === null);

function setAside(item: ItemReport, error: Error & { code?: string }): void {
  if (error instanceof ImportError) {
    item.outcome = 'refused';
    item.faults.push(...error.faults);
    return;
  }
  if (isLost(error)) throw error;
  item.outcome = 'set-aside';
  item.error = error;
  item.faults.push({ path: '', message: wordsOf(error), code: 'NOT_STORED' });
}

/** For whoever sent it. What the database or the program said is for the log: it names tables, not the sender's fields. */
function wordsOf({ code = '' }: { code?: string }): string {
  if (/^54/.test(code)) return 'has a name, a title or an address that is longer than can be looked up; shorten it';
  if (/^22003/.test(code)) return 'has a number that is larger than can be stored';
  if (/^2200[78]/.test(code)) return 'has a day or a time that no calendar has';
  if (/^2[23]/.test(code)) return 'has a value that cannot be stored, or that contradicts what is stored';
  return 'could not be taken in: a fault of Earshot, not of the document';
}
