import type { Client } from 'pg';
import type { Passage } from '../../domain/excerpt';
import { placeOf } from '../../domain/place';
import type { CountedTopic } from './branch-tally';
import { type Copied, type CopyValue, copyRows, copyTables, takeIds } from './copy';
import { COUNTED_HERE, countLexemes } from './count-lexemes';
import {
  type DocumentRows,
  type ImportCounts,
  type NewTopicMention,
  type NewUtterance,
  noCounts,
} from './document-rows';
import { type EarlierUtterance, findingOf, matchWords, withCorrection } from './earlier-words';
import { makeLexemes } from './lexemes';
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
  const shown = utterances.map(({ text, start }) => shownWords(text, start, excerpt));
  let next = 0;
  const ids = kept.map((match) => match?.id ?? fresh[next++]!);
  const revisions = utterances.map((utterance, i) => revisionOf(utterance, kept[i] ?? null));
  const row = (i: number) =>
    utteranceRow(utterances[i]!, {
      id: ids[i]!,
      documentId,
      documentKind: rows.document.kind,
      exchangeId: exchangeIds[i] ?? null,
      position: i,
      revision: revisions[i]!,
      shown: shown[i]!,
    });
  const mentions: Copied = {
    table: 'topic_mention',
    columns: TOPIC_MENTION_COLUMNS,
    rows: mentionsOf(utterances, ids, rows, documentId),
  };
  if (earlier.length > 0) await copyArriving(client, utterances, row);
  else await copyNew(client, utterances, shown, row, mentions);
  const report = { ids, statements: noCounts(), analystComments: noCounts() };
  for (const [i, utterance] of utterances.entries()) {
    tally.add({ ...utterance, topics: utterance.topics.map(countedTopic) });
    const counts = utterance.type === 'Statement' ? report.statements : report.analystComments;
    const match = kept[i];
    counts[!match ? 'created' : match.finding === findingOf(utterance) ? 'unchanged' : 'updated']++;
  }
  if (earlier.length === 0) return report;
  await replaceEarlier(client, utterances, kept, earlier, tally);
  await copyTables(client, [mentions]);
  return report;
}

type RowOf = (place: number) => CopyValue[];

/** With their lexemes, which the database would make and count one by one; and their mentions behind them. */
async function copyNew(
  client: Client,
  utterances: readonly NewUtterance[],
  shown: readonly ReturnType<typeof shownWords>[],
  row: RowOf,
  mentions: Copied,
): Promise<void> {
  const lexemes = await makeLexemes(
    client,
    utterances.map(({ type, companyId, quarter }, i) => ({ type, companyId, quarter, text: shown[i]!.text })),
  );
  function* rows(): Generator<CopyValue[]> {
    for (const i of utterances.keys()) {
      const values = row(i);
      values.push(lexemes.vector(i));
      yield values;
    }
  }
  const columns = [...UTTERANCE_COLUMNS, 'lexemes'];
  await copyTables(client, [{ table: 'utterance', columns, rows: rows(), setting: COUNTED_HERE }, mentions]);
  await countLexemes(client, lexemes.counts());
}

/** Beside those of the earlier revision, which they are going to replace. */
async function copyArriving(client: Client, utterances: readonly NewUtterance[], row: RowOf): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE arriving_utterance ON COMMIT DROP AS SELECT ${UTTERANCE_COLUMNS.join(', ')} FROM utterance WITH NO DATA`,
  );
  await copyRows(
    client,
    'arriving_utterance',
    UTTERANCE_COLUMNS,
    utterances.map((_, i) => row(i)),
  );
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
