import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { watch } from 'chokidar';
import type { Item } from './container/item';
import { readItems } from './container/read-items';
import { importItems } from './import-items';
import { addCounts, COUNTED, emptySummary, type ImportSummary, type ItemOutcome } from './import-report';
import type { ImportOptions } from './import-source';
import { withWriter } from './persist/import-lock';
import { type FileMark, WatchBook } from './persist/watch-book';

export interface WatchOptions extends Omit<ImportOptions, 'dryRun'> {
  readonly jobs?: number;
  /** A file is taken for whole when it has not grown for so long, ms. */
  readonly settleMs: number;
  /** Ends the watch after the documents that are in work. */
  readonly signal: AbortSignal;
  /** Reads again what was refused before, although it has not changed. */
  readonly retry?: boolean;
  /** Told once, when the folder is looked at. */
  readonly onReady?: () => void;
}

const POLL_MS = 200;

/**
 * Imports every file of a folder and of those below, those that are there and those that arrive or change, until it is told to
 * stop. Nothing is moved or written there. What a file was when it was dealt with is kept in the database, so a restart reads
 * only what is new; what was killed in the middle is read again, and changes nothing then.
 */
export async function watchFolder(databaseUrl: string, folder: string, options: WatchOptions): Promise<ImportSummary> {
  const arrivals = new Arrivals();
  const watcher = watch(folder, {
    // Names with a dot in front are what editors and tools that copy write before they are done.
    ignored: (path) => path !== folder && basename(path).startsWith('.'),
    followSymlinks: false,
    awaitWriteFinish: { stabilityThreshold: options.settleMs, pollInterval: POLL_MS },
  });
  const failed = new Promise<never>((_, reject) => watcher.once('error', reject));
  failed.catch(() => {
    // Told to whoever waits below.
  });
  watcher.on('add', (path) => arrivals.add(resolve(path)));
  watcher.on('change', (path) => arrivals.add(resolve(path)));
  watcher.on('ready', () => options.onReady?.());
  options.signal.addEventListener('abort', () => arrivals.wake());
  const summary = emptySummary();
  try {
    while (!options.signal.aborted) {
      // A connection for each burst of arrivals: a quiet folder holds none.
      if (arrivals.isWaiting) addSummary(summary, await importArrivals(databaseUrl, arrivals, options));
      else await Promise.race([arrivals.next(), failed]);
    }
  } finally {
    await watcher.close();
  }
  return summary;
}

/** Imports what waits, and what comes meanwhile, until nothing waits. */
function importArrivals(
  databaseUrl: string,
  arrivals: Arrivals,
  { retry = false, onReady: _, settleMs: __, ...options }: WatchOptions,
): Promise<ImportSummary> {
  return withWriter(databaseUrl, (client) => {
    const work = new FilesInWork(arrivals, new WatchBook(client), retry);
    return importItems(databaseUrl, work.items(), {
      ...options,
      onItem: (item) => {
        work.report(item.name, item.outcome);
        options.onItem?.(item);
      },
    }).finally(() => work.settle());
  });
}

/** Paths that wait for their turn, each once. */
class Arrivals {
  readonly #waiting = new Set<string>();
  #wake: () => void = () => {};

  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  add(path: string): void {
    this.#waiting.add(path);
    this.wake();
  }

  /** The first that may be taken now. */
  take(mayBe: (path: string) => boolean): string | null {
    for (const path of this.#waiting) {
      if (!mayBe(path)) continue;
      this.#waiting.delete(path);
      return path;
    }
    return null;
  }

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  wake(): void {
    this.#wake();
  }
}

interface FileInWork {
  readonly mark: FileMark;
  /** Documents that were handed out and have not been reported. */
  open: number;
  isRead: boolean;
  outcome: ItemOutcome;
}

/** From the worst to the best: a file is remembered by the worst of its documents. */
const OUTCOMES: readonly ItemOutcome[] = ['refused', 'set-aside', 'created', 'updated', 'unchanged'];

/** Hands out the documents of files, and notes each file when the last of its documents is done. */
class FilesInWork {
  readonly #byPath = new Map<string, FileInWork>();
  readonly #byItem = new Map<string, FileInWork>();
  #noted: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly arrivals: Arrivals,
    private readonly book: WatchBook,
    private readonly retry: boolean,
  ) {}

  async *items(): AsyncGenerator<Item> {
    // A file that changes while it is in work waits: documents of two readings of it would bear the same names.
    for (let path = this.#take(); path !== null; path = this.#take()) {
      const mark = await markOf(path);
      await this.#noted;
      if (!mark || (await this.book.knows(mark, this.retry))) continue;
      const file: FileInWork = { mark, open: 0, isRead: false, outcome: 'unchanged' };
      this.#byPath.set(path, file);
      for await (const item of readItems([path])) {
        file.open++;
        this.#byItem.set('source' in item ? item.source.name : item.name, file);
        yield item;
      }
      file.isRead = true;
      this.#noteIfDone(file);
    }
  }

  report(name: string, outcome: ItemOutcome): void {
    const file = this.#byItem.get(name);
    if (!file) throw new Error(`nobody has handed out ${name}`);
    this.#byItem.delete(name);
    file.open--;
    if (OUTCOMES.indexOf(outcome) < OUTCOMES.indexOf(file.outcome)) file.outcome = outcome;
    this.#noteIfDone(file);
  }

  /** Resolves when everything that is done is noted. */
  settle(): Promise<unknown> {
    return this.#noted;
  }

  #take(): string | null {
    return this.arrivals.take((path) => !this.#byPath.has(path));
  }

  #noteIfDone(file: FileInWork): void {
    if (!file.isRead || file.open > 0) return;
    this.#byPath.delete(file.mark.path);
    this.#noted = this.#noted.then(() => this.book.note(file.mark, file.outcome));
    this.#noted.catch(() => {
      // Told to whoever waits for it: the next file, or the end.
    });
  }
}

/** Null: it has gone in the meantime, or is no file. */
async function markOf(path: string): Promise<FileMark | null> {
  const about = await stat(path).catch(() => null);
  return about?.isFile() ? { path, size: about.size, modifiedMs: Math.floor(about.mtimeMs) } : null;
}

function addSummary(total: ImportSummary, more: ImportSummary): void {
  for (const outcome of OUTCOMES) total[outcome] += more[outcome];
  for (const counted of COUNTED) addCounts(total[counted], more[counted]);
}
