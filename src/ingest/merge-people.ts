import type { Client } from 'pg';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import { type Actor, processActor } from '../platform/actor';
import { EarshotError } from '../platform/errors';
import { inImport, withWriter } from './persist/import-lock';
import { findTwins, recordMerge, repoint, repointLists } from './persist/merge-rows';
import { recordChange } from './persist/record-change';

/**
 * Makes two stored people one. Everything of the first belongs to the second; its name becomes an alias, its id leads to the
 * second from then on.
 */
export function mergePeople(
  databaseUrl: string,
  oldId: number,
  newId: number,
  actor: Actor = processActor(),
): Promise<void> {
  return withWriter(databaseUrl, (client) =>
    inImport(client, async () => {
      await merge(client, oldId, newId);
      await recordChange(client, actor, {
        action: AuditAction.MERGE,
        subject: AuditSubject.PERSON,
        ids: [oldId, newId],
        summary: { old: oldId, kept: newId },
      });
    }),
  );
}

async function merge(client: Client, oldId: number, newId: number): Promise<void> {
  const { rows } = await client.query<{ id: number }>('SELECT id FROM person WHERE id = ANY ($1)', [[oldId, newId]]);
  if (oldId === newId || rows.length < 2)
    throw new EarshotError('BAD_USER_INPUT', `Two people are needed: ${oldId} and ${newId} are not.`);
  await mergeOffices(client, oldId, newId);
  await mergeAnalysts(client, oldId, newId);
  await repoint(
    client,
    [
      ['utterance', 'speaker_id'],
      ['utterance_revision', 'speaker_id'],
      ['entity_mention', 'person_id'],
      ['claim', 'asserted_by_id'],
    ],
    oldId,
    newId,
  );
  await repointLists(
    client,
    [
      ['utterance', 'alternative_speaker_ids'],
      ['exchange', 'speaker_ids'],
    ],
    oldId,
    newId,
  );
  // Nobody is an alternative to themselves.
  await client.query(
    'UPDATE utterance SET alternative_speaker_ids = array_remove(alternative_speaker_ids, $1) WHERE speaker_id = $1 AND alternative_speaker_ids @> ARRAY[$1::int]',
    [newId],
  );
  await client.query(
    `UPDATE person n SET utterance_count = n.utterance_count + o.utterance_count,
       aliases = (SELECT coalesce(array_agg(DISTINCT alias), '{}') FROM unnest(n.aliases || o.name || o.aliases) alias WHERE alias <> n.name)
     FROM person o WHERE o.id = $1 AND n.id = $2`,
    [oldId, newId],
  );
  await client.query('DELETE FROM person WHERE id = $1', [oldId]);
  await recordMerge(client, 'Person', oldId, newId);
}

/** Offices of the same text that overlap are one office, held for as long as either says. */
async function mergeOffices(client: Client, oldId: number, newId: number): Promise<void> {
  const same =
    "n.company_id = o.company_id AND lower(n.title) = lower(o.title) AND daterange(n.valid_from, n.valid_to, '[]') && daterange(o.valid_from, o.valid_to, '[]')";
  for (const { old, kept } of await findTwins(client, 'executive', 'person_id', same, oldId, newId)) {
    const { rows } = await client.query(
      'DELETE FROM executive WHERE id = $1 RETURNING valid_from::text, valid_to::text',
      [old],
    );
    // Days that one of them knows are better than none.
    await client.query(
      `UPDATE executive SET valid_from = coalesce(least(valid_from, $2::date), $2), valid_to = CASE WHEN valid_to IS NULL THEN $3 WHEN $3::date IS NULL THEN valid_to
         ELSE greatest(valid_to, $3::date) END WHERE id = $1`,
      [kept, rows[0].valid_from, rows[0].valid_to],
    );
    await recordMerge(client, 'Executive', old, kept);
  }
  await repoint(client, [['executive', 'person_id']], oldId, newId);
}

async function mergeAnalysts(client: Client, oldId: number, newId: number): Promise<void> {
  const same = 'n.firm_id IS NOT DISTINCT FROM o.firm_id';
  for (const { old, kept } of await findTwins(client, 'analyst', 'person_id', same, oldId, newId)) {
    await repoint(
      client,
      [
        ['utterance', 'analyst_id'],
        ['exchange', 'analyst_id'],
      ],
      old,
      kept,
    );
    await client.query('DELETE FROM analyst WHERE id = $1', [old]);
    await recordMerge(client, 'Analyst', old, kept);
  }
  await repoint(client, [['analyst', 'person_id']], oldId, newId);
}
