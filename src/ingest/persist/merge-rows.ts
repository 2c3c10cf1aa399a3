import type { Client } from 'pg';

export type MergedType = 'Person' | 'Company' | 'Quarter' | 'Event' | 'Executive' | 'Analyst';

/** Records that an id leads to another now; ids that led to the old one lead on, so that nobody has to follow a chain. */
export async function recordMerge(client: Client, type: MergedType, oldId: number, newId: number): Promise<void> {
  await client.query('UPDATE merged_node SET new_id = $3 WHERE type = $1 AND new_id = $2', [type, oldId, newId]);
  await client.query('INSERT INTO merged_node (type, old_id, new_id) VALUES ($1, $2, $3)', [type, oldId, newId]);
}

/** Lets everything that refers to one node refer to another. */
export async function repoint(
  client: Client,
  references: readonly (readonly [table: string, column: string])[],
  oldId: number,
  newId: number,
): Promise<void> {
  for (const [table, column] of references) {
    await client.query(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1`, [oldId, newId]);
  }
}

/** A list of ids where `$1` has become `$2`; it holds an id once, where it stood first. */
export const repointed = (column: string): string =>
  `(SELECT coalesce(array_agg(id ORDER BY first), '{}') FROM (SELECT id, min(place) AS first
     FROM unnest(array_replace(${column}, $1::int, $2::int)) WITH ORDINALITY l(id, place) GROUP BY id) once)`;

/** The same in columns that hold lists of ids. */
export async function repointLists(
  client: Client,
  references: readonly (readonly [table: string, column: string])[],
  oldId: number,
  newId: number,
): Promise<void> {
  for (const [table, column] of references) {
    await client.query(`UPDATE ${table} SET ${column} = ${repointed(column)} WHERE ${column} @> ARRAY[$1::int]`, [
      oldId,
      newId,
    ]);
  }
}

/** The rows of a pair of nodes that would be the same after the merge: the old one's id beside the new one's. */
export async function findTwins(
  client: Client,
  table: string,
  column: string,
  same: string,
  oldId: number,
  newId: number,
): Promise<{ readonly old: number; readonly kept: number }[]> {
  const { rows } = await client.query<{ old: string; kept: string }>(
    `SELECT DISTINCT ON (o.id) o.id AS old, n.id AS kept FROM ${table} o JOIN ${table} n ON n.${column} = $2 AND ${same} WHERE o.${column} = $1
     ORDER BY o.id, n.id`,
    [oldId, newId],
  );
  return rows.map(({ old, kept }) => ({ old: Number(old), kept: Number(kept) }));
}
