import type { Client } from 'pg';
import { type NodeType, parseGlobalId, printGlobalId } from '../domain/global-id';
import { canonicalAddress } from '../domain/web-address';
import { nameKey } from '../language/name/name-key';
import { findBanned } from './persist/banned-source';
import { withWriter } from './persist/import-lock';
import { findNamedCompany } from './resolve/company';

/** A stored node, as somebody at a command line has named it. */
export interface NamedNode {
  readonly key: number;
  readonly id: string;
  /** For people: a name, or a title. */
  readonly label: string;
}

/** The nodes that a name can stand for: one where all is well, none, or several to choose from. */
export type Named = readonly NamedNode[];

/** Global id, number, symbol, CIK or slug. Ids of companies that were merged give what they became. */
export const findCompanies = (databaseUrl: string, typed: string): Promise<Named> =>
  withWriter(databaseUrl, async (client) => {
    const key = await keyOf(client, 'Company', typed);
    if (key !== null) {
      const found = await byKey(client, 'Company', 'SELECT id, name AS label FROM company WHERE id = $1', key);
      // A number that is no id may be a CIK.
      if (found.length > 0) return found;
    }
    const company = await findNamedCompany({ client, warnings: [], day: null, told: [] }, typed.trim());
    if (!company) return [];
    return byKey(client, 'Company', 'SELECT id, name AS label FROM company WHERE id = $1', company.id);
  });

/** Global id, number, or the whole name or an alias. Ids of people who were merged give what they became. */
export const findPeople = (databaseUrl: string, typed: string): Promise<Named> =>
  withWriter(databaseUrl, async (client) => {
    const key = await keyOf(client, 'Person', typed);
    if (key !== null) return byKey(client, 'Person', 'SELECT id, name AS label FROM person WHERE id = $1', key);
    // An own name beats an alias: two people may be known by one name, and are told apart by what they are called.
    const { rows } = await client.query<Row>(
      `SELECT id, name AS label FROM person p WHERE string_to_array(search_key, E'\\n') && ARRAY[$1]
         AND (split_part(search_key, E'\\n', 1) = $1 OR NOT EXISTS (SELECT FROM person o WHERE split_part(o.search_key, E'\\n', 1) = $1))
       ORDER BY id`,
      [nameKey(typed)],
    );
    return rows.map((row) => nodeOf('Person', row));
  });

/** Global id, number, seven characters or more of the source's SHA-256, its address, its natural key, or its whole title. */
export const findDocuments = (databaseUrl: string, typed: string): Promise<Named> =>
  withWriter(databaseUrl, async (client) => {
    const words = typed.trim();
    const key = await keyOf(client, 'Document', words);
    if (key !== null) {
      const found = await byKey(client, 'Document', 'SELECT id, title AS label FROM document WHERE id = $1', key);
      if (found.length > 0) return found;
    }
    const list = async (where: string, parameter: unknown) => {
      const sql = `SELECT id, title AS label FROM document WHERE ${where} ORDER BY id`;
      return (await client.query<Row>(sql, [parameter])).rows.map((row) => nodeOf('Document', row));
    };
    if (/^[0-9a-f]{7,64}$/i.test(words)) {
      const found = await list('sha256 LIKE $1', `${words.toLowerCase()}%`);
      if (found.length > 0) return found;
    }
    const address = canonicalAddress(words);
    if (address !== null) {
      const { rows } = await client.query<{ id: number; url: string }>(
        'SELECT id, url FROM document WHERE url ILIKE $1 AND superseded_by_id IS NULL',
        [`%${(address.split(/[/?:]/)[0] as string).replace(/[\\%_]/g, '\\$&')}%`],
      );
      const same = rows.filter(({ url }) => canonicalAddress(url) === address).map(({ id }) => id);
      // What was taken down has no address any more, and is known by its digest.
      return list('id = ANY ($1)', same.length > 0 ? same : await findBanned(client, { url: words }));
    }
    const named = await list('natural_key = $1 AND superseded_by_id IS NULL', words);
    if (named.length > 0) return named;
    return list('lower(title) = lower($1) AND superseded_by_id IS NULL', words);
  });

interface Row {
  readonly id: number;
  readonly label: string;
}

const nodeOf = (type: NodeType, { id, label }: Row): NamedNode => ({ key: id, id: printGlobalId(type, id), label });

async function byKey(client: Client, type: NodeType, sql: string, key: number): Promise<NamedNode[]> {
  const { rows } = await client.query<Row>(sql, [key]);
  return rows.map((row) => nodeOf(type, row));
}

/** Largest value of the column, above which Postgres would refuse the question. */
const LARGEST_KEY = 2 ** 31 - 1;

/** Null: it is neither a global id of the type nor a number. */
async function keyOf(client: Client, type: NodeType, typed: string): Promise<number | null> {
  const parsed = parseGlobalId(typed.trim());
  const key = parsed?.type === type ? parsed.key : /^\d+$/.test(typed.trim()) ? Number(typed) : null;
  if (key === null || key > LARGEST_KEY) return null;
  const { rows } = await client.query<{ new_id: number }>(
    'SELECT new_id FROM merged_node WHERE type = $1 AND old_id = $2',
    [type, key],
  );
  return rows[0]?.new_id ?? key;
}
