import { Readable } from 'node:stream';
import { Client, type Connection } from 'pg';

import { hidePassword } from '../log';
import { messageOf, OperatorError } from '../operator-error';

/**
 * A copy of a running server's data directory as a tar, straight from the server: consistent as of its end, with the log that it needs to
 * start, and checked against the pages' checksums on the way. Needs a role that may replicate, and `wal_level` replica or higher.
 */
export async function openBaseBackup(url: string): Promise<Readable> {
  const client = new Client({
    connectionString: url,
    application_name: 'earshot backup',
    connectionTimeoutMillis: 10_000,
    replication: 'true',
  } as ConstructorParameters<typeof Client>[0]);
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    throw new OperatorError('database', `The database ${hidePassword(url)} cannot be copied: ${messageOf(cause)}`, {
      cause,
    });
  }
  const backup = new BaseBackup();
  backup.once('close', () => void client.end().catch(() => {}));
  client.query(backup);
  return backup;
}

/** Messages inside the copy begin with a letter: a new archive, its bytes, and (not asked for) progress and manifest. */
const ARCHIVE = 0x6e; // n
const BYTES = 0x64; // d

/**
 * What `pg` calls a query, with the copy as its stream. pg-copy-streams cannot read this one: before the copy, the server sends two tables
 * (where the log begins, and the tablespaces).
 */
class BaseBackup extends Readable {
  #connection: Connection | null = null;
  #archives = 0;

  submit(connection: Connection): void {
    this.#connection = connection;
    connection.query("BASE_BACKUP (LABEL 'earshot', CHECKPOINT 'fast', WAL true, WAIT true)");
  }

  override _read(): void {
    this.#connection?.stream.resume();
  }

  /** Bytes are copied: the driver uses its buffer again. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (chunk[0] === ARCHIVE) this.#archives++;
    if (this.#archives > 1) {
      this.destroy(
        new OperatorError('database', 'The database has tablespaces outside its folder, which a backup cannot hold.'),
      );
    } else if (chunk[0] === BYTES && !this.destroyed && !this.push(Buffer.from(chunk.subarray(1)))) {
      this.#connection?.stream.pause();
    }
  }

  handleError(cause: Error): void {
    this.destroy(
      new OperatorError('database', `The database could not be copied to its end: ${cause.message}`, { cause }),
    );
  }

  handleReadyForQuery(): void {
    if (!this.destroyed) this.push(null);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
}
