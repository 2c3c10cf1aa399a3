import { createReadStream, type Stats } from 'node:fs';
import { open, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Readable } from 'node:stream';
import { glob, isDynamicPattern } from 'tinyglobby';
import { signatureOf } from '../signature';
import { aside, found, type Item, LARGEST_FILE } from './item';
import { isLines, isLive, readLines } from './lines';
import { readZip } from './zip';

/** Enough to tell what a file is; a first line of NDJSON that is longer has to end in `.ndjson` or `.jsonl`. */
const HEAD = 64 * 1024;

/**
 * Everything to import under some names: files, folders with all below, patterns such as `calls/*.json`, ZIP archives, NDJSON,
 * and `-` for standard input. One at a time, in the order given and by name within, so that memory holds a single one. What
 * cannot be read comes as an item with its reason, and the rest goes on.
 */
export async function* readItems(names: readonly string[], stdin: Readable = process.stdin): AsyncGenerator<Item> {
  for (const name of names) {
    if (name === '-') yield* readStream(stdin);
    else yield* readPath(name);
  }
}

async function* readPath(name: string): AsyncGenerator<Item> {
  const about = await kindOf(name);
  if (about === 'ENOENT' && isDynamicPattern(name)) yield* readPattern(name);
  else if (typeof about === 'string')
    yield aside(name, about === 'ENOENT' ? 'does not exist' : `cannot be read: ${about}`);
  else if (about.isDirectory()) {
    const files = await glob('**/*', { cwd: name, dot: false, followSymbolicLinks: false });
    if (files.length === 0) yield aside(name, 'is a folder without files');
    for (const file of files.sort()) yield* readFileAt(join(name, file));
  } else if (about.isFile()) yield* readFileAt(name);
  else yield aside(name, 'is neither a file nor a folder');
}

/** What a name leads to, or the system's code for why it leads nowhere. */
const kindOf = (name: string): Promise<Stats | string> =>
  stat(name).catch((error: NodeJS.ErrnoException) => error.code ?? error.message);

async function* readPattern(pattern: string): AsyncGenerator<Item> {
  const files = await glob(pattern, { absolute: isAbsolute(pattern), dot: false, followSymbolicLinks: true });
  if (files.length === 0) yield aside(pattern, 'matches no file');
  // Links may lead to one file by several ways.
  const read = new Set<string>();
  for (const file of files.sort()) {
    const target = await realpath(file).catch(() => file);
    if (!read.has(target)) yield* readFileAt(file);
    read.add(target);
  }
}

async function* readFileAt(path: string): AsyncGenerator<Item> {
  try {
    const { head, size } = await headOf(path);
    const signature = signatureOf(head);
    if (signature === 'ZIP') yield* readZip(path, path);
    else if (/\.(?:nd-?json|jsonl)$/i.test(path) ? !isLive(head) : isLines(head))
      yield* readLines(path, createReadStream(path));
    else if (size > LARGEST_FILE) yield aside(path, `has ${size} bytes; ${LARGEST_FILE} are allowed`);
    else yield found(path, await readFile(path));
  } catch (error) {
    // A file that vanished or may not be opened; faults of its content come as items from above.
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    yield aside(path, `cannot be read: ${code}`);
  }
}

async function headOf(path: string): Promise<{ head: Buffer; size: number }> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(HEAD, size)), 0, Math.min(HEAD, size), 0);
    return { head: buffer.subarray(0, bytesRead), size };
  } finally {
    await handle.close();
  }
}

async function* readStream(stream: Readable): AsyncGenerator<Item> {
  const name = '<stdin>';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LARGEST_FILE) {
      yield aside(name, `has more than ${LARGEST_FILE} bytes`);
      return;
    }
    chunks.push(Buffer.from(chunk));
  }
  yield* readBytes(name, Buffer.concat(chunks));
}

/** Everything to import in bytes that are at hand. */
export async function* readBytes(name: string, bytes: Buffer): AsyncGenerator<Item> {
  if (signatureOf(bytes) === 'ZIP') yield* readZip(name, bytes);
  else if (isLines(bytes)) yield* readLines(name, [bytes]);
  else yield found(name, bytes);
}
