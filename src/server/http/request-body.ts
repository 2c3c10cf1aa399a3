import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

import { EarshotError } from '../../platform/errors';
import { checkShape } from './body-shape';

/** What is read and thrown away of a body that is too large, so that its sender gets to read the refusal before the line is cut. */
const PATIENCE_BYTES = 32 * 1024 * 1024;
const PATIENCE_MS = 2_000;

/** Refuses what is not plain JSON by its head alone, before a byte of the body has been read. */
export function checkJsonBody(request: IncomingMessage, limit: number): void {
  const type = request.headers['content-type'];
  if (type !== 'application/json' && !isJson(type)) {
    throw new EarshotError('UNSUPPORTED_MEDIA_TYPE', 'Send the query as application/json in UTF-8.', {
      contentType: type ?? null,
    });
  }
  const encoding = request.headers['content-encoding'];
  // Inflating a body is how a few kilobytes become gigabytes; queries are small enough to come as they are.
  if (encoding !== undefined && encoding !== 'identity') {
    throw new EarshotError('UNSUPPORTED_MEDIA_TYPE', 'Send the body uncompressed: content-encoding is not accepted.');
  }
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
}

/** Bodies below this are parsed in a few milliseconds, whatever is in them. */
const SMALL = 128 * 1024;

/** The whole body as text. A body that grows past the limit is refused as soon as it does, and a large one by its shape. */
export function readBody(request: IncomingMessage, limit: number, mostValues: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else reject(tooLarge(limit));
    });
    request.on('end', () => {
      if (size > limit) return;
      const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      try {
        if (body.length > SMALL) checkShape(body, mostValues);
      } catch (error) {
        reject(error);
        return;
      }
      if (isUtf8(body)) resolve(body.toString('utf8'));
      else reject(new EarshotError('UNSUPPORTED_MEDIA_TYPE', 'The body is not valid UTF-8.'));
    });
    // A body has no other faults than that its sender has gone, or has sent what is no HTTP.
    const breakOff = (): void => reject(new EarshotError('REQUEST_TIMEOUT', 'The request broke off before its end.'));
    request.on('error', breakOff);
    request.on('close', () => {
      // Comes after every request; an error costs too much to be made for nothing.
      if (!request.complete) breakOff();
    });
  });
}

/**
 * Lets the rest of a refused body run out for a while, throwing it away. An answer that is sent before is lost on a client that
 * still writes: it finds the line cut and reports that instead. Who sends more than patience allows gets the answer all the same.
 */
export function runOut(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let left = PATIENCE_BYTES;
    const timer = setTimeout(resolve, PATIENCE_MS);
    const over = (): void => {
      clearTimeout(timer);
      resolve();
    };
    request.removeAllListeners('data');
    request.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) over();
    });
    request.once('end', over);
    request.once('close', over);
    request.resume();
  });
}

function tooLarge(limit: number): EarshotError {
  const message = `The request body is larger than ${limit} bytes. Split the query, or send fewer values.`;
  return new EarshotError('BODY_TOO_LARGE', message, { limit });
}

function isJson(type: string | undefined): boolean {
  const [essence = '', ...parameters] = (type ?? '').toLowerCase().split(';');
  if (essence.trim() !== 'application/json') return false;
  return parameters.every((each) => !each.includes('charset') || /charset\s*=\s*"?utf-?8"?\s*$/.test(each));
}
