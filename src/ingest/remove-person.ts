import type { Client } from 'pg';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import type { TextAccess } from '../domain/document.entity';
import { nameKey } from '../language/name/name-key';
import { personWords } from '../language/name/person-words';
import { type Actor, processActor } from '../platform/actor';
import { refreshExchanges } from './persist/assign-speaker';
import { blankDocument } from './persist/blank-document';
import { blankAll, blankNames, placesOf } from './persist/blank-words';
import { cutDocument } from './persist/cut-document';
import { readUtterances } from './persist/earlier-words';
import { inImport, withWriter } from './persist/import-lock';
import { recordChange } from './persist/record-change';
import { banNames } from './persist/removed-person';
import { Tally } from './persist/tally';

export interface PersonRemoval {
  readonly utterances: number;
  readonly claims: number;
  readonly mentions: number;
  /** Documents in whose texts words or names were blanked, earlier revisions included. */
  readonly documents: readonly number[];
  /** Names that somebody else bears too, by how many: those names are not kept out, since that would keep the others out. */
  readonly sharedNames: number;
}

export interface RemovalOptions {
  readonly reason: string;
  /** Does everything and keeps nothing. */
  readonly dryRun?: boolean;
  readonly actor?: Actor;
}

/** Takes a person out everywhere, and keeps their names out of what is imported later. Null where nobody is of that id. */
export function removePerson(
  databaseUrl: string,
  personId: number,
  { reason, dryRun = false, actor = processActor() }: RemovalOptions,
): Promise<PersonRemoval | null> {
  return withWriter(databaseUrl, (client) =>
    inImport(client, () => remove(client, personId, reason, actor), { keep: !dryRun }),
  );
}

async function remove(client: Client, id: number, reason: string, actor: Actor): Promise<PersonRemoval | null> {
  const { rows: people } = await client.query<{ name: string; aliases: string[] }>(
    'SELECT name, aliases FROM person WHERE id = $1',
    [id],
  );
  const person = people[0];
  if (!person) return null;
  const names = [person.name, ...person.aliases];
  const touched = await findDocuments(client, id, names);
  const spoken = await client.query<{ id: string }>('SELECT id FROM utterance WHERE speaker_id = $1', [id]);
  const ids = spoken.rows.map((row) => Number(row.id));
  for (const { documentId, isCurrent } of touched) {
    if (isCurrent) await blankDocument(client, documentId, id, names);
    else await blankRevision(client, documentId);
  }
  await blankEvents(client, names);
  const claims = await client.query('DELETE FROM claim WHERE asserted_by_id = $1 OR utterance_id = ANY ($2)', [
    id,
    ids,
  ]);
  const mentions = await client.query(
    "DELETE FROM entity_mention WHERE person_id = $1 OR (kind = 'PERSON' AND person_id IS NULL AND earshot_search_key(name, '{}') = ANY ($2))",
    [id, names.map(nameKey)],
  );
  await dropUtterances(client, ids);
  for (const { documentId, access, isCurrent } of touched) await cutDocument(client, documentId, access, isCurrent);
  await forget(client, id);
  const shared = await sharedNames(client, names);
  // Whoever asks may name them.
  const why = blankNames(reason, names);
  await banNames(
    client,
    id,
    names.filter((name) => !shared.has(name)),
    why,
  );
  const report = {
    utterances: ids.length,
    claims: claims.rowCount ?? 0,
    mentions: mentions.rowCount ?? 0,
    documents: touched.map(({ documentId }) => documentId),
    sharedNames: shared.size,
  };
  const [action, subject] = [AuditAction.REMOVE_PERSON, AuditSubject.PERSON];
  await recordChange(client, actor, { action, subject, ids: [id], summary: { reason: why, ...report } });
  return report;
}

interface Touched {
  readonly documentId: number;
  readonly isCurrent: boolean;
  readonly access: TextAccess;
}

/** Where they speak, are named or are told again, and where a text has one of their full names; with all revisions. */
async function findDocuments(client: Client, id: number, names: readonly string[]): Promise<Touched[]> {
  const full = names.filter((name) => /\s/.test(name.trim()));
  const { rows } = await client.query<Touched>(
    `WITH here AS (
       SELECT document_id AS id FROM utterance WHERE speaker_id = $1
       UNION SELECT document_id FROM entity_mention WHERE person_id = $1
       UNION SELECT document_id FROM claim WHERE asserted_by_id = $1
       UNION SELECT r.document_id FROM rendering r JOIN utterance u ON u.id = r.utterance_id WHERE u.speaker_id = $1
       UNION SELECT id FROM document WHERE text ~* ANY ($2) OR title ~* ANY ($2)
     )
     SELECT DISTINCT r.id AS "documentId", r.superseded_by_id IS NULL AS "isCurrent", r.text_access AS access FROM here JOIN document d ON d.id = here.id
     JOIN document r ON r.natural_key = d.natural_key WHERE r.removed_at IS NULL ORDER BY 1`,
    [id, full.map(patternOf)],
  );
  return rows;
}

/** For Postgres: the words of a name with any white space between them, which may be a line's end or one that does not break. */
const patternOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[[:space:]\u00a0\u2007\u202f]+');

/** `An evening with Ada Lindqvist`: nobody's words, and their name all the same. */
async function blankEvents(client: Client, names: readonly string[]): Promise<void> {
  const full = names.filter((name) => /\s/.test(name.trim()));
  const { rows } = await client.query<{ id: number; title: string }>(
    'SELECT id, title FROM event WHERE title ~* ANY ($1)',
    [full.map(patternOf)],
  );
  for (const { id, title } of rows) {
    if (placesOf(title, full).length > 0)
      await client.query('UPDATE event SET title = $2 WHERE id = $1', [id, blankNames(title, full)]);
  }
}

/** Nobody knows any more who spoke where in a revision that gave way, so all of its text goes. */
async function blankRevision(client: Client, documentId: number): Promise<void> {
  const { rows } = await client.query<{ text: string }>('SELECT text FROM document WHERE id = $1', [documentId]);
  await client.query(`UPDATE document SET text = $2, raw = NULL, title = 'Earlier revision' WHERE id = $1`, [
    documentId,
    blankAll(rows[0]?.text ?? ''),
  ]);
}

async function dropUtterances(client: Client, ids: readonly number[]): Promise<void> {
  const words = await readUtterances(client, ids);
  const tally = new Tally();
  for (const utterance of words) tally.remove(utterance);
  await tally.write(client);
  const exchanges = [...new Set(words.flatMap(({ exchangeId }) => exchangeId ?? []))];
  await client.query('DELETE FROM utterance WHERE id = ANY ($1::int8[])', [ids]);
  await refreshExchanges(client, exchanges);
  await client.query(
    'DELETE FROM exchange x WHERE x.id = ANY ($1) AND NOT EXISTS (SELECT FROM utterance u WHERE u.exchange_id = x.id)',
    [exchanges],
  );
}

/** Whatever else refers to them, and they themselves. */
async function forget(client: Client, id: number): Promise<void> {
  for (const [table, column] of [
    ['utterance', 'alternative_speaker_ids'],
    ['exchange', 'speaker_ids'],
  ] as const) {
    await client.query(
      `UPDATE ${table} SET ${column} = array_remove(${column}, $1) WHERE ${column} @> ARRAY[$1::int]`,
      [id],
    );
  }
  await client.query(
    "UPDATE utterance_revision SET speaker_id = NULL, speaker_label = '█', reason = NULL WHERE speaker_id = $1",
    [id],
  );
  for (const table of ['utterance', 'exchange']) {
    await client.query(
      `UPDATE ${table} SET analyst_id = NULL WHERE analyst_id IN (SELECT id FROM analyst WHERE person_id = $1)`,
      [id],
    );
  }
  await client.query(
    `DELETE FROM merged_node WHERE (type = 'Person' AND new_id = $1) OR (type = 'Analyst' AND new_id IN (SELECT id FROM analyst WHERE person_id = $1))
       OR (type = 'Executive' AND new_id IN (SELECT id FROM executive WHERE person_id = $1))`,
    [id],
  );
  for (const table of ['executive', 'analyst']) await client.query(`DELETE FROM ${table} WHERE person_id = $1`, [id]);
  await client.query('DELETE FROM person WHERE id = $1', [id]);
}

/** Those of the names that people who stay bear too, with or without titles. */
async function sharedNames(client: Client, names: readonly string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[], $2::text[], $3::text[]) n(name, key, plain)
     WHERE EXISTS (SELECT FROM person p WHERE string_to_array(p.search_key, E'\\n') && ARRAY[key, plain])`,
    [names, names.map(nameKey), names.map((name) => personWords(name).join(' '))],
  );
  return new Set(rows.map(({ name }) => name));
}
