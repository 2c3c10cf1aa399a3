import type { ClientBase } from 'pg';

/** Rows as objects by column; all of one call have the same columns. */
export type NewRow = Readonly<Record<string, unknown>>;

/** Postgres takes 65,535 parameters in a statement. */
const MOST_PARAMETERS = 60_000;

/** Inserts rows by few statements and returns their ids in order. `conflict` is an ON CONFLICT clause for rows that may exist. */
export async function insertRows(
  client: ClientBase,
  table: string,
  rows: readonly NewRow[],
  conflict = '',
): Promise<number[]> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return [];
  const ids: number[] = [];
  const step = Math.max(1, Math.floor(MOST_PARAMETERS / columns.length));
  for (let at = 0; at < rows.length; at += step) {
    const batch = rows.slice(at, at + step);
    const places = batch.map((_, i) => `(${columns.map((_column, j) => `$${i * columns.length + j + 1}`).join(', ')})`);
    const result = await client.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places.join(', ')} ${conflict} RETURNING *`,
      batch.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
    ids.push(...result.rows.map((row) => Number(row.id)));
  }
  return ids;
}

/** The id of the row with these values, made where there is none. NULLs compare as equal. */
export async function findOrInsert(client: ClientBase, table: string, key: NewRow, rest: NewRow = {}): Promise<number> {
  const columns = Object.keys(key);
  const where = columns.map((column, i) => `${column} IS NOT DISTINCT FROM $${i + 1}`).join(' AND ');
  const { rows } = await client.query(
    `SELECT id FROM ${table} WHERE ${where} ORDER BY id LIMIT 1`,
    Object.values(key).map((v) => v ?? null),
  );
  if (rows[0]) return Number(rows[0].id);
  const [id] = await insertRows(client, table, [{ ...key, ...rest }]);
  return id as number;
}

/** Gives values to columns of a row that have none; what is stored is never overridden, and a full row not touched. */
export async function fillRow(client: ClientBase, table: string, id: number, values: NewRow): Promise<void> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  if (given.length === 0) return;
  const columns = given.map(([column]) => column);
  await client.query(
    `UPDATE ${table} SET ${columns.map((column, i) => `${column} = coalesce(${column}, $${i + 2})`).join(', ')}
     WHERE id = $1 AND num_nulls(${columns.join(', ')}) > 0`,
    [id, ...given.map(([, value]) => value)],
  );
}
