import type { Client } from 'pg';
import type { Passage } from '../../domain/excerpt';
import { placeOf } from '../../domain/place';
import type { CountedTopic } from './branch-tally';
import { copyRows, takeIds } from './copy';
import {
  type DocumentRows,
  type ImportCounts,
  type NewTopicMention,
  type NewUtterance,
  noCounts,
} from './document-rows';
import { type EarlierUtterance, findingOf, matchWords, withCorrection } from './earlier-words';
import { mentionRows, TOPIC_MENTION_COLUMNS } from './mention-table';
import type { Tally } from './tally';
import { shownWords } from './text-access';
import { UTTERANCE_COLUMNS, utteranceRow } from './utterance-table';
import { insertRows } from './writer';

export interface WordsReport {
  /** Ids of the utterances, in order of their places. */
  readonly ids: readonly number[];
  readonly statements: ImportCounts;
  readonly analystComments: ImportCounts;
}

/** Where a document's words are to stand, and which part of them is given out. */
export interface WordsPlace {
  readonly documentId: number;
  readonly exchangeIds: readonly (number | null)[];
  readonly excerpt: readonly Passage[] | null;
}

/**
 * Writes a document's utterances. Of the revision that gives way those with the same words keep their ids and move over, the
 * others go: what links to words that still stand keeps standing.
 */
export async function writeUtterances(
  client: Client,
  rows: DocumentRows,
  { documentId, exchangeIds, excerpt }: WordsPlace,
  earlier: readonly EarlierUtterance[],
  tally: Tally,
): Promise<WordsReport> {
  const kept = matchWords(earlier, rows.utterances);
  const utterances = rows.utterances.map((utterance, i) => withCorrection(utterance, kept[i] ?? null));
  const fresh = await takeIds(client, 'utterance', kept.filter((match) => !match).length);
  let next = 0;
  const ids = kept.map((match) => match?.id ?? fresh[next++]!);
  const revisions = utterances.map((utterance, i) => revisionOf(utterance, kept[i] ?? null));
  const table = earlier.length > 0 ? 'arriving_utterance' : 'utterance';
  if (earlier.length > 0) {
    await client.query(
      `CREATE TEMP TABLE arriving_utterance ON COMMIT DROP AS SELECT ${UTTERANCE_COLUMNS.join(', ')} FROM utterance WITH NO DATA`,
    );
  }
  await copyRows(
    client,
    table,
    UTTERANCE_COLUMNS,
    utterances.map((utterance, i) =>
      utteranceRow(utterance, {
        id: ids[i]!,
        documentId,
        documentKind: rows.document.kind,
        exchangeId: exchangeIds[i] ?? null,
        position: i,
        revision: revisions[i]!,
        shown: shownWords(utterance.text, utterance.start, excerpt),
      }),
    ),
  );
  const report = { ids, statements: noCounts(), analystComments: noCounts() };
  for (const [i, utterance] of utterances.entries()) {
    tally.add({ ...utterance, topics: utterance.topics.map(countedTopic) });
    const counts = utterance.type === 'Statement' ? report.statements : report.analystComments;
    const match = kept[i];
    counts[!match ? 'created' : match.finding === findingOf(utterance) ? 'unchanged' : 'updated']++;
  }
  if (earlier.length > 0) await replaceEarlier(client, utterances, kept, earlier, tally);
  await copyRows(client, 'topic_mention', TOPIC_MENTION_COLUMNS, mentionsOf(utterances, ids, rows, documentId));
  return report;
}

function* mentionsOf(
  utterances: readonly NewUtterance[],
  ids: readonly number[],
  { document }: DocumentRows,
  documentId: number,
) {
  for (const [position, utterance] of utterances.entries()) {
    const place = placeOf(utterance.saidOn, document.kind, documentId);
    yield* mentionRows({ ...utterance, id: ids[position]!, place, position }, utterance.topics);
  }
}
const countedTopic = ({ topicId, spans }: NewTopicMention): CountedTopic => ({
  topicId,
  places: spans.map(({ start, end }) => `${start}:${end}`),
});

const hasOtherSpeaker = (utterance: NewUtterance, earlier: EarlierUtterance): boolean =>
  utterance.speakerId !== earlier.speakerId;

function revisionOf(utterance: NewUtterance, earlier: EarlierUtterance | null): number {
  return earlier ? earlier.revision + (hasOtherSpeaker(utterance, earlier) ? 1 : 0) : 1;
}

async function replaceEarlier(
  client: Client,
  utterances: readonly NewUtterance[],
  kept: readonly (EarlierUtterance | null)[],
  earlier: readonly EarlierUtterance[],
  tally: Tally,
): Promise<void> {
  for (const utterance of earlier) tally.remove(utterance);
  const reread = kept.flatMap((match, i) => (match && hasOtherSpeaker(utterances[i]!, match) ? [match] : []));
  await insertRows(
    client,
    'utterance_revision',
    reread.map((match) => ({
      utterance_id: match.id,
      revision: match.revision,
      speaker_id: match.speakerId,
      speaker_label: match.speakerLabel,
      changed_at: new Date(),
      reason: 'a new revision of the source names another speaker',
      method: match.method,
    })),
  );
  const stays = new Set(kept.flatMap((match) => (match ? [match.id] : [])));
  // First, so that those of moved words need not follow them: they are written anew.
  await client.query('DELETE FROM topic_mention WHERE utterance_id = ANY ($1)', [[...stays]]);
  const changed = kept.flatMap((match, i) => (match && match.finding !== findingOf(utterances[i]!) ? [match.id] : []));
  const columns = UTTERANCE_COLUMNS.filter((column) => column !== 'id');
  await client.query(
    `UPDATE utterance u SET (${columns.join(', ')}, updated_at) = (${columns.map((column) => `a.${column}`).join(', ')},
       CASE WHEN u.id = ANY ($1::bigint[]) THEN now() ELSE u.updated_at END)
     FROM arriving_utterance a WHERE a.id = u.id`,
    [changed],
  );
  await client.query('DELETE FROM utterance WHERE id = ANY ($1)', [
    earlier.filter(({ id }) => !stays.has(id)).map(({ id }) => id),
  ]);
  const all = UTTERANCE_COLUMNS.join(', ');
  await client.query(
    `INSERT INTO utterance (${all}) SELECT ${all} FROM arriving_utterance a WHERE NOT EXISTS (SELECT FROM utterance u WHERE u.id = a.id)`,
  );
  await client.query('DROP TABLE arriving_utterance');
}
