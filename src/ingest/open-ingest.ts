import { readBytes } from './container/read-items';
import { correctSpeaker } from './correct-speaker';
import type { ExtractionWarning } from './extraction';
import type { Fault } from './fault';
import { importItems } from './import-items';
import type { CorrectionOutcome, CorrectionRequest, ImportOutcome, ImportRequest, Ingest, Refusal } from './ingest';
import { signatureOf } from './signature';

/** Name of what a client sends, as messages call it. */
const SENT = 'content';

/** The way from the graph into one database. */
export function openIngest(databaseUrl: string): Ingest {
  let last: Promise<unknown> = Promise.resolve();
  return {
    importDocument(request) {
      if (!isHeavy(request.bytes)) return importDocument(databaseUrl, request);
      // One thread at a time, however many clients send: each may take hundreds of megabytes, and they would wait for each other to write.
      const turn = last.then(() => importDocument(databaseUrl, request));
      last = turn.catch(() => undefined);
      return turn;
    },
    correctSpeaker: (request) => correct(databaseUrl, request),
  };
}

/** Bytes of a text that is read in some hundredths of a second. */
const LIGHT = 64 * 1024;

/** What would keep a server from answering others for a while is read in a thread of its own: long texts, PDFs, archives. */
const isHeavy = (bytes: Uint8Array): boolean => bytes.length > LIGHT || signatureOf(bytes) !== null;

async function importDocument(databaseUrl: string, request: ImportRequest): Promise<ImportOutcome> {
  const { actor, bytes, format, hints, dryRun } = request;
  const documents: number[] = [];
  const warnings: Refusal[] = [];
  const refusals: Refusal[] = [];
  const summary = await importItems(databaseUrl, readBytes(SENT, Buffer.from(bytes)), {
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
  });
  const { statements, analystComments, facts, claims } = summary;
  return { documentId: documents[0] ?? null, statements, analystComments, facts, claims, warnings, refusals };
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

async function correct(databaseUrl: string, request: CorrectionRequest): Promise<CorrectionOutcome> {
  const { faults } = await correctSpeaker(databaseUrl, request, request.actor);
  if (faults.length > 0) return { utteranceIds: [], refusals: faults.map(describeCorrectionFault) };
  return { utteranceIds: request.utteranceIds, refusals: [] };
}

function describeCorrectionFault({ path, message, code = 'UNKNOWN' }: Fault): Refusal {
  const field = ['input', ...path.split(/[[\].]+/).filter((part) => part !== '')];
  return { field, code, message: path === 'person' ? capitalise(message) : `${path} ${message}` };
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
