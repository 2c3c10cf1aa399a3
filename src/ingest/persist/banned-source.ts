import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { canonicalAddress } from '../../domain/web-address';
import { ImportError } from '../fault';

/** What a source can be known by. */
export interface SourceMarks {
  /** SHA-256 of its bytes, or of its part of them, hexadecimal. */
  readonly bytes?: string;
  readonly naturalKey?: string;
  readonly url?: string | null;
  readonly text?: string;
}

/** Of shorter texts many are the same by chance. */
const LEAST_LETTERS = 80;

/** What a text keeps in every copy: its letters and digits, whatever its lines, spaces, quotation marks and case have become. Null: too few. */
function lettersOf(text: string): string | null {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return letters.length < LEAST_LETTERS ? null : letters;
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Digests as parallel lists of kinds and values. The end of a key that only tells two records of one thing apart is no part of it. */
function digestsOf({ bytes, naturalKey, url, text }: SourceMarks): [kinds: string[], digests: string[]] {
  const address = url ? canonicalAddress(url) : null;
  const letters = text === undefined ? null : lettersOf(text);
  const marks = [
    ...(letters === null ? [] : [['BYTES', digestOf(`letters:${letters}`)]]),
    ...(bytes === undefined ? [] : [['BYTES', bytes]]),
    ...(naturalKey === undefined ? [] : [['KEY', digestOf(naturalKey.replace(/#[0-9a-f]{12}$/, ''))]]),
    ...(address === null ? [] : [['URL', digestOf(address)]]),
  ] as [string, string][];
  return [marks.map(([kind]) => kind), marks.map(([, digest]) => digest)];
}

/** Throws where any of the marks is one of something that was taken down. */
export async function refuseBanned(client: Client, marks: SourceMarks, path = '', name?: string): Promise<void> {
  const { rows } = await client.query<{ day: string | null }>({
    name: 'earshot_banned',
    text: `SELECT to_char(min(banned_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day FROM banned_source
      WHERE (kind, digest) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    values: digestsOf(marks),
  });
  const day = rows[0]?.day;
  if (!day) return;
  const message = `was taken down on ${day} and stays out; \`earshot allow-again\` lets it in`;
  throw new ImportError([{ path, message, code: 'REMOVED' }], name);
}

export async function banSource(client: Client, documentId: number, marks: SourceMarks): Promise<void> {
  await client.query(
    `INSERT INTO banned_source (kind, digest, document_id) SELECT kind, digest, $3 FROM unnest($1::text[], $2::text[]) m(kind, digest)
     ON CONFLICT DO NOTHING`,
    [...digestsOf(marks), documentId],
  );
}

/** Documents that were taken down and had one of these marks. */
export async function findBanned(client: Client, marks: SourceMarks): Promise<number[]> {
  const { rows } = await client.query<{ document_id: number }>(
    'SELECT DISTINCT document_id FROM banned_source WHERE (kind, digest) IN (SELECT * FROM unnest($1::text[], $2::text[])) ORDER BY 1',
    digestsOf(marks),
  );
  return rows.map(({ document_id }) => document_id);
}
