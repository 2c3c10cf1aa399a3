import type { Client } from 'pg';

/** Something that is kept beside the words so that nobody need count or join them, and how it is told from the words themselves. */
export interface Kept {
  /** In a line: `mentions`. */
  readonly name: string;
  /** Rows that differ: `subject` says which, `kept` what stands there, `real` what the words say. */
  readonly differing: string;
  /** Makes it anew where it differs; in a transaction that holds the lock of writers. */
  rebuild(client: Client): Promise<void>;
}

/** Runs one statement after the other. */
export const statements =
  (...texts: readonly string[]) =>
  async (client: Client): Promise<void> => {
    for (const text of texts) await client.query(text);
  };
