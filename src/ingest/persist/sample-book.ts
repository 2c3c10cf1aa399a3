import type { Client } from 'pg';

/** Name under which facts of the sample are remembered (`native_fact`). */
export const SAMPLE = 'sample';

/** Tables whose rows the sample may bring, besides what hangs on their rows. */
export const SAMPLE_TABLES = [
  'document',
  'event',
  'executive',
  'analyst',
  'quarter',
  'firm',
  'person',
  'company',
] as const;

export type SampleTable = (typeof SAMPLE_TABLES)[number];

/** The last id of each table: what is written later under the lock of writers has a larger one. */
export type LastIds = Readonly<Record<SampleTable, number>>;

export async function lastIds(client: Client): Promise<LastIds> {
  const columns = SAMPLE_TABLES.map((table) => `(SELECT coalesce(max(id), 0) FROM ${table}) AS ${table}`);
  const { rows } = await client.query<LastIds>(`SELECT ${columns.join(', ')}`);
  return rows[0]!;
}

/** Notes all that was written since as the sample's: it goes with it, unless something else has come to need it. */
export async function rememberSample(client: Client, before: LastIds): Promise<void> {
  for (const table of SAMPLE_TABLES) {
    await client.query(
      `INSERT INTO sample_row (kind, id) SELECT '${table}', id FROM ${table} WHERE id > $1 ON CONFLICT DO NOTHING`,
      [before[table]],
    );
  }
}

/** Ids that the sample brought, newest first. */
export async function sampleIds(client: Client, table: SampleTable): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>('SELECT id FROM sample_row WHERE kind = $1 ORDER BY id DESC', [
    table,
  ]);
  return rows.map(({ id }) => id);
}
