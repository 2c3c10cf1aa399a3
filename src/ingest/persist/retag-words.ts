import type { Client } from 'pg';
import { placesIn } from './branch-tally';
import { copyRows } from './copy';
import type { NewTopicMention } from './document-rows';
import { type MentioningWords, mentionRows, TOPIC_MENTION_COLUMNS } from './mention-table';
import { type Counted, Tally } from './tally';

/** A document whose words are tagged by an older version; its text is null where it has no words. */
export interface TaggedDocument {
  readonly id: number;
  readonly text: string | null;
  /** The company that its import took it to be about, as the document names it. */
  readonly about: string | null;
}

export interface TaggedWords extends Counted, MentioningWords {
  readonly start: number;
  readonly end: number;
  readonly exchangeId: number | null;
  readonly topicIds: readonly number[];
  /** In order of their topics. */
  readonly mentions: readonly StoredMention[];
}

interface StoredMention {
  readonly topicId: number;
  readonly score: number;
  readonly method: string;
  readonly spans: readonly number[];
}

/** Documents of a batch: few, and few characters unless one alone has more. */
const BATCH_DOCUMENTS = 50;
const BATCH_CHARACTERS = 2_000_000;

/** What a NATIVE file says of topics is its author's word; what was taken down has no words. */
const TAGGED = "format <> 'NATIVE' AND removed_at IS NULL";

export async function countOutdated(client: Client, version: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM document WHERE taxonomy_version IS DISTINCT FROM $1 AND ${TAGGED}`,
    [version],
  );
  return rows[0]!.n;
}

/** Lets every document count as tagged by no version at all. */
export async function forgetVersions(client: Client): Promise<void> {
  await client.query(`UPDATE document SET taxonomy_version = NULL WHERE taxonomy_version IS NOT NULL AND ${TAGGED}`);
}

/** The next documents behind `after`, by their ids, whose words another version has tagged. */
export async function readOutdated(client: Client, version: string, after: number): Promise<TaggedDocument[]> {
  const { rows } = await client.query<TaggedDocument>(
    `WITH next AS (
       SELECT id, length FROM document WHERE id > $2 AND taxonomy_version IS DISTINCT FROM $1 AND ${TAGGED} ORDER BY id LIMIT ${BATCH_DOCUMENTS}
     ), batch AS (
       SELECT id FROM (SELECT id, sum(length) OVER (ORDER BY id) - length AS before FROM next) n WHERE before < ${BATCH_CHARACTERS}
     )
     SELECT d.id, CASE WHEN EXISTS (SELECT FROM utterance u WHERE u.document_id = d.id) THEN d.text END AS text, d.topics_about AS about
     FROM batch JOIN document d USING (id) ORDER BY d.id`,
    [version, after],
  );
  return rows;
}

export async function readTagged(client: Client, documentId: number): Promise<TaggedWords[]> {
  const { rows } = await client.query(
    `SELECT u.id, u.type, u.company_id, u.speaker_id, u.quarter_id, u.fiscal_year, u.fiscal_quarter, u.calendar_year, u.calendar_quarter,
       u.span_start, u.span_end, u.exchange_id, u.topic_ids, u.about_company_ids, u.directness, u.place, u.position,
       coalesce((SELECT json_agg(json_build_object('topicId', m.topic_id, 'score', m.score, 'method', m.method, 'spans', m.spans) ORDER BY m.topic_id)
         FROM topic_mention m WHERE m.utterance_id = u.id AND m.is_home), '[]') AS mentions
     FROM utterance u WHERE u.document_id = $1 ORDER BY u.position`,
    [documentId],
  );
  return rows.map((row) => ({
    id: Number(row.id),
    start: row.span_start,
    end: row.span_end,
    exchangeId: row.exchange_id,
    topicIds: row.topic_ids,
    mentions: row.mentions,
    aboutIds: row.about_company_ids,
    directness: row.directness,
    place: Number(row.place),
    position: row.position,
    type: row.type,
    companyId: row.company_id,
    speakerId: row.speaker_id,
    quarter:
      row.quarter_id === null
        ? null
        : {
            id: row.quarter_id,
            company_id: row.company_id,
            fiscal_year: row.fiscal_year,
            fiscal_quarter: row.fiscal_quarter,
            calendar_year: row.calendar_year,
            calendar_quarter: row.calendar_quarter,
          },
    topics: (row.mentions as StoredMention[]).map(({ topicId, spans }) => ({ topicId, places: placesIn(spans) })),
  }));
}

/** New topics of stored words, best score first; `isChanged` where they are more than the mark of another version. */
export interface Retagged {
  readonly words: TaggedWords;
  readonly topics: readonly NewTopicMention[];
  readonly isChanged: boolean;
}

/** Puts new mentions in the place of the old ones; lists of ids, exchanges, counts and the rollup follow. */
export async function writeRetagged(client: Client, retagged: readonly Retagged[]): Promise<void> {
  await client.query('DELETE FROM topic_mention WHERE utterance_id = ANY ($1::bigint[])', [
    retagged.map(({ words }) => words.id),
  ]);
  await copyRows(
    client,
    'topic_mention',
    TOPIC_MENTION_COLUMNS,
    retagged.flatMap(({ words, topics }) => [...mentionRows(words, topics)]),
  );
  const changed = retagged.filter(({ isChanged }) => isChanged);
  const tally = new Tally();
  for (const { words, topics } of changed) {
    tally.remove(words);
    tally.add({
      ...words,
      topics: topics.map(({ topicId, spans }) => ({
        topicId,
        places: spans.map(({ start, end }) => `${start}:${end}`),
      })),
    });
  }
  await tally.write(client);
  await client.query(
    `UPDATE utterance u SET topic_ids = n.topic_ids::int[], updated_at = now()
     FROM unnest($1::bigint[], $2::text[]) n(id, topic_ids) WHERE u.id = n.id`,
    [
      changed.map(({ words }) => words.id),
      changed.map(({ topics }) => `{${topics.map(({ topicId }) => topicId).join(',')}}`),
    ],
  );
  await client.query(
    `UPDATE exchange x SET topic_ids = coalesce((SELECT array_agg(DISTINCT t.id) FROM utterance u CROSS JOIN LATERAL unnest(u.topic_ids) t(id)
       WHERE u.exchange_id = x.id), '{}') WHERE x.id = ANY ($1)`,
    [[...new Set(changed.flatMap(({ words }) => words.exchangeId ?? []))]],
  );
}

export async function markTagged(client: Client, documents: readonly number[], version: string): Promise<void> {
  await client.query('UPDATE document SET taxonomy_version = $2 WHERE id = ANY ($1)', [documents, version]);
}
