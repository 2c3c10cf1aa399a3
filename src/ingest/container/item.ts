import { ImportError } from '../fault';
import { Source } from '../source';

/** One thing to import, or why it was put aside. Its name says where it lies: `dump.zip!calls/a.json`, `calls.ndjson:12`. */
export type Item = { readonly source: Source } | { readonly name: string; readonly error: ImportError };

/** More than any single document has; a file above it is not even opened. */
export const LARGEST_FILE = 256 * 1024 * 1024;

export const found = (name: string, bytes: Uint8Array): Item => ({ source: new Source(name, bytes) });

export const aside = (name: string, message: string): Item => ({
  name,
  error: new ImportError([{ path: '', message }], name),
});
