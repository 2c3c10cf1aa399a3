import type { Client } from 'pg';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import { type Actor, processActor } from '../platform/actor';
import { dropDocument } from './persist/drop-document';
import { dropNativeFacts } from './persist/drop-facts';
import { inImport, withWriter } from './persist/import-lock';
import { recordChange } from './persist/record-change';
import { SAMPLE, SAMPLE_TABLES, type SampleTable, sampleIds } from './persist/sample-book';
import { dropUnused, UNUSED } from './persist/unused-row';

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
      for (const [table, unused] of UNUSED) {
        if (isSampled(table)) nodes += await dropUnused(client, table, await sampleIds(client, table), unused);
      }
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

const isSampled = (table: string): table is SampleTable => (SAMPLE_TABLES as readonly string[]).includes(table);
