import { unavailable } from '../platform/database/lost-connection';
import { readBytes } from './container/read-items';
import { correctSpeaker } from './correct-speaker';
import type { ExtractionWarning } from './extraction';
import type { Fault } from './fault';
import { importItems } from './import-items';
import type { CorrectionOutcome, CorrectionRequest, ImportOutcome, ImportRequest, Ingest, Refusal } from './ingest';
import { noteOutcome, outcomeOf } from './persist/commit-outcome';
import type { WriterOptions } from './persist/import-lock';
import { signatureOf } from './signature';

/** Name of what a client sends, as messages call it. */
const SENT = 'content';

/** The way from the graph into one database. Nobody waits for a writer longer than the limit, so none goes on for longer. */
export function openIngest(databaseUrl: string, limit: WriterOptions = {}): Ingest {
  let last: Promise<unknown> = Promise.resolve();
  return {
    importDocument(request) {
      if (!isHeavy(request.bytes)) return importDocument(databaseUrl, request, limit);
      // One thread at a time, however many clients send: each may take hundreds of megabytes, and they would wait for each other to write.
      const turn = last.then(() => importDocument(databaseUrl, request, limit));
      last = turn.catch(() => undefined);
      return turn;
    },
    correctSpeaker: (request) => correct(databaseUrl, request, limit),
  };
}

/** Bytes of a text that is read in some hundredths of a second. */
const LIGHT = 64 * 1024;

/** What would keep a server from answering others for a while is read in a thread of its own: long texts, PDFs, archives. */
const isHeavy = (bytes: Uint8Array): boolean => bytes.length > LIGHT || signatureOf(bytes) !== null;

async function importDocument(
  databaseUrl: string,
  request: ImportRequest,
  limit: WriterOptions,
): Promise<ImportOutcome> {
  const { actor, bytes, format, hints, dryRun } = request;
  const documents: number[] = [];
  const warnings: Refusal[] = [];
  const refusals: Refusal[] = [];
  const summary = await importItems(databaseUrl, readBytes(SENT, Buffer.from(bytes)), {
    ...limit,
    actor,
    format,
    hints,
    dryRun,
    apart: isHeavy(bytes),
    onItem: (item) => {
      documents.push(...item.documents);
      warnings.push(...item.warnings.map(describeWarning));
      refusals.push(...item.faults.map((fault) => describeFault(fault, item.name)));
    },
  }).catch((error: unknown) => {
    // Parts of an archive that came before are stored; or their COMMITs were answered, and the disk may not have them yet.
    if (documents.length > 0) Object.assign(error as Error, { committed: null });
    throw describeLoss(error);
  });
  const { statements, analystComments, facts, claims, created, updated, unchanged } = summary;
  const committed = !dryRun && created + updated + unchanged > 0;
  const counts = { statements, analystComments, facts, claims };
  return { documentId: documents[0] ?? null, ...counts, warnings, refusals, committed };
}

const LOST = /connection (terminated|error)|not queryable|client was closed|timeout( expired)?/i;

/** A lost connection by a name that clients know; the rest has codes of its own, or is unforeseen. */
function describeLoss(error: unknown): unknown {
  const { code, message } = error as { code?: string; message: string };
  if (code === undefined ? !LOST.test(message) : !/^(08|57P)|^E[A-Z]+$/.test(code)) return error;
  const loss = unavailable('The database does not answer at the moment.', error);
  const committed = outcomeOf(error);
  return committed === undefined ? loss : noteOutcome(loss, committed);
}

function describeWarning({ code, message, start, end }: ExtractionWarning): Refusal {
  const where = start === undefined ? '' : ` (characters ${start} to ${end})`;
  return { field: null, code, message: `${message}${where}` };
}

function describeFault({ path, message, code }: Fault, name: string): Refusal {
  // Of an archive the part is named: `content!calls/a.json` is `calls/a.json` to whoever sent it, `content:12` a line.
  const inside = name === SENT ? '' : `${name.slice(SENT.length).replace(/^!/, '').replace(/^:/, 'line ')}: `;
  return {
    field: ['input', 'content'],
    code: code ?? 'UNREADABLE',
    message: `${inside}${path ? `${path} ` : ''}${message}`,
  };
}

async function correct(
  databaseUrl: string,
  request: CorrectionRequest,
  limit: WriterOptions,
): Promise<CorrectionOutcome> {
  const correcting = correctSpeaker(databaseUrl, request, request.actor, limit);
  const { faults } = await correcting.catch((error: unknown) => {
    throw describeLoss(error);
  });
  if (faults.length > 0) return { utteranceIds: [], refusals: faults.map(describeCorrectionFault), committed: false };
  return { utteranceIds: request.utteranceIds, refusals: [], committed: true };
}

function describeCorrectionFault({ path, message, code = 'UNKNOWN' }: Fault): Refusal {
  const field = ['input', ...path.split(/[[\].]+/).filter((part) => part !== '')];
  return { field, code, message: path === 'person' ? capitalise(message) : `${path} ${message}` };
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
