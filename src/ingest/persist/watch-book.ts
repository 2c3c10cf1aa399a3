import type { Client } from 'pg';
import type { ItemOutcome } from '../import-report';

/** A file as it was when it was looked at; another size or time means other content. */
export interface FileMark {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, whole. */
  readonly modifiedMs: number;
}

/** What was imported of a folder, or refused, so that a restart reads only what is new. */
export class WatchBook {
  constructor(private readonly client: Client) {}

  /** Whether the file was dealt with as it is. `retry`: refused ones count as new. */
  async knows({ path, size, modifiedMs }: FileMark, retry: boolean): Promise<boolean> {
    const { rows } = await this.client.query(
      `SELECT FROM watched_file WHERE path = $1 AND size = $2 AND modified_ms = $3 AND NOT ($4 AND outcome IN ('refused', 'set-aside'))`,
      [path, size, modifiedMs, retry],
    );
    return rows.length > 0;
  }

  async note({ path, size, modifiedMs }: FileMark, outcome: ItemOutcome): Promise<void> {
    await this.client.query(
      `INSERT INTO watched_file (path, size, modified_ms, outcome) VALUES ($1, $2, $3, $4)
       ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_ms = excluded.modified_ms, outcome = excluded.outcome, seen_at = now()`,
      [path, size, modifiedMs, outcome],
    );
  }
}
