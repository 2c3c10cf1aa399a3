import { wordCountOf } from '../../domain/word-count';
import { type Kept, statements } from './kept';

const PLACE = `CASE WHEN u.said_on IS NULL THEN 0 ELSE least(greatest(u.said_on - DATE '1899-12-31', 1), 2097151) END * 4294967296
  + CASE WHEN u.document_kind IN ('NEWS_ARTICLE', 'NOTE') THEN 2147483648 ELSE 0 END + u.document_id`;

/** The order of speaking; see src/domain/place.ts. */
export const PLACES: Kept = {
  name: 'places',
  differing: `SELECT 'utterance ' || u.id AS subject, u.place::text AS kept, (${PLACE})::text AS real FROM utterance u WHERE u.place <> ${PLACE}`,
  // Written again, a generated column is made again.
  rebuild: statements(`UPDATE utterance u SET said_on = said_on WHERE u.place <> ${PLACE}`),
};

/** What utterances copy of their documents and quarters. */
export const COPIES: Kept = {
  name: 'kinds and quarters of utterances',
  differing: `
    SELECT 'utterance ' || u.id AS subject, (u.document_kind, u.fiscal_year, u.fiscal_quarter, u.calendar_year, u.calendar_quarter)::text AS kept,
      (d.kind, q.fiscal_year, q.fiscal_quarter, q.calendar_year, q.calendar_quarter)::text AS real
    FROM utterance u JOIN document d ON d.id = u.document_id LEFT JOIN quarter q ON q.id = u.quarter_id
    WHERE (u.document_kind, u.fiscal_year, u.fiscal_quarter, u.calendar_year, u.calendar_quarter)
      IS DISTINCT FROM (d.kind, q.fiscal_year, q.fiscal_quarter, q.calendar_year, q.calendar_quarter)`,
  rebuild: statements(
    `UPDATE utterance u SET document_kind = r.kind, fiscal_year = r.fiscal_year, fiscal_quarter = r.fiscal_quarter, calendar_year = r.calendar_year,
       calendar_quarter = r.calendar_quarter
     FROM (SELECT u.id, d.kind, q.fiscal_year, q.fiscal_quarter, q.calendar_year, q.calendar_quarter
       FROM utterance u JOIN document d ON d.id = u.document_id LEFT JOIN quarter q ON q.id = u.quarter_id) r
     WHERE r.id = u.id AND (u.document_kind, u.fiscal_year, u.fiscal_quarter, u.calendar_year, u.calendar_quarter)
       IS DISTINCT FROM (r.kind, r.fiscal_year, r.fiscal_quarter, r.calendar_year, r.calendar_quarter)`,
  ),
};

const WORDS = wordCountOf('coalesce(u.words, u.text)');

export const WORD_COUNTS: Kept = {
  name: 'counts of words',
  differing: `SELECT 'utterance ' || u.id AS subject, u.word_count::text AS kept, (${WORDS})::text AS real FROM utterance u WHERE u.word_count <> ${WORDS}`,
  rebuild: statements(`UPDATE utterance u SET word_count = ${WORDS} WHERE u.word_count <> ${WORDS}`),
};

const OF_EXCHANGE = `
  SELECT x.id, coalesce(array_agg(DISTINCT u.speaker_id) FILTER (WHERE u.speaker_id IS NOT NULL), '{}') AS speakers,
    coalesce((SELECT array_agg(DISTINCT t) FROM utterance w CROSS JOIN LATERAL unnest(w.topic_ids) t WHERE w.exchange_id = x.id), '{}') AS topics
  FROM exchange x LEFT JOIN utterance u ON u.exchange_id = x.id GROUP BY x.id`;
const DIFFERS = `NOT (x.speaker_ids <@ r.speakers AND x.speaker_ids @> r.speakers AND x.topic_ids <@ r.topics AND x.topic_ids @> r.topics)`;

/** Who speaks in an exchange, and of what. */
export const EXCHANGES: Kept = {
  name: 'exchanges',
  differing: `SELECT 'exchange ' || x.id AS subject, (x.speaker_ids, x.topic_ids)::text AS kept, (r.speakers, r.topics)::text AS real
    FROM exchange x JOIN (${OF_EXCHANGE}) r ON r.id = x.id WHERE ${DIFFERS}`,
  rebuild: statements(
    `UPDATE exchange x SET speaker_ids = r.speakers, topic_ids = r.topics FROM (${OF_EXCHANGE}) r WHERE r.id = x.id AND ${DIFFERS}`,
  ),
};
