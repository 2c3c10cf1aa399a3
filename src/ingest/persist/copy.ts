import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';

/** What a column of a copied row may hold. Numbers in arrays only: no array of text is copied anywhere. */
export type CopyValue = string | number | bigint | boolean | Buffer | null | readonly number[];

/** Enough to be worth a write, little enough for the database to work on a chunk while the next one is printed. */
const CHUNK_CHARACTERS = 1 << 15;

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Writes rows by COPY, several times as fast as INSERT. Rows hold the columns' values in the columns' order. `setting` is on meanwhile. */
export async function copyRows(
  client: Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
  setting?: string,
): Promise<void> {
  const chunks = chunksOf(rows);
  const first = chunks.next();
  if (first.done) return;
  const copy = `COPY ${table} (${columns.join(', ')}) FROM STDIN`;
  const sink = client.query(
    from(setting ? `SET LOCAL ${setting} = 'on'; ${copy}; SET LOCAL ${setting} = 'off'` : copy),
  );
  // No further ahead than the database has taken: else everything would be printed before it begins.
  const source = Readable.from(withFirst(first.value, chunks), { objectMode: true, highWaterMark: 1 });
  await pipeline(source, sink);
}

/** What is copied into one table. */
export interface Copied {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly CopyValue[]>;
  /** Is on while they are written. */
  readonly setting?: string;
}

/** One table after the other. Rows of the next one are printed while the database still checks those of the one before. */
export async function copyTables(client: Client, tables: readonly Copied[]): Promise<void> {
  const copies: Promise<void>[] = [];
  const begin = (next: number): void => {
    const copied = tables[next];
    if (!copied) return;
    const copy = copyRows(client, copied.table, copied.columns, thenBegin(copied.rows, next + 1), copied.setting);
    // Of several that fail the first says why; it is awaited below.
    copy.catch(() => {});
    copies.push(copy);
  };
  function* thenBegin(rows: Copied['rows'], next: number) {
    yield* rows;
    // A table of few rows is printed before it is asked for: its own COPY comes first.
    queueMicrotask(() => begin(next));
  }
  begin(0);
  for (let i = 0; i < copies.length; i++) await copies[i];
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
