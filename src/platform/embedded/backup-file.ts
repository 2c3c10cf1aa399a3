import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Header } from 'tar';
import { z } from 'zod';

import { messageOf, OperatorError } from '../operator-error';

/** What a backup says of itself, so that a restore can refuse before it touches anything. */
export interface BackupNote {
  readonly format: 'earshot-backup';
  readonly version: 1;
  /** Major version of the Postgres that wrote the data. */
  readonly postgres: number;
  /** Names of the migrations that had run, the oldest first. */
  readonly migrations: readonly string[];
  readonly createdAt: string;
}

const note: z.ZodType<BackupNote> = z.object({
  format: z.literal('earshot-backup'),
  version: z.literal(1),
  postgres: z.number().int(),
  migrations: z.array(z.string()),
  createdAt: z.string(),
});

/** The first entry of the tar; after it comes the data directory, as the server sent it. */
export const NOTE_NAME = 'earshot-backup.json';

const BLOCK = 512;
/** A note is a few hundred bytes; whatever claims more is no backup of ours. */
const MOST_NOTE = 1024 * 1024;

/** The note as the first entry of a tar: its header and its text, filled up to whole blocks. */
export function encodeNote(content: BackupNote): Buffer {
  const text = Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
  const header = new Header({
    path: NOTE_NAME,
    mode: 0o600,
    size: text.length,
    mtime: new Date(content.createdAt),
    type: 'File',
    uid: 0,
    gid: 0,
  });
  header.encode();
  const padding = Buffer.alloc((BLOCK - (text.length % BLOCK)) % BLOCK);
  return Buffer.concat([header.block as Buffer, text, padding]);
}

/** Reads the beginning of a backup. Throws where it cannot be read or is none. */
export async function readNote(file: string): Promise<BackupNote> {
  const start = await readStart(file);
  try {
    if (start.length < BLOCK) throw new Error('it is empty');
    const header = new Header(start, 0);
    if (header.path !== NOTE_NAME) throw new Error(`it does not begin with ${NOTE_NAME}`);
    return note.parse(JSON.parse(start.subarray(BLOCK, BLOCK + (header.size ?? 0)).toString('utf8')));
  } catch (cause) {
    throw notABackup(file, cause instanceof z.ZodError ? 'its note is of another version' : messageOf(cause), cause);
  }
}

async function readStart(file: string): Promise<Buffer> {
  const source = createReadStream(file);
  const text = createGunzip();
  source.once('error', (error) => text.destroy(error));
  let start = Buffer.alloc(0);
  try {
    for await (const chunk of source.pipe(text)) {
      start = Buffer.concat([start, chunk as Buffer]);
      const size = start.length < BLOCK ? MOST_NOTE : (new Header(start, 0).size ?? 0);
      if (start.length >= BLOCK + Math.min(size, MOST_NOTE)) break;
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
      throw new OperatorError('usage', `${file} cannot be read: ${messageOf(cause)}`, { cause });
    }
    throw notABackup(file, messageOf(cause), cause);
  } finally {
    source.destroy();
  }
  return start;
}

function notABackup(file: string, why: string, cause: unknown): OperatorError {
  return new OperatorError('usage', `${file} is not a backup that this version of Earshot can read: ${why}.`, {
    cause,
  });
}
