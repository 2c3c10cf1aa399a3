import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { ImportError } from '../fault';
import { signatureOf } from '../signature';
import { aside, found, type Item, LARGEST_FILE } from './item';
import { isLines, readLines } from './lines';

/** Bounds that real archives stay far below, and bombs do not. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all entries together, unpacked. */
  readonly total: number;
  /** Bytes unpacked for each byte packed, counted from the first megabyte on. */
  readonly ratio: number;
}

export const ZIP_LIMITS: ZipLimits = { entries: 20_000, total: 4 * 1024 ** 3, ratio: 200 };
const UNIX = 3;
const RATIO_COUNTS_FROM = 1024 * 1024;

/** The documents of a ZIP archive, one at a time; what cannot be read in it is put aside, the rest goes on. */
export async function* readZip(name: string, file: string | Buffer, limits = ZIP_LIMITS): AsyncGenerator<Item> {
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false } as const;
  let zip: ZipFile;
  try {
    zip = typeof file === 'string' ? await openPromise(file, options) : await fromBufferPromise(file, options);
  } catch (error) {
    yield aside(name, `is a broken ZIP archive: ${(error as Error).message}`);
    return;
  }
  try {
    if (zip.entryCount > limits.entries) {
      yield aside(name, `has ${zip.entryCount} entries; ${limits.entries} are allowed`);
      return;
    }
    yield* readEntries(name, zip, limits);
  } catch (error) {
    // yauzl throws plain errors about the archive; these two are faults of ours.
    if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    yield aside(name, `is a broken ZIP archive: ${(error as Error).message}`);
  } finally {
    zip.close();
  }
}

async function* readEntries(name: string, zip: ZipFile, limits: ZipLimits): AsyncGenerator<Item> {
  let total = 0;
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
    const path = pathOf(entry);
    const place = `${name}!${path}`;
    if (isIgnored(path)) continue;
    const fault = faultOf(entry, path);
    if (fault) {
      yield aside(place, fault);
      continue;
    }
    const left = limits.total - total;
    const bytes = await unpack(zip, entry, Math.min(LARGEST_FILE, left), limits.ratio).catch((error: Error) => error);
    if (Buffer.isBuffer(bytes)) {
      total += bytes.length;
      if (signatureOf(bytes) === 'ZIP') yield aside(place, 'is an archive in an archive; unpack it first');
      else if (isLines(bytes)) yield* readLines(place, [bytes]);
      else yield found(place, bytes);
      continue;
    }
    yield bytes instanceof ImportError
      ? { name: place, error: bytes }
      : aside(place, `cannot be unpacked: ${bytes.message}`);
    // What was unpacked of a bomb counts: a thousand of them must not each take the whole of what is allowed.
    if (bytes instanceof ImportError) total += Math.min(LARGEST_FILE, entry.uncompressedSize);
    if (total >= limits.total) {
      yield aside(name, `unpacks to more than ${limits.total} bytes; the rest was not read`);
      return;
    }
  }
}

/** Names are for messages only, and nothing is ever written under them; control characters could still fool a terminal. */
function pathOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const isUtf8 = (generalPurposeBitFlag & 0x800) !== 0;
  const path = fileNameRaw.toString(isUtf8 ? 'utf8' : 'latin1').replaceAll('\\', '/');
  return path.replace(/[\p{Cc}\p{Cf}]/gu, '�').slice(0, 300);
}

/** Folders, and what systems put into archives unasked. */
function isIgnored(path: string): boolean {
  return (
    path.endsWith('/') ||
    path.startsWith('__MACOSX/') ||
    /(?:^|\/)\.[^./]/.test(path) ||
    /(?:^|\/)Thumbs\.db$/.test(path)
  );
}

function faultOf(entry: Entry, path: string): string | null {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..')) {
    return 'has a path that leads out of the archive';
  }
  if (isLink(entry)) return 'is a link, not a file';
  if (entry.isEncrypted()) return 'is encrypted';
  return entry.canDecodeFileData() ? null : `is packed by method ${entry.compressionMethod}, which is not supported`;
}

/** Unix keeps a file's mode in the upper half of the attributes; a link's content is only the path that it leads to. */
const isLink = ({ versionMadeBy, externalFileAttributes }: Entry): boolean =>
  versionMadeBy >> 8 === UNIX && ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;

async function unpack(zip: ZipFile, entry: Entry, largest: number, ratio: number): Promise<Buffer> {
  const refuse = (message: string) => new ImportError([{ path: '', message }], pathOf(entry));
  if (entry.uncompressedSize > largest)
    throw refuse(`unpacks to ${entry.uncompressedSize} bytes; ${largest} are allowed`);
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop by an error destroys the stream. Sizes are counted, since those in the header may lie.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw refuse(`unpacks to more than ${largest} bytes`);
    if (size > RATIO_COUNTS_FROM && size > ratio * Math.max(1, entry.compressedSize)) {
      throw refuse(`unpacks to more than ${ratio} times its packed size: a ZIP bomb?`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
