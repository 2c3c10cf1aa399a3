import { Client } from 'pg';

async function ask<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export const queryRows = (url: string, sql: string, parameters: unknown[] = []) =>
  ask(url, async (client) => (await client.query(sql, parameters)).rows);

/** How many rows each table has that an import may write; tables without rows are left out. */
export function countRows(url: string): Promise<Record<string, number>> {
  return ask(url, async (client) => {
    const { rows } = await client.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
         AND relname NOT IN ('schema_migration', 'metric', 'topic', 'audit_entry') ORDER BY 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of rows) {
      const { n } = (await client.query(`SELECT count(*)::int AS n FROM ${name}`)).rows[0];
      if (n > 0) counts[name] = n;
    }
    return counts;
  });
}

/** Counts that nodes carry, held against the rows that they count. */
const COUNTS: readonly string[] = [
  `SELECT 'company', id::text, statement_count AS kept, (SELECT count(*) FROM utterance u WHERE u.company_id = c.id AND u.type = 'Statement') AS real FROM company c`,
  `SELECT 'person', id::text, utterance_count AS kept, (SELECT count(*) FROM utterance u WHERE u.speaker_id = p.id) AS real FROM person p`,
  `SELECT 'quarter', id::text, utterance_count AS kept, (SELECT count(*) FROM utterance u WHERE u.quarter_id = q.id) AS real FROM quarter q`,
  `SELECT 'topic', id::text, utterance_count AS kept, (SELECT count(*) FROM topic_mention m WHERE m.topic_id = t.id AND m.is_home) AS real FROM topic t`,
];

const ROLLUP = `
  SELECT coalesce(t.quarter_id, r.quarter_id) AS quarter, coalesce(t.topic_id, r.topic_id) AS topic, t.mentions, r.m, t.statements, r.s, t.comments, r.c
  FROM topic_count t FULL JOIN (
    SELECT u.quarter_id, m.topic_id, sum(cardinality(m.spans) / 2) AS m, count(*) FILTER (WHERE u.type = 'Statement') AS s,
      count(*) FILTER (WHERE u.type <> 'Statement') AS c
    FROM utterance u JOIN topic_mention m ON m.utterance_id = u.id AND m.is_home WHERE u.quarter_id IS NOT NULL GROUP BY 1, 2
  ) r USING (quarter_id, topic_id)
  WHERE (t.mentions, t.statements, t.comments) IS DISTINCT FROM (r.m, r.s, r.c)`;

/** Of a topic and all below it, by the tree as it is; an utterance about several of them once, and a place too. */
const BRANCHES = `
  WITH RECURSIVE line(id, top) AS (SELECT id, id FROM topic UNION ALL SELECT l.id, t.parent_id FROM line l JOIN topic t ON t.id = l.top WHERE t.parent_id IS NOT NULL),
  said AS (
    SELECT l.top, u.quarter_id, u.id, u.type, count(DISTINCT (s.a, s.b)) FILTER (WHERE s.a IS NOT NULL) AS places
    FROM utterance u JOIN topic_mention m ON m.utterance_id = u.id AND m.is_home JOIN line l ON l.id = m.topic_id
    LEFT JOIN LATERAL (SELECT * FROM unnest(m.spans) WITH ORDINALITY x(a, at)
      JOIN LATERAL (SELECT m.spans[x.at + 1] AS b) y ON true WHERE x.at % 2 = 1) s ON true
    WHERE u.quarter_id IS NOT NULL AND l.top IN (SELECT parent_id FROM topic) GROUP BY 1, 2, 3, 4
  ), real AS (
    SELECT top, quarter_id, sum(places) AS m, count(*) FILTER (WHERE type = 'Statement') AS s, count(*) FILTER (WHERE type <> 'Statement') AS c
    FROM said GROUP BY 1, 2
  )
  SELECT coalesce(t.topic_id, r.top) AS branch, coalesce(t.quarter_id, r.quarter_id) AS quarter, t.mentions, r.m, t.statements, r.s, t.comments, r.c
  FROM topic_branch_count t FULL JOIN real r ON r.top = t.topic_id AND r.quarter_id = t.quarter_id
  WHERE (t.mentions, t.statements, t.comments) IS DISTINCT FROM (r.m, r.s, r.c)`;

/** What mentions copy, held against their utterances: one home row for each topic, and one for each other company that a comment is about. */
const MENTIONS = `
  SELECT coalesce(m.id, w.id) AS utterance, to_jsonb(m) AS kept, to_jsonb(w) AS real FROM (
    SELECT utterance_id AS id, topic_id, company_id, is_home, speaker_id, place, position, fiscal_period::int, calendar_period::int, is_comment, directness FROM topic_mention
  ) m FULL JOIN (
    SELECT u.id, t AS topic_id, c.id AS company_id, c.is_home, u.speaker_id, u.place, u.position, u.fiscal_year * 4 + u.fiscal_quarter - 1 AS fiscal_period,
      u.calendar_year * 4 + u.calendar_quarter - 1 AS calendar_period, u.comment_kind IS NOT NULL AND u.type <> 'Statement' AS is_comment, u.directness
    FROM utterance u, unnest(u.topic_ids) t, LATERAL (SELECT u.company_id AS id, true AS is_home
      UNION ALL SELECT DISTINCT a, false FROM unnest(u.about_company_ids) a WHERE u.type = 'AnalystComment' AND a IS DISTINCT FROM u.company_id) c
  ) w ON w.id = m.id AND w.topic_id = m.topic_id AND w.company_id IS NOT DISTINCT FROM m.company_id WHERE m IS DISTINCT FROM w`;

/** Days since the last of 1899, 0 without one; articles and notes behind what they retell; the document. */
const PLACES = `
  SELECT u.id, u.place, u.said_on FROM utterance u WHERE place <> coalesce(u.said_on - DATE '1899-12-31', 0) * 4294967296
    + CASE WHEN u.document_kind IN ('NEWS_ARTICLE', 'NOTE') THEN 2147483648 ELSE 0 END + u.document_id`;

const WORDS = `
  SELECT id, word_count, coalesce(words, text) AS words FROM utterance
  WHERE word_count <> cardinality(array_remove(string_to_array(translate(coalesce(words, text), E'\\t\\n\\r\\f\\v', '     '), ' '), ''))`;

/** Of each lexeme, the rows that have it; what an import that was broken off has not added up counts as well. */
const LEXEMES = `
  WITH c AS (
    SELECT lexeme, sum(statements) AS statements, sum(comments) AS comments FROM (
      SELECT * FROM lexeme_count UNION ALL SELECT unnest(lexemes), unnest(statements), unnest(comments) FROM lexeme_delta
    ) x GROUP BY 1
  )
  SELECT lexeme, to_jsonb(c) AS kept, to_jsonb(r) AS real FROM c FULL JOIN (
    SELECT l AS lexeme, count(*) FILTER (WHERE type = 'Statement')::int AS s, count(*) FILTER (WHERE type = 'AnalystComment')::int AS c
    FROM utterance, unnest(tsvector_to_array(lexemes)) l GROUP BY 1
  ) r USING (lexeme) WHERE (c.statements, c.comments) IS DISTINCT FROM (r.s, r.c)`;

/** Who speaks in an exchange, and of what. */
const EXCHANGES = `
  SELECT x.id AS exchange, to_jsonb(x) AS kept, s.speakers, s.topics FROM exchange x, LATERAL (
    SELECT ARRAY(SELECT DISTINCT speaker_id FROM utterance WHERE exchange_id = x.id AND speaker_id IS NOT NULL ORDER BY 1) AS speakers,
      ARRAY(SELECT DISTINCT unnest(topic_ids) FROM utterance WHERE exchange_id = x.id ORDER BY 1) AS topics
  ) s WHERE ARRAY(SELECT unnest(x.speaker_ids) ORDER BY 1) <> s.speakers OR ARRAY(SELECT unnest(x.topic_ids) ORDER BY 1) <> s.topics`;

/** What utterances copy of their documents and of their quarters. */
const COPIES = `
  SELECT u.id AS utterance, to_jsonb(d) ->> 'kind' AS document, to_jsonb(q) AS quarter FROM utterance u JOIN document d ON d.id = u.document_id
  LEFT JOIN quarter q ON q.id = u.quarter_id
  WHERE concat_ws(' ', u.document_kind, u.fiscal_year, u.fiscal_quarter, u.calendar_year, u.calendar_quarter)
    <> concat_ws(' ', d.kind, q.fiscal_year, q.fiscal_quarter, q.calendar_year, q.calendar_quarter) OR q.company_id <> u.company_id`;

/** What the writer keeps beside the words, and what differs from them. */
export async function findUntrueCounts(url: string): Promise<unknown[]> {
  const found = COUNTS.map((counts) => queryRows(url, `SELECT * FROM (${counts}) x WHERE kept <> real`));
  const others = [ROLLUP, BRANCHES, MENTIONS, PLACES, WORDS, LEXEMES, EXCHANGES, COPIES].map((sql) =>
    queryRows(url, sql),
  );
  return (await Promise.all([...found, ...others])).flat();
}

export async function expectTrueCounts(url: string): Promise<void> {
  expect(await findUntrueCounts(url)).toEqual([]);
}
