import { unavailable } from '../platform/database/lost-connection';
import { EarshotError } from '../platform/errors';
import { faultLogOf } from '../platform/fault-log';
import type { Logger } from '../platform/log';
import { correctSpeaker } from './correct-speaker';
import type { ExtractionWarning } from './extraction';
import type { Fault } from './fault';
import { type DeskTask, ImportDesk } from './import-desk';
import { addReport, emptySummary, type ItemReport } from './import-report';
import type { CorrectionOutcome, CorrectionRequest, ImportOutcome, ImportRequest, Ingest, Refusal } from './ingest';
import { noteOutcome, outcomeOf } from './persist/commit-outcome';
import type { WriterOptions } from './persist/import-lock';

/** Name of what a client sends, as messages call it. */
const SENT = 'content';

export interface IngestOptions extends WriterOptions {
  /** Imports that may wait for their turn. */
  readonly queue: number;
  readonly log: Logger;
}

export interface OpenIngest extends Ingest {
  /** Ends the thread that imports. */
  close(): Promise<void>;
}

/** The way from the graph into one database. Nobody waits for a writer longer than the limit, so none goes on for longer. */
export function openIngest(databaseUrl: string, { queue, log, limitMs }: IngestOptions): OpenIngest {
  const desk = new ImportDesk({ queue });
  return {
    importDocument: (request) => importDocument({ databaseUrl, limitMs }, desk, log, request),
    correctSpeaker: (request) => correct(databaseUrl, request, { limitMs }),
    close: () => desk.close(),
  };
}

async function importDocument(
  place: Pick<DeskTask, 'databaseUrl' | 'limitMs'>,
  desk: ImportDesk,
  log: Logger,
  { actor, bytes, format, hints, dryRun, again, requestId, signal }: ImportRequest,
): Promise<ImportOutcome> {
  const summary = emptySummary();
  const documents: number[] = [];
  const warnings: Refusal[] = [];
  const refusals: Refusal[] = [];
  const onItem = (item: ItemReport): void => {
    addReport(summary, item);
    documents.push(...item.documents);
    warnings.push(...item.warnings.map(describeWarning));
    if (item.error) faultLogOf(log).tell(item.error, requestId, 'a document could not be stored');
    refusals.push(...item.faults.map((fault) => describeFault(fault, item.name, requestId)));
  };
  const task = { ...place, name: SENT, bytes, options: { actor, format, hints, dryRun, again } };
  await desk.take(task, onItem, signal).catch((error: unknown) => {
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
  if (error instanceof EarshotError) return error;
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

function describeFault({ path, message, code }: Fault, name: string, requestId: string): Refusal {
  // Of an archive the part is named: `content!calls/a.json` is `calls/a.json` to whoever sent it, `content:12` a line.
  const inside = name === SENT ? '' : `${name.slice(SENT.length).replace(/^!/, '').replace(/^:/, 'line ')}: `;
  return {
    field: ['input', path === 'company' || path === 'createCompany' ? path : 'content'],
    code: code ?? 'UNREADABLE',
    message: `${inside}${path ? `${path} ` : ''}${message}${code === 'NOT_STORED' ? ` (request ${requestId})` : ''}`,
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
