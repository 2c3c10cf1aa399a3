import type { Client } from 'pg';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import { type Actor, processActor } from '../platform/actor';
import { dropDocument } from './persist/drop-document';
import { dropNativeFacts } from './persist/drop-facts';
import { inImport, withWriter } from './persist/import-lock';
import { recordChange } from './persist/record-change';
import { SAMPLE, type SampleTable, sampleIds } from './persist/sample-book';

/** How many rows went, by kind. */
export interface RemovalReport {
  readonly documents: number;
  readonly facts: number;
  readonly nodes: number;
}

/** Removes exactly what the sample brought. Companies, people, offices, quarters and events stay where anything else needs them. */
export function removeSample(databaseUrl: string, actor: Actor = processActor()): Promise<RemovalReport> {
  return withWriter(databaseUrl, (client) =>
    inImport(client, async () => {
      const documents = await sampleIds(client, 'document');
      const dropped: number[] = [];
      for (const id of documents) if (await isStored(client, id)) dropped.push(id);
      for (const id of dropped) await dropDocument(client, id);
      const facts = await dropNativeFacts(client, SAMPLE);
      let nodes = 0;
      for (const [table, unused] of UNUSED) nodes += await dropUnused(client, table, unused);
      await client.query('DELETE FROM sample_row');
      const report = { documents: dropped.length, facts, nodes };
      if (Object.values(report).some((gone) => gone > 0)) {
        await recordChange(client, actor, {
          action: AuditAction.REMOVE,
          subject: AuditSubject.DOCUMENT,
          ids: dropped,
          summary: { reason: 'sample remove', ...report },
        });
      }
      return report;
    }),
  );
}

/** Whether it is still there with its words: of what was taken down a row stays, which keeps it out. */
async function isStored(client: Client, documentId: number): Promise<boolean> {
  const { rows } = await client.query('SELECT FROM document WHERE id = $1 AND removed_at IS NULL', [documentId]);
  return rows.length > 0;
}

/**
 * In order of dependence, what refers to others before them: when a row is in use although no foreign key says so. An office is
 * looked up by person, company and day, a quarter by company and days.
 */
const UNUSED: readonly (readonly [table: SampleTable, unused: string])[] = [
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
  [
    'company',
    `NOT EXISTS (SELECT FROM document_company d WHERE d.company_id = t.id)
     AND NOT EXISTS (SELECT FROM utterance u WHERE u.company_id = t.id OR t.id = ANY (u.about_company_ids))`,
  ],
];

/** Deletes the rows that the sample brought and nothing refers to; the foreign keys know the rest. */
async function dropUnused(client: Client, table: SampleTable, unused: string): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT t.id FROM ${table} t JOIN sample_row s ON s.kind = '${table}' AND s.id = t.id WHERE ${unused}`,
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
