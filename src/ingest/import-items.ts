import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Client } from 'pg';
import type { Item } from './container/item';
import { addReport, emptyReport, emptySummary, type ImportSummary, type ItemReport } from './import-report';
import { type ImportOptions, importSource } from './import-source';
import { type Committed, noteOutcome } from './persist/commit-outcome';
import { inBatch, type WriterOptions, withWriter } from './persist/import-lock';
import type { Source } from './source';

export interface ImportItemsOptions extends ImportOptions, WriterOptions {
  /** Threads that read documents side by side; writing is one at a time in any case. Default 1: in this thread. */
  readonly jobs?: number;
  /** Told of each source before it is read, where it is read in this thread. */
  readonly onRead?: (source: Source) => void;
  /** Stops after the items that are in work. */
  readonly signal?: AbortSignal;
}

/**
 * Imports whatever was found in files, folders and archives, each document in a transaction of its own. What cannot be read is
 * reported, and the rest goes on. Holds one item for each job in memory, however many there are.
 */
export async function importItems(
  databaseUrl: string,
  items: AsyncIterable<Item>,
  { jobs = 1, signal, limitMs, onItem, onRead, ...options }: ImportItemsOptions = {},
): Promise<ImportSummary> {
  const summary = emptySummary();
  const report = (item: ItemReport): void => {
    addReport(summary, item);
    onItem?.(item);
  };
  // A taker that fails ends the others: what they have in work is finished, nothing further is begun.
  const halt = new AbortController();
  const next = takeTurns(items, signal ? AbortSignal.any([signal, halt.signal]) : halt.signal);
  if (jobs <= 1) {
    const work = (client: Client) => inBatch(client, () => importHere(client, next, options, { onRead, report }));
    await withWriter(databaseUrl, work, { limitMs });
    return summary;
  }
  const takers = Array.from({ length: jobs }, () =>
    importInThread({ databaseUrl, options, limitMs }, next, report).catch((error: unknown) => {
      halt.abort();
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(takers)).find(({ status }) => status === 'rejected');
  if (failed) throw (failed as PromiseRejectedResult).reason;
  return summary;
}

type Next = () => Promise<Item | null>;

/** One iterator for several takers: a generator must not be asked again before it has answered. */
function takeTurns(items: AsyncIterable<Item>, signal: AbortSignal | undefined): Next {
  const iterator = items[Symbol.asyncIterator]();
  let turn: Promise<unknown> = Promise.resolve();
  return () => {
    const mine = turn.then(async () => {
      if (signal?.aborted) return null;
      const { value, done } = await iterator.next();
      return done ? null : value;
    });
    turn = mine.catch(() => {
      // Whoever took this turn is told; the next one asks anew.
    });
    return mine;
  };
}

async function importHere(
  client: Client,
  next: Next,
  options: ImportOptions,
  { onRead, report }: { onRead?: (source: Source) => void; report: (item: ItemReport) => void },
): Promise<void> {
  for (let item = await next(); item; item = await next()) {
    if ('source' in item) onRead?.(item.source);
    report('source' in item ? await importSource(client, item.source, options) : putAside(item));
  }
}

/** What was put aside before anybody could read it. */
function putAside({ name, error }: Exclude<Item, { source: unknown }>): ItemReport {
  return { ...emptyReport(name), outcome: 'refused', faults: [...error.faults] };
}

/** What a thread is sent for each item, and when there are no more; and what it answers. */
export type ImportTask = { readonly name: string; readonly bytes: Uint8Array } | 'finish';
export type ImportAnswer =
  | { readonly report: ItemReport }
  | { readonly error: Error; readonly code: string | null; readonly committed?: Committed }
  | 'written';

export interface ImportThreadData extends WriterOptions {
  readonly databaseUrl: string;
  readonly options: ImportOptions;
}

/** Compiled and uncompiled sources have their own ending. */
const THREAD = join(__dirname, `import-thread${extname(__filename)}`);

async function importInThread(
  workerData: ImportThreadData,
  next: Next,
  report: (item: ItemReport) => void,
): Promise<void> {
  const worker = new Worker(THREAD, { workerData });
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread that imports ended with code ${code}`)));
  });
  // Heard where it is waited for; without this, a thread that ends in between would end the process.
  failed.catch(() => {});
  const ask = async (task: ImportTask): Promise<ItemReport | null> => {
    const answered = new Promise<ImportAnswer>((resolve) => worker.once('message', resolve));
    worker.postMessage(task);
    const answer = await Promise.race([answered, failed]);
    if (answer === 'written') return null;
    if ('report' in answer) return answer.report;
    // Only what every error has comes through between threads.
    if (answer.code !== null) Object.assign(answer.error, { code: answer.code });
    throw answer.committed === undefined ? answer.error : noteOutcome(answer.error, answer.committed);
  };
  try {
    for (let item = await next(); item; item = await next()) {
      const done = 'source' in item ? await ask({ name: item.source.name, bytes: item.source.bytes }) : putAside(item);
      if (done) report(done);
    }
    await ask('finish');
  } finally {
    await worker.terminate();
  }
}
