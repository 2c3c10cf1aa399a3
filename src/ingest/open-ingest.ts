import { readBytes } from './container/read-items';
import { correctSpeaker } from './correct-speaker';
import type { ExtractionWarning } from './extraction';
import type { Fault } from './fault';
import { importItems } from './import-items';
import type { CorrectionOutcome, CorrectionRequest, ImportOutcome, ImportRequest, Ingest, Refusal } from './ingest';
import { signatureOf } from './signature';

/** Name of what a client sends, as messages call it. */
const SENT = 'content';

/** Reading what is longer takes so long that other requests would feel it; starting a thread for less takes longer than the reading. */
const AT_ONCE = 64 * 1024;

/** The way from the graph into one database. */
export function openIngest(databaseUrl: string): Ingest {
  let last: Promise<unknown> = Promise.resolve();
  return {
    importDocument: (request) => {
      const apart = isLong(request.bytes);
      if (!apart) return importDocument(databaseUrl, request, apart);
      // One thread at a time, however many clients send: each may take hundreds of megabytes, and they would wait for each other to write.
      const turn = last.then(() => importDocument(databaseUrl, request, apart));
      last = turn.catch(() => undefined);
      return turn;
    },
    correctSpeaker: (request) => correct(databaseUrl, request),
  };
}

/** Archives may hold two hundred times what they seem to. */
const isLong = (bytes: Uint8Array): boolean => bytes.length > AT_ONCE || signatureOf(bytes) === 'ZIP';

async function importDocument(databaseUrl: string, request: ImportRequest, apart: boolean): Promise<ImportOutcome> {
  const { bytes, format, hints, dryRun } = request;
  const documents: number[] = [];
  const warnings: Refusal[] = [];
  const refusals: Refusal[] = [];
  const summary = await importItems(databaseUrl, readBytes(SENT, Buffer.from(bytes)), {
    format,
    hints,
    dryRun,
    apart,
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

function describeFault({ path, message }: Fault, name: string): Refusal {
  const inside = name === SENT ? '' : `${name.replace(`${SENT}!`, '')}: `;
  const code = message.includes('taken down') ? 'REMOVED' : 'UNREADABLE';
  return { field: ['input', 'content'], code, message: `${inside}${path ? `${path} ` : ''}${message}` };
}

async function correct(databaseUrl: string, request: CorrectionRequest): Promise<CorrectionOutcome> {
  const { faults } = await correctSpeaker(databaseUrl, request);
  if (faults.length > 0) return { utteranceIds: [], refusals: faults.map(describeCorrectionFault) };
  return { utteranceIds: request.utteranceIds, refusals: [] };
}

function describeCorrectionFault({ path, message }: Fault): Refusal {
  const field = ['input', ...path.split(/[[\].]+/).filter((part) => part !== '')];
  const code = /may be/.test(message) ? 'AMBIGUOUS' : 'UNKNOWN';
  return { field, code, message: path === 'person' ? capitalise(message) : `${path} ${message}` };
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
