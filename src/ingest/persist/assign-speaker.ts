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
  for (const { utteranceId, speaker, reason } of assigned) {
    const utterance = byId.get(utteranceId);
    if (!utterance) continue;
    await assign(client, utterance, speaker, reason);
    tally.remove(utterance);
    tally.add({ ...utterance, type: speaker.type, speakerId: speaker.speakerId });
  }
  await tally.write(client);
  await refreshExchanges(client, [...new Set(words.flatMap(({ exchangeId }) => exchangeId ?? []))]);
  for (const change of changes) {
    if (change.kind !== 'DISPUTE') continue;
    await client.query(
      `UPDATE utterance SET attribution_confidence = least(attribution_confidence, $2), updated_at = now(),
         alternative_speaker_ids = alternative_speaker_ids || $3::int WHERE id = $1 AND $3 <> ALL (alternative_speaker_ids)`,
      [change.utteranceId, change.confidence, change.alternativeId],
    );
  }
}

async function assign(
  client: Client,
  before: EarlierUtterance,
  speaker: SpeakerReading,
  reason: string,
): Promise<void> {
  await insertRows(client, 'utterance_revision', [
    {
      utterance_id: before.id,
      revision: before.revision,
      speaker_id: before.speakerId,
      speaker_label: before.speakerLabel,
      changed_at: new Date(),
      reason,
      method: before.method,
    },
  ]);
  await client.query(
    `UPDATE utterance SET type = $2, speaker_id = $3, speaker_role = $4, attribution_confidence = $5, attribution_method = $6,
       alternative_speaker_ids = $7, comment_kind = $8, analyst_id = $9, firm_id = $10, about_company_ids = $11,
       revision = revision + 1, updated_at = now() WHERE id = $1`,
    [
      before.id,
      speaker.type,
      speaker.speakerId,
      speaker.speakerRole,
      speaker.confidence,
      speaker.method,
      speaker.alternativeIds,
      speaker.commentKind,
      speaker.analystId,
      speaker.firmId,
      speaker.aboutIds,
    ],
  );
}

/** Who speaks in an exchange, and who asks, as its words say now. */
export async function refreshExchanges(client: Client, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(
    `UPDATE exchange x SET
       speaker_ids = coalesce((SELECT array_agg(DISTINCT u.speaker_id) FROM utterance u WHERE u.exchange_id = x.id AND u.speaker_id IS NOT NULL), '{}'),
       analyst_id = (SELECT u.analyst_id FROM utterance u WHERE u.exchange_id = x.id AND u.analyst_id IS NOT NULL ORDER BY u.position LIMIT 1),
       firm_id = (SELECT u.firm_id FROM utterance u WHERE u.exchange_id = x.id AND u.firm_id IS NOT NULL ORDER BY u.position LIMIT 1)
     WHERE x.id = ANY ($1)`,
    [ids],
  );
}
