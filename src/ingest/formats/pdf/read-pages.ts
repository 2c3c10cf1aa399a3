import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ImportError } from '../../fault';
import type { Source } from '../../source';
import { PDF_WORKER } from './pdf-worker';

/** A run of characters of one font. Points, from the page's lower left. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PdfItem[];
}

/** More pages than any call or release has; the rest of a longer file would only cost memory. */
const MAX_PAGES = 500;
const LIMIT_MS = 30_000;
const LIMIT_MB = 512;
/** Bytes of all streams but pictures, unpacked; a report of 500 pages has a quarter of it. */
const MAX_UNPACKED = 128 * 1024 * 1024;

type Answer =
  | { readonly pages: PdfPage[]; readonly count: number }
  | { readonly error: { name: string; message: string } };

/** One worker for all files: starting PDF.js costs more than reading a transcript. It keeps nothing between files. */
let idle: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * The text of a PDF's pages with its places. Throws an ImportError for what is no PDF, is locked, holds no text, or costs more
 * than 30 seconds or 512 MB to read: the reading happens in a thread that can be ended, since PDFs come from strangers.
 */
export function readPages(source: Source): Promise<PdfPage[]> {
  const turn = last.then(() => readAlone(source));
  last = turn.catch(() => undefined);
  return turn;
}

async function readAlone(source: Source): Promise<PdfPage[]> {
  const answer = await ask(source);
  if ('error' in answer) throw refusal(source, reasonOf(answer.error));
  if (answer.count > MAX_PAGES) throw refusal(source, `has ${answer.count} pages; at most ${MAX_PAGES} are read`);
  if (answer.pages.every(({ items }) => items.length === 0))
    throw refusal(source, 'holds no text, only pictures of it; run it through text recognition first');
  return answer.pages;
}

function ask(source: Source): Promise<Answer> {
  const worker = idle ?? startWorker();
  idle = null;
  worker.ref();
  return new Promise((resolve, reject) => {
    const onMessage = (answer: Answer): void => {
      release();
      idle = worker;
      // A waiting worker does not keep the process alive.
      worker.unref();
      resolve(answer);
    };
    const onFailure = (reason: string): void => {
      release();
      void worker.terminate();
      reject(refusal(source, reason));
    };
    const onError = ({ message }: Error): void => onFailure(`cannot be read as a PDF (${message})`);
    const onExit = (): void => onFailure('cannot be read as a PDF');
    const timer = setTimeout(() => onFailure(`takes longer than ${LIMIT_MS / 1000} seconds to read`), LIMIT_MS);
    // One by one: removing all listeners of a worker removes Node's own, and no message arrives ever after.
    const release = (): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    // A copy: the reader takes the bytes away from whoever sends them.
    worker.postMessage({ bytes: Uint8Array.from(source.bytes), maxPages: MAX_PAGES, maxUnpacked: MAX_UNPACKED });
  });
}

function startWorker(): Worker {
  const library = pathToFileURL(join(dirname(require.resolve('unpdf')), 'pdfjs.mjs')).href;
  const resourceLimits = { maxOldGenerationSizeMb: LIMIT_MB };
  const worker = new Worker(PDF_WORKER, { eval: true, workerData: { library }, resourceLimits });
  // One that dies while it waits is forgotten.
  const forget = (): void => {
    if (idle === worker) idle = null;
  };
  return worker.once('exit', forget).on('error', forget);
}

function reasonOf({ name, message }: { readonly name: string; readonly message: string }): string {
  if (name === 'Bomb') return `unpacks to more than ${MAX_UNPACKED} bytes`;
  if (name === 'PasswordException') return 'is locked by a password';
  return `cannot be read as a PDF (${message.slice(0, 120)})`;
}

const refusal = (source: Source, message: string): ImportError => new ImportError([{ path: '', message }], source.name);
