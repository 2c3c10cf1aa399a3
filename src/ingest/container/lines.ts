import { isLiveHead } from '../formats/vendor/quartr-live';
import { aside, found, type Item, LARGEST_FILE } from './item';

const NEWLINE = 10;

/** Lines of some bytes without their ends, numbered from 1; in memory is never more than one line and one chunk. */
async function* linesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<{ number: number; line: Buffer; isTooLong: boolean }> {
  let parts: Uint8Array[] = [];
  let held = 0;
  let number = 1;
  const take = (rest: Uint8Array) => {
    const line = Buffer.concat([...parts, rest]);
    const isTooLong = held + rest.length > LARGEST_FILE;
    parts = [];
    held = 0;
    return { number: number++, line, isTooLong };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      yield take(chunk.subarray(from, at));
      from = at + 1;
    }
    const rest = chunk.subarray(from);
    held += rest.length;
    // Of a line that is too long anyhow only the length is kept.
    if (held <= LARGEST_FILE) parts.push(rest);
  }
  if (held > 0) yield take(new Uint8Array());
}

/** The documents of an NDJSON file, one a line; blank lines are none. */
export async function* readLines(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Item> {
  for await (const { number, line, isTooLong } of linesOf(chunks)) {
    const place = `${name}:${number}`;
    if (isTooLong) yield aside(place, `is a line of more than ${LARGEST_FILE} bytes`);
    else if (line.some((byte) => byte > 32)) yield found(place, line);
  }
}

/** Whether the lines are a live transcript, which they are all together. */
export const isLive = (head: Uint8Array): boolean => isLiveHead(Buffer.from(head.subarray(0, 20_000)).toString('utf8'));

/**
 * Whether bytes are NDJSON: the first line is a JSON object by itself and another follows. A live transcript, whose lines
 * are one document together, is not.
 */
export function isLines(head: Uint8Array): boolean {
  const end = head.indexOf(NEWLINE);
  if (end < 0) return false;
  const [first, rest] = [Buffer.from(head.subarray(0, end)).toString('utf8'), Buffer.from(head.subarray(end + 1))];
  if (isLive(head) || !/^\s*\{/.test(rest.toString('utf8', 0, 1000))) return false;
  try {
    const value: unknown = JSON.parse(first.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
