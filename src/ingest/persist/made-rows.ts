import type { Client } from 'pg';
import { dropFacts } from './drop-facts';
import { dropUnused, type NodeTable, UNUSED } from './unused-row';

/** What documents have made, so that it can go with them: rows of nodes, and filed numbers. */
const TABLES = ['fact', ...UNUSED.map(([table]) => table)] as const;

/**
 * A node that a document tells of and that was there already. Where another document or the sample had brought it, this one needs it as
 * long as it is here; what a NATIVE file or a merge left behind is nobody's to take away.
 */
export interface ToldAgain {
  readonly table: NodeTable;
  readonly id: number;
}

/** The last id of each table: what is written later under the lock of writers has a larger one. */
export type LastMade = Readonly<Record<string, string>>;

export async function lastMade(client: Client): Promise<LastMade> {
  const { rows } = await client.query<LastMade>({
    name: 'earshot_last_made',
    text: `SELECT ${TABLES.map((table) => `(SELECT coalesce(max(id), 0)::text FROM ${table}) AS ${table}`).join(', ')}`,
  });
  return rows[0]!;
}

/**
 * Notes what was written since as made by a document, and what it has told again as needed by it. What no document has made is not
 * noted: the only note would read as if this document had made it, and it would go with it.
 */
export async function rememberMade(
  client: Client,
  documentId: number,
  before: LastMade,
  told: readonly ToldAgain[],
): Promise<void> {
  const made = TABLES.map(
    (table) =>
      `SELECT $1::int, '${table}', int8range(min(id), max(id), '[]') FROM ${table} WHERE id > ($2::jsonb ->> '${table}')::int8 HAVING count(*) > 0`,
  );
  await client.query({
    name: 'earshot_remember_made',
    text: `INSERT INTO made_row (document_id, kind, ids) ${made.join(' UNION ALL ')}
      UNION ALL SELECT DISTINCT $1::int, g.kind, int8range(g.id, g.id, '[]') FROM unnest($3::text[], $4::int8[]) g(kind, id)
        WHERE EXISTS (SELECT FROM made_row m WHERE m.kind = g.kind AND m.ids @> g.id AND m.document_id IS NOT NULL)
          OR EXISTS (SELECT FROM sample_row s WHERE s.kind = g.kind AND s.id = g.id)`,
    values: [documentId, JSON.stringify(before), told.map(({ table }) => table), told.map(({ id }) => id)],
  });
}

/** Nodes that somebody has named for themselves: they no longer go with the document that happened to make them. */
export async function keepMade(client: Client, table: NodeTable, ids: readonly number[]): Promise<void> {
  await client.query(
    `INSERT INTO made_row (kind, ids) SELECT $1, int8range(g.id, g.id, '[]') FROM (SELECT DISTINCT unnest($2::int8[]) AS id) g
     WHERE EXISTS (SELECT FROM made_row m WHERE m.kind = $1 AND m.ids @> g.id AND m.document_id IS NOT NULL)
       AND NOT EXISTS (SELECT FROM made_row m WHERE m.kind = $1 AND m.ids @> g.id AND m.document_id IS NULL)`,
    [table, ids],
  );
}

/** A row that is given up for its twin: whoever needs the one needs the other from then on, and what nobody may take away stays so. */
export async function joinMade(client: Client, table: NodeTable, old: number, kept: number): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM made_row WHERE kind = $1 AND ids @> $2::int8 LIMIT 1', [
    table,
    old,
  ]);
  if (rowCount === 0) return keepMade(client, table, [kept]);
  await client.query(
    `INSERT INTO made_row (document_id, kind, ids) SELECT DISTINCT m.document_id, m.kind, int8range($3, $3, '[]') FROM made_row m
     WHERE m.kind = $1 AND m.ids @> $2::int8 AND EXISTS (SELECT FROM made_row n WHERE n.kind = $1 AND n.ids @> $3::int8)`,
    [table, old, kept],
  );
}

/** Whoever else tells of an office is known here: that a document names its holder beside the company does not make it an office. */
const UNTOLD: Partial<Record<NodeTable, string>> = {
  executive: 'NOT EXISTS (SELECT FROM utterance u WHERE u.speaker_id = t.person_id AND u.company_id = t.company_id)',
};

/** What a document alone has made: no other tells of it, nor the sample, and nobody has named it or merged another one into it. */
async function madeAlone(
  client: Client,
  table: string,
  documents: readonly number[],
  condition = 'true',
): Promise<number[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT t.id::text FROM made_row m JOIN ${table} t ON t.id BETWEEN lower(m.ids) AND upper(m.ids) - 1
     WHERE m.document_id = ANY ($1) AND m.kind = '${table}' AND ${condition}
       AND NOT EXISTS (SELECT FROM made_row o WHERE o.kind = '${table}' AND o.ids @> t.id::int8 AND (o.document_id <> ALL ($1)) IS NOT FALSE)
       AND NOT EXISTS (SELECT FROM sample_row s WHERE s.kind = '${table}' AND s.id = t.id)
       AND NOT EXISTS (SELECT FROM merged_node g WHERE lower(g.type) = '${table}' AND g.new_id = t.id)`,
    [documents],
  );
  return [...new Set(rows.map(({ id }) => Number(id)))];
}

/**
 * Removes what documents alone have made, as far as nothing else has come to need it. Their words have to be gone. Filed numbers of
 * the company `factsOf` stay.
 */
export async function dropMade(
  client: Client,
  documents: readonly number[],
  { factsOf = null }: { readonly factsOf?: number | null } = {},
): Promise<{ nodes: number; facts: number }> {
  const filed = await madeAlone(client, 'fact', documents, factsOf === null ? 'true' : `t.company_id <> ${factsOf}`);
  const facts = await dropFacts(client, filed);
  let nodes = 0;
  for (const [table, unused] of UNUSED)
    nodes += await dropUnused(client, table, await madeAlone(client, table, documents), UNTOLD[table] ?? unused);
  for (const [table, user] of Object.entries(USERS)) await giveToUsers(client, table as NodeTable, user, documents);
  return { nodes, facts };
}

/** Another document that needs a node `t`: it counts as made by that one from then on. */
const USERS: Partial<Record<NodeTable, string>> = {
  event: 'SELECT min(document_id) FROM document_event WHERE event_id = t.id',
  executive: 'SELECT min(document_id) FROM utterance WHERE speaker_id = t.person_id AND company_id = t.company_id',
  analyst: 'SELECT min(document_id) FROM utterance WHERE analyst_id = t.id',
  quarter: 'SELECT min(document_id) FROM utterance WHERE quarter_id = t.id',
  firm: 'SELECT min(document_id) FROM utterance WHERE firm_id = t.id',
  person: `SELECT least((SELECT min(document_id) FROM utterance WHERE speaker_id = t.id), (SELECT min(document_id) FROM entity_mention WHERE person_id = t.id))`,
  company: 'SELECT min(document_id) FROM document_company WHERE company_id = t.id',
};

async function giveToUsers(
  client: Client,
  table: NodeTable,
  user: string,
  documents: readonly number[],
): Promise<void> {
  await client.query(
    `INSERT INTO made_row (document_id, kind, ids) SELECT u.id, '${table}', int8range(t.id, t.id, '[]')
     FROM ${table} t CROSS JOIN LATERAL (${user}) u(id) WHERE t.id = ANY ($1) AND u.id IS NOT NULL`,
    [await madeAlone(client, table, documents)],
  );
}

/** What is left of a reading that was replaced is its successor's; of one that was taken down (null), nobody's. */
export async function handOverMade(
  client: Client,
  documents: readonly number[],
  successor: number | null,
): Promise<void> {
  if (successor === null) await client.query('DELETE FROM made_row WHERE document_id = ANY ($1)', [documents]);
  else await client.query('UPDATE made_row SET document_id = $2 WHERE document_id = ANY ($1)', [documents, successor]);
}
