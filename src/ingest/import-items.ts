import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Client } from 'pg';
import type { Item } from './container/item';
import { addCounts, COUNTED, emptyReport, emptySummary, type ImportSummary, type ItemReport } from './import-report';
import { type ImportOptions, importSource } from './import-source';
import { withWriter } from './persist/import-lock';

export interface ImportItemsOptions extends ImportOptions {
  /** Threads that read documents side by side; writing is one at a time in any case. Default 1: in this thread. */
  readonly jobs?: number;
  /** Reads in a thread even where there is only one job: for servers, whose own thread has others to answer. */
  readonly apart?: boolean;
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
  { jobs = 1, apart = false, signal, onItem, ...options }: ImportItemsOptions = {},
): Promise<ImportSummary> {
  const summary = emptySummary();
  const report = (item: ItemReport): void => {
    summary[item.outcome]++;
    for (const counted of COUNTED) addCounts(summary[counted], item[counted]);
    onItem?.(item);
  };
  const next = takeTurns(items, signal);
  if (jobs <= 1 && !apart) await withWriter(databaseUrl, (client) => importHere(client, next, options, report));
  else await Promise.all(Array.from({ length: jobs }, () => importInThread(databaseUrl, next, options, report)));
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
  report: (item: ItemReport) => void,
): Promise<void> {
  for (let item = await next(); item; item = await next()) {
    report('source' in item ? await importSource(client, item.source, options) : putAside(item));
  }
}

/** What was put aside before anybody could read it. */
function putAside({ name, error }: Exclude<Item, { source: unknown }>): ItemReport {
  return { ...emptyReport(name), outcome: 'refused', faults: [...error.faults] };
}

/** What a thread is sent for each item, and what it answers. */
export interface ImportTask {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export type ImportAnswer = { readonly report: ItemReport } | { readonly error: Error };

export interface ImportThreadData {
  readonly databaseUrl: string;
  readonly options: ImportOptions;
}

/** Compiled and uncompiled sources have their own ending. */
const THREAD = join(__dirname, `import-thread${extname(__filename)}`);

async function importInThread(
  databaseUrl: string,
  next: Next,
  options: ImportOptions,
  report: (item: ItemReport) => void,
): Promise<void> {
  const worker = new Worker(THREAD, { workerData: { databaseUrl, options } satisfies ImportThreadData });
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread that imports ended with code ${code}`)));
  });
  // Heard where it is waited for; without this, a thread that ends in between would end the process.
  failed.catch(() => {});
  try {
    for (let item = await next(); item; item = await next()) {
      if (!('source' in item)) {
        report(putAside(item));
        continue;
      }
      const { name, bytes } = item.source;
      const answered = new Promise<ImportAnswer>((resolve) => worker.once('message', resolve));
      worker.postMessage({ name, bytes } satisfies ImportTask);
      const answer = await Promise.race([answered, failed]);
      if ('error' in answer) throw answer.error;
      report(answer.report);
    }
  } finally {
    await worker.terminate();
  }
}
