import { readFileSync } from 'node:fs';
import type { Client } from 'pg';
import type { Logger } from 'pino';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import { type Actor, processActor } from '../platform/actor';
import { readNative } from './formats/native.format';
import type { NativeFile } from './formats/native-file';
import { type ImportReport, importNative } from './import-native';
import { nativeKeyOf } from './native/native-document';
import { dropDocument } from './persist/drop-document';
import { dropNativeFacts } from './persist/drop-facts';
import { inImport, withWriter } from './persist/import-lock';
import { recordChange } from './persist/record-change';
import { projectFile } from './project-file';

const FILES = ['schema/sample/meta-2024q4.json', 'schema/sample/meta-facts.json'];
const SOURCE = 'sample';

const readSample = (): string[] => FILES.map((file) => readFileSync(projectFile(file), 'utf8'));

/** Loads the sample that comes with Earshot. What is there already stays as it is. */
export async function loadSample(databaseUrl: string, log: Logger): Promise<ImportReport> {
  const report = await importNative(databaseUrl, readSample(), { source: SOURCE });
  log.info(report, 'the sample is loaded');
  return report;
}

/** How many rows went, by kind. */
export interface RemovalReport {
  readonly documents: number;
  readonly facts: number;
  readonly nodes: number;
}

/** Removes exactly what the sample brought. Companies, people, quarters and events stay where anything else refers to them. */
export function removeSample(databaseUrl: string, actor: Actor = processActor()): Promise<RemovalReport> {
  const files = readSample().map(readNative);
  return withWriter(databaseUrl, (client) =>
    inImport(client, async () => {
      const dropped: number[] = [];
      for (const { key } of files.flatMap((file) => file.documents ?? [])) {
        const { rows } = await client.query('SELECT id FROM document WHERE natural_key = $1 ORDER BY revision DESC', [
          nativeKeyOf(key),
        ]);
        for (const { id } of rows) await dropDocument(client, id);
        dropped.push(...rows.map(({ id }) => id));
      }
      const facts = await dropNativeFacts(client, SOURCE);
      const report = { documents: dropped.length, facts, nodes: await dropNodes(client, files) };
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

/** In order of dependence: what refers to others goes before them. */
async function dropNodes(client: Client, files: readonly NativeFile[]): Promise<number> {
  const people = files.flatMap((file) => (file.people ?? []).map(({ name }) => name));
  const companies = files.flatMap((file) => (file.companies ?? []).map(({ slug }) => slug));
  const firms = files.flatMap((file) => (file.firms ?? []).map(({ name }) => name));
  const ofCompanies = 'company_id IN (SELECT id FROM company WHERE slug = ANY ($1))';
  const ofPeople = 'person_id IN (SELECT id FROM person WHERE name = ANY ($1))';
  // An event with documents, and a person among the possible speakers of words, are in use without a foreign key that says so.
  const unusedEvent =
    'NOT EXISTS (SELECT FROM document_event d WHERE d.event_id = t.id) AND NOT EXISTS (SELECT FROM exchange x WHERE x.event_id = t.id)';
  const unusedPerson = 'utterance_count = 0 AND NOT EXISTS (SELECT FROM entity_mention m WHERE m.person_id = t.id)';
  const unusedCompany =
    'NOT EXISTS (SELECT FROM document_company d WHERE d.company_id = t.id) AND NOT EXISTS (SELECT FROM utterance u WHERE u.company_id = t.id OR t.id = ANY (u.about_company_ids))';
  let dropped = 0;
  dropped += await dropUnused(client, 'event', `${ofCompanies} AND ${unusedEvent}`, companies);
  dropped += await dropUnused(
    client,
    'executive',
    `${ofCompanies} AND ${ofPeople.replace('$1', '$2')}`,
    companies,
    people,
  );
  dropped += await dropUnused(client, 'analyst', ofPeople, people);
  dropped += await dropUnused(client, 'quarter', ofCompanies, companies);
  dropped += await dropUnused(client, 'firm', 'name = ANY ($1)', firms);
  dropped += await dropUnused(client, 'person', `name = ANY ($1) AND ${unusedPerson}`, people);
  dropped += await dropUnused(client, 'company', `slug = ANY ($1) AND ${unusedCompany}`, companies);
  return dropped;
}

/** Deletes the rows that nothing refers to; the foreign keys know. */
async function dropUnused(
  client: Client,
  table: string,
  where: string,
  ...names: (readonly string[])[]
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(`SELECT id FROM ${table} t WHERE ${where}`, names);
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
