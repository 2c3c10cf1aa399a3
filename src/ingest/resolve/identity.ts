import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { ImportFormat } from '../../domain/import-format';
import { nameKey } from '../../language/name/name-key';
import type { Extraction } from '../extraction';
import { refuseBanned } from '../persist/banned-source';
import type { StoredDocument } from '../persist/write-document';

/** Whether a source is new, known, or a corrected form of one that is stored. */
export interface Identity {
  readonly naturalKey: string;
  /** The revision that it corrects. */
  readonly earlier: StoredDocument | null;
}

/** A corrected source keeps most of its lines; another vendor's record of the same words keeps next to none. */
const MOST_CHANGED = 0.5;

/** A stored document that is to be read again. */
export interface StoredRevision extends StoredDocument {
  readonly naturalKey: string;
}

interface Known extends StoredDocument {
  readonly natural_key: string;
  readonly text: string;
}

/** By its address; without one by what it says it is, and then only if it reads like the stored one. */
export async function identify(
  client: Client,
  extraction: Extraction,
  text: string,
  company: string | null,
  day: string | null,
): Promise<Identity> {
  const { format, document, event } = extraction;
  const parts = [document.kind, document.publisher, document.title, company, event?.type, event?.period ?? day];
  const key = document.url
    ? `url:${document.url}`
    : bounded(`${format}:${parts.map((part) => nameKey(part ?? '').slice(0, 200)).join('|')}`);
  const { rows } = await client.query<Known>(
    `SELECT id, revision, natural_key, text FROM document
     WHERE (natural_key = $1 OR natural_key LIKE $2) AND superseded_by_id IS NULL ORDER BY id`,
    [key, `${key.replace(/[\\%_]/g, '\\$&')}#%`],
  );
  // The SEC publishes one file of a company's facts, which grows; it has no words to compare.
  const isOneOfAKind = document.url !== null || format === ImportFormat.SEC_COMPANYFACTS;
  const same = rows.find((row) => (isOneOfAKind && row.natural_key === key) || isCorrected(row.text, text));
  // A stored document that says the same as one that was taken down stands for itself; nothing else becomes its correction by its address.
  if (!same || !isCorrected(same.text, text)) await refuseBanned(client, { text });
  if (same) return { naturalKey: same.natural_key, earlier: same };
  await refuseBanned(client, { naturalKey: key, url: document.url });
  const taken = await client.query('SELECT FROM document WHERE natural_key = $1', [key]);
  // Another source that says the same of itself, such as a second vendor's record of a call.
  return { naturalKey: taken.rows.length === 0 ? key : `${key}#${document.sha256.slice(0, 12)}`, earlier: null };
}

/** Keys are looked up by an index whose rows Postgres limits to 2,704 bytes; letters beyond the Latin ones take up to four. */
const MOST_BYTES = 2000;

function bounded(key: string): string {
  if (Buffer.byteLength(key) <= MOST_BYTES) return key;
  return `${key.slice(0, 200)}|${createHash('sha256').update(key).digest('hex')}`;
}

function isCorrected(before: string, after: string): boolean {
  const lines = linesOf(before);
  const others = linesOf(after);
  let shared = 0;
  const left = new Map<string, number>();
  for (const line of lines) left.set(line, (left.get(line) ?? 0) + line.length);
  for (const line of others) {
    const length = left.get(line) ?? 0;
    if (length < line.length) continue;
    left.set(line, length - line.length);
    shared += line.length;
  }
  const longest = Math.max(sizeOf(lines), sizeOf(others));
  return longest > 0 && shared / longest > 1 - MOST_CHANGED;
}

/** Fewer lines than this tell nothing of a layout; such a document is compared by its sentences. */
const FEW_LINES = 5;

function linesOf(text: string): string[] {
  const split = (at: RegExp) =>
    text
      .split(at)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const lines = split(/\n/);
  return lines.length < FEW_LINES ? split(/\n|(?<=[.!?]["”’]?)\s/) : lines;
}

const sizeOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);
