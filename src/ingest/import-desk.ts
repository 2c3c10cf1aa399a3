import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { EarshotError, type ErrorCode, type ErrorDetails } from '../platform/errors';
import type { StopSignal } from '../platform/stop';
import { emptyReport, type ItemReport } from './import-report';
import type { ImportOptions } from './import-source';
import { type Committed, noteOutcome } from './persist/commit-outcome';
import type { WriterOptions } from './persist/import-lock';

export interface DeskTask extends WriterOptions {
  readonly databaseUrl: string;
  /** Of what is sent, as messages call it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options: Pick<ImportOptions, 'actor' | 'format' | 'hints' | 'dryRun' | 'again'>;
}

export interface DeskFault {
  readonly message: string;
  readonly stack: string;
  readonly code: string | null;
  /** What became of the change, where that was noted. */
  readonly committed: Committed | undefined;
  /** Present for refusals that are meant for the client. */
  readonly details: ErrorDetails | null;
}

export type DeskAnswer =
  | { readonly reading: string; readonly size: number }
  | { readonly item: ItemReport }
  | { readonly fault: DeskFault }
  | 'done';

interface Job {
  readonly task: DeskTask;
  readonly signal: StopSignal | undefined;
  onItem(item: ItemReport): void;
  resolve(): void;
  reject(error: unknown): void;
}

export interface DeskOptions {
  /** Imports that may wait; further ones are refused. */
  readonly queue: number;
  /** How long a document of so many bytes may keep the thread busy, ms. */
  readonly patienceOf?: (bytes: number) => number;
  /** After which an idle thread ends, ms. */
  readonly idleMs?: number;
}

/** Ten times what the most hostile text takes on a machine of today; an honest one takes hundredths of it. */
const patienceOf = (bytes: number): number => 20_000 + bytes / 10;
/** A thread holds some 100 MB; making one takes about a second. */
const IDLE_MS = 60_000;
const LOOK_MS = 250;
/** What a client is told to wait where the queue is full, s: a usual document takes less than that. */
const RETRY_AFTER = 2;
/** Compiled and uncompiled sources have their own ending. */
const THREAD = join(__dirname, `desk-thread${extname(__filename)}`);

/**
 * Where documents that clients send are read and written: one after the other, in a thread that stays for the next, so that the server
 * goes on answering others. Writing is one at a time in any case, and several threads would only wait for each other with hundreds of
 * megabytes each.
 */
export class ImportDesk {
  readonly #waiting: Job[] = [];
  #running = false;
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;

  constructor(private readonly options: DeskOptions) {}

  /** Resolves when all of it was reported. Whoever is no longer waited for leaves the queue; what is in work is finished. */
  take(task: DeskTask, onItem: Job['onItem'], signal?: StopSignal): Promise<void> {
    if (this.#running && this.#waiting.length >= this.options.queue) {
      const message = `${this.#waiting.length} imports are waiting already. Send this one again a little later.`;
      return Promise.reject(new EarshotError('SERVER_BUSY', message, { retryAfter: RETRY_AFTER }));
    }
    return new Promise((resolve, reject) => {
      const job = { task, signal, onItem, resolve, reject };
      this.#waiting.push(job);
      signal?.addEventListener('abort', () => this.#leave(job), { once: true });
      void this.#work();
    });
  }

  /** Ends the thread; what waits is told. */
  async close(): Promise<void> {
    for (const { reject } of this.#waiting.splice(0))
      reject(new EarshotError('SERVER_BUSY', 'The server is stopping.'));
    await this.#end();
  }

  #leave(job: Job): void {
    const at = this.#waiting.indexOf(job);
    if (at < 0) return;
    this.#waiting.splice(at, 1);
    job.reject(job.signal?.reason);
  }

  async #work(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    if (this.#idle) clearTimeout(this.#idle);
    for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) {
      try {
        job.signal?.throwIfAborted();
        await this.#run(job);
        job.resolve();
      } catch (error) {
        job.reject(error);
      }
    }
    this.#running = false;
    this.#worker?.unref();
    this.#idle = setTimeout(() => void this.#end(), this.options.idleMs ?? IDLE_MS).unref();
  }

  async #end(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #thread(): Worker {
    if (this.#worker) return this.#worker;
    const worker = makeThread();
    // One that ends while it is idle is not there for the next document.
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    this.#worker = worker;
    return worker;
  }

  #run({ task, onItem }: Job): Promise<void> {
    const worker = this.#thread();
    worker.ref();
    return new Promise((resolve, reject) => {
      const watch = new Watch(worker, this.options.patienceOf ?? patienceOf, task, (name, seconds) => {
        const message = `takes longer than ${seconds} s to be read, which is more than its size allows`;
        onItem({ ...emptyReport(name), outcome: 'refused', faults: [{ path: '', message, code: 'TOO_SLOW' }] });
        void this.#end().then(() => over(resolve));
      });
      const over = (settle: () => void): void => {
        watch.stop();
        worker.off('message', hear).off('error', lost).off('exit', ended);
        settle();
      };
      const hear = (answer: DeskAnswer): void => {
        if (answer === 'done') over(resolve);
        else if ('item' in answer) onItem(answer.item);
        else if ('reading' in answer) watch.begin(answer.reading, answer.size);
        else over(() => reject(errorOf(answer.fault)));
      };
      const lost = (error: Error): void => {
        if (watch.hasEnded) return;
        this.#worker = null;
        // It may have ended at whatever moment.
        over(() => reject(noteOutcome(error, null)));
      };
      const ended = (code: number): void => lost(new Error(`the thread that imports ended with code ${code}`));
      worker.on('message', hear).on('error', lost).on('exit', ended);
      worker.postMessage(task);
    });
  }
}

function makeThread(): Worker {
  const worker = new Worker(THREAD);
  // Whoever waits for it hears it; without this, one that fails while idle would end the process.
  worker.on('error', () => {});
  return worker;
}

/** Looks how long a thread has worked on one document; waiting for the database is no work. */
class Watch {
  readonly #timer: NodeJS.Timeout;
  #since = 0;
  #name: string;
  #patience: number;
  hasEnded = false;

  constructor(
    private readonly worker: Worker,
    private readonly patienceOf: (bytes: number) => number,
    { name, bytes }: DeskTask,
    tooLong: (name: string, seconds: number) => void,
  ) {
    this.#name = name;
    this.#patience = patienceOf(bytes.length);
    this.#since = this.#busy();
    this.#timer = setInterval(() => {
      if (this.#busy() - this.#since < this.#patience) return;
      this.stop();
      tooLong(this.#name, Math.round(this.#patience / 1000));
    }, LOOK_MS);
  }

  begin(name: string, size: number): void {
    this.#name = name;
    this.#patience = this.patienceOf(size);
    this.#since = this.#busy();
  }

  stop(): void {
    this.hasEnded = true;
    clearInterval(this.#timer);
  }

  #busy(): number {
    return this.worker.performance.eventLoopUtilization().active;
  }
}

function errorOf({ message, stack, code, details, committed }: DeskFault): unknown {
  const error = details
    ? new EarshotError(code as ErrorCode, message, details)
    : Object.assign(new Error(message), { stack }, code === null ? {} : { code });
  return committed === undefined ? error : noteOutcome(error, committed);
}
