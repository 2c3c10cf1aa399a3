import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { openBaseBackup } from '../database/base-backup';
import { messageOf, OperatorError } from '../operator-error';
import { type BackupNote, encodeNote } from './backup-file';
import { syncFolder } from './replace-data';

/** Most of a backup's pages are text: a low level already takes most of it away, and a higher one makes the processor the bottleneck. */
const LEVEL = 3;

/**
 * Writes a backup of the embedded server at `url` to `file`; returns its size in bytes. It is written aside and moved into place when it is
 * on the disk, so there is never half a backup under that name.
 */
export async function writeBackup(url: string, file: string, note: BackupNote, force: boolean): Promise<number> {
  if (!force && existsSync(file)) {
    throw new OperatorError('refused', `${file} is there already. Name another file, or overwrite it with --force.`);
  }
  const part = `${file}.part`;
  await makeEmpty(part);
  try {
    const copy = await openBaseBackup(url);
    await pipeline(
      Readable.from(precede(copy, encodeNote(note)), { objectMode: false }),
      createGzip({ level: LEVEL }),
      createWriteStream(part, { flags: 'r+', flush: true }),
    );
    await rename(part, file);
    syncFolder(dirname(file));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return (await stat(file)).size;
}

async function* precede(stream: Readable, first: Buffer): AsyncGenerator<Buffer> {
  yield first;
  yield* stream;
}

/** Whoever can read a backup can read everything in it, the password's hash too: it belongs to its maker alone. */
async function makeEmpty(part: string): Promise<void> {
  try {
    await mkdir(dirname(part), { recursive: true });
    await rm(part, { force: true });
    await (await open(part, 'wx', 0o600)).close();
  } catch (cause) {
    throw new OperatorError('usage', `The backup cannot be written: ${messageOf(cause)}`, { cause });
  }
}
