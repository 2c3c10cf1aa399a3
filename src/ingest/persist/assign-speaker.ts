import type { Client } from 'pg';
import { type EarlierUtterance, readUtterances, type SpeakerReading } from './earlier-words';
import { Tally } from './tally';
import { insertRows } from './writer';

export type SpeakerChange =
  | {
      readonly kind: 'ASSIGN';
      readonly utteranceId: number;
      readonly speaker: SpeakerReading;
      /** For readers of the revisions. */
      readonly reason: string;
    }
  | {
      /** Another source names somebody else: the reading stays, with less confidence, and the other beside it. */
      readonly kind: 'DISPUTE';
      readonly utteranceId: number;
      readonly alternativeId: number;
      readonly confidence: number;
    };

/**
 * Gives words to other speakers. Their ids stay, the old reading is kept as a revision, counts and exchanges follow; where the
 * part changes (an analyst's question that was taken for an answer), the concrete type does too.
 */
export async function assignSpeakers(client: Client, changes: readonly SpeakerChange[]): Promise<void> {
  const assigned = changes.filter((change) => change.kind === 'ASSIGN');
  const words = await readUtterances(
    client,
    assigned.map(({ utteranceId }) => utteranceId),
  );
  const byId = new Map(words.map((utterance) => [utterance.id, utterance]));
  const tally = new Tally();
  const known = assigned.flatMap((change) => {
    const before = byId.get(change.utteranceId);
    return before ? [{ ...change, before }] : [];
  });
  await writeAssigned(client, known);
  for (const { before, speaker } of known) {
    tally.remove(before);
    tally.add({ ...before, type: speaker.type, speakerId: speaker.speakerId });
  }
  await tally.write(client);
  await refreshExchanges(client, [...new Set(words.flatMap(({ exchangeId }) => exchangeId ?? []))]);
  await writeDisputes(
    client,
    changes.filter((change) => change.kind === 'DISPUTE'),
  );
}

/** One statement for the old readings and one for the new, however many words change hands. */
async function writeAssigned(
  client: Client,
  changes: readonly { readonly before: EarlierUtterance; readonly speaker: SpeakerReading; readonly reason: string }[],
): Promise<void> {
  if (changes.length === 0) return;
  await insertRows(
    client,
    'utterance_revision',
    changes.map(({ before, reason }) => ({
      utterance_id: before.id,
      revision: before.revision,
      speaker_id: before.speakerId,
      speaker_label: before.speakerLabel,
      changed_at: new Date(),
      reason,
      method: before.method,
    })),
  );
  await client.query(
    `UPDATE utterance u SET type = n.type, speaker_id = n.speaker_id, speaker_role = n.speaker_role, attribution_confidence = n.confidence,
       attribution_method = n.method, alternative_speaker_ids = n.alternatives, comment_kind = n.comment_kind, analyst_id = n.analyst_id,
       firm_id = n.firm_id, about_company_ids = n.about, revision = u.revision + 1, updated_at = now()
     FROM jsonb_to_recordset($1) n(id bigint, type text, speaker_id int, speaker_role text, confidence double precision, method text, alternatives int[],
       comment_kind text, analyst_id int, firm_id int, about int[]) WHERE u.id = n.id`,
    [
      JSON.stringify(
        changes.map(({ before, speaker }) => ({
          id: before.id,
          type: speaker.type,
          speaker_id: speaker.speakerId,
          speaker_role: speaker.speakerRole,
          confidence: speaker.confidence,
          method: speaker.method,
          alternatives: speaker.alternativeIds,
          comment_kind: speaker.commentKind,
          analyst_id: speaker.analystId,
          firm_id: speaker.firmId,
          about: speaker.aboutIds,
        })),
      ),
    ],
  );
}

async function writeDisputes(
  client: Client,
  disputes: readonly Extract<SpeakerChange, { readonly kind: 'DISPUTE' }>[],
): Promise<void> {
  if (disputes.length === 0) return;
  await client.query(
    `UPDATE utterance u SET attribution_confidence = least(u.attribution_confidence, d.confidence), updated_at = now(),
       alternative_speaker_ids = u.alternative_speaker_ids || d.other
     FROM unnest($1::bigint[], $2::int[], $3::float8[]) d(id, other, confidence)
     WHERE u.id = d.id AND d.other <> ALL (u.alternative_speaker_ids)`,
    [
      disputes.map(({ utteranceId }) => utteranceId),
      disputes.map(({ alternativeId }) => alternativeId),
      disputes.map(({ confidence }) => confidence),
    ],
  );
}

/** Who speaks in an exchange, who asks, and of what, as its words say now. */
export async function refreshExchanges(client: Client, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(
    `UPDATE exchange x SET
       speaker_ids = coalesce((SELECT array_agg(DISTINCT u.speaker_id) FROM utterance u WHERE u.exchange_id = x.id AND u.speaker_id IS NOT NULL), '{}'),
       topic_ids = coalesce((SELECT array_agg(DISTINCT t) FROM utterance u CROSS JOIN LATERAL unnest(u.topic_ids) t WHERE u.exchange_id = x.id), '{}'),
       analyst_id = (SELECT u.analyst_id FROM utterance u WHERE u.exchange_id = x.id AND u.analyst_id IS NOT NULL ORDER BY u.position LIMIT 1),
       firm_id = (SELECT u.firm_id FROM utterance u WHERE u.exchange_id = x.id AND u.firm_id IS NOT NULL ORDER BY u.position LIMIT 1)
     WHERE x.id = ANY ($1)`,
    [ids],
  );
}
