import type { Client } from 'pg';

/** What a document may have made beside its own rows. */
export type NodeTable =
  | 'event'
  | 'executive'
  | 'analyst'
  | 'quarter'
  | 'firm'
  | 'person'
  | 'company_symbol'
  | 'company_identifier'
  | 'company';

/**
 * In order of dependence, what refers to others before them: when a row `t` is in use although no foreign key says so. An office is
 * looked up by person, company and day, a quarter by company and days.
 */
export const UNUSED: readonly (readonly [table: NodeTable, unused: string])[] = [
  [
    'event',
    `NOT EXISTS (SELECT FROM document_event d WHERE d.event_id = t.id) AND NOT EXISTS (SELECT FROM exchange x WHERE x.event_id = t.id)`,
  ],
  [
    'executive',
    `NOT EXISTS (SELECT FROM utterance u WHERE u.speaker_id = t.person_id AND u.company_id = t.company_id)
     AND NOT EXISTS (SELECT FROM entity_mention m JOIN document_company d USING (document_id) WHERE m.person_id = t.person_id AND d.company_id = t.company_id)`,
  ],
  ['analyst', 'true'],
  ['quarter', 'NOT EXISTS (SELECT FROM fact f WHERE f.company_id = t.company_id AND f.period_end = t.end_date)'],
  ['firm', 'true'],
  ['person', 'utterance_count = 0 AND NOT EXISTS (SELECT FROM entity_mention m WHERE m.person_id = t.id)'],
  ['company_symbol', 'true'],
  ['company_identifier', 'true'],
  [
    'company',
    `NOT EXISTS (SELECT FROM document_company d WHERE d.company_id = t.id)
     AND NOT EXISTS (SELECT FROM utterance u WHERE u.company_id = t.id OR t.id = ANY (u.about_company_ids))`,
  ],
];

/** Deletes rows that nothing refers to; the foreign keys know what the condition does not. Returns how many went. */
export async function dropUnused(
  client: Client,
  table: NodeTable,
  ids: readonly number[],
  unused: string,
): Promise<number> {
  if (ids.length === 0) return 0;
  const { rows } = await client.query<{ id: number }>(
    `SELECT t.id FROM ${table} t WHERE t.id = ANY ($1) AND ${unused} ORDER BY t.id`,
    [ids],
  );
  let dropped = 0;
  for (const { id } of rows) {
    await client.query('SAVEPOINT row');
    try {
      await client.query(`DELETE FROM ${table} WHERE id = $1`, [id]);
      dropped++;
    } catch (error) {
      if ((error as { code?: string }).code !== '23503') throw error;
      await client.query('ROLLBACK TO SAVEPOINT row');
    }
    await client.query('RELEASE SAVEPOINT row');
  }
  return dropped;
}
