import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';

/** What a column of a copied row may hold. Numbers in arrays only: no array of text is copied anywhere. */
export type CopyValue = string | number | bigint | boolean | Buffer | null | readonly number[];

/** Enough to keep the socket busy, little enough to keep memory flat. */
const CHUNK_CHARACTERS = 1 << 16;

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Writes rows by COPY, several times as fast as INSERT. Rows hold the columns' values in the columns' order. */
export async function copyRows(
  client: Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  const chunks = chunksOf(rows);
  const first = chunks.next();
  if (first.done) return;
  const sink = client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  await pipeline(Readable.from(withFirst(first.value, chunks), { objectMode: true }), sink);
}

/** Ids that were taken beyond what was asked for, by connection and table. */
const spare = new WeakMap<Client, Map<string, number[]>>();

/** Documents of one import need about as many ids as each other: a round trip brings enough for some of them. */
const DOCUMENTS_AHEAD = 4;

/**
 * Ids of rows to come, ascending: rows that refer to each other can then be copied table by table. What is not used leaves a gap,
 * as a transaction that fails does.
 */
export async function takeIds(client: Client, table: string, count: number): Promise<number[]> {
  if (count === 0) return [];
  const tables = spare.get(client) ?? new Map<string, number[]>();
  spare.set(client, tables);
  const left = tables.get(table) ?? [];
  if (left.length < count) {
    const { rows } = await client.query<{ id: string }>({
      name: 'earshot_ids',
      // The sequence is looked up once, not for each id.
      text: `SELECT nextval(s.name) AS id FROM (SELECT pg_get_serial_sequence($1, 'id')::regclass AS name OFFSET 0) s, generate_series(1, $2::int)`,
      values: [table, count * DOCUMENTS_AHEAD - left.length],
    });
    for (const { id } of rows) left.push(Number(id));
  }
  tables.set(table, left.slice(count));
  return left.slice(0, count);
}

function* chunksOf(rows: Iterable<readonly CopyValue[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) {
      if (i > 0) chunk += '\t';
      chunk += printValue(row[i] as CopyValue);
    }
    chunk += '\n';
    if (chunk.length >= CHUNK_CHARACTERS) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk) yield chunk;
}

function* withFirst(first: string, rest: Generator<string>): Generator<string> {
  yield first;
  yield* rest;
}

/** COPY's text form. */
function printValue(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (c) => ESCAPES[c]!) : value;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return `{${value.join(',')}}`;
  return String(value);
}
