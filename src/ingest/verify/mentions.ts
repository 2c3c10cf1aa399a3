import { type Kept, statements } from './kept';

const COPIES = `u.speaker_id, u.place, u.position, (u.fiscal_year * 4 + u.fiscal_quarter - 1)::smallint AS fiscal_period,
  (u.calendar_year * 4 + u.calendar_quarter - 1)::smallint AS calendar_period, u.type = 'AnalystComment' AS is_comment, u.directness`;
const COLUMNS = 'speaker_id, place, position, fiscal_period, calendar_period, is_comment, directness';

/** Topics are said by the mentions at home; from them and the utterances everything else follows. */
const REAL = `
  SELECT h.utterance_id, h.topic_id, c.company_id, c.is_home, ${COPIES}, h.score, h.method
  FROM topic_mention h JOIN utterance u ON u.id = h.utterance_id CROSS JOIN LATERAL (
    SELECT u.company_id, true AS is_home UNION ALL
    SELECT DISTINCT a, false FROM unnest(u.about_company_ids) a WHERE u.type = 'AnalystComment' AND a IS DISTINCT FROM u.company_id
  ) c WHERE h.is_home`;

/** Of each mention what it copies; a comment's away rows are there for each company that it is about, and no others. */
export const MENTIONS: Kept = {
  name: 'mentions',
  differing: `
    SELECT 'utterance ' || coalesce(m.utterance_id, r.utterance_id) || ', topic ' || coalesce(m.topic_id, r.topic_id) AS subject,
      (m.company_id, m.is_home, m.speaker_id, m.place, m.position, m.fiscal_period, m.calendar_period, m.is_comment, m.directness)::text AS kept,
      (r.company_id, r.is_home, r.speaker_id, r.place, r.position, r.fiscal_period, r.calendar_period, r.is_comment, r.directness)::text AS real
    FROM topic_mention m FULL JOIN (${REAL}) r ON r.utterance_id = m.utterance_id AND r.topic_id = m.topic_id AND r.is_home = m.is_home
      AND (m.is_home OR r.company_id = m.company_id)
    WHERE (m.company_id, m.is_home, m.speaker_id, m.place, m.position, m.fiscal_period, m.calendar_period, m.is_comment, m.directness)
      IS DISTINCT FROM (r.company_id, r.is_home, r.speaker_id, r.place, r.position, r.fiscal_period, r.calendar_period, r.is_comment, r.directness)`,
  rebuild: statements(
    'DELETE FROM topic_mention WHERE NOT is_home',
    `UPDATE topic_mention m SET (company_id, ${COLUMNS}) = (SELECT u.company_id, ${COPIES} FROM utterance u WHERE u.id = m.utterance_id)`,
    `INSERT INTO topic_mention (utterance_id, topic_id, company_id, is_home, ${COLUMNS}, score, method, spans)
     SELECT utterance_id, topic_id, company_id, is_home, ${COLUMNS}, score, method, '{}' FROM (${REAL}) r WHERE NOT is_home`,
  ),
};

/** The ids of its topics that an utterance carries for filters, best score first. */
export const TOPIC_LISTS: Kept = {
  name: 'lists of topics',
  differing: `
    SELECT 'utterance ' || u.id AS subject, u.topic_ids::text AS kept, r.ids::text AS real
    FROM utterance u CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(m.topic_id ORDER BY m.score DESC, m.topic_id), '{}') AS ids FROM topic_mention m WHERE m.utterance_id = u.id AND m.is_home
    ) r WHERE NOT (u.topic_ids <@ r.ids AND cardinality(u.topic_ids) = cardinality(r.ids))`,
  rebuild: statements(
    `UPDATE utterance u SET topic_ids = r.ids FROM (
       SELECT u.id, coalesce(array_agg(m.topic_id ORDER BY m.score DESC, m.topic_id) FILTER (WHERE m.is_home), '{}') AS ids
       FROM utterance u LEFT JOIN topic_mention m ON m.utterance_id = u.id GROUP BY 1
     ) r WHERE r.id = u.id AND NOT (u.topic_ids <@ r.ids AND cardinality(u.topic_ids) = cardinality(r.ids))`,
  ),
};
