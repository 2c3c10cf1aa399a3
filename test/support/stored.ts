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
  `SELECT 'topic', id::text, utterance_count AS kept, (SELECT count(*) FROM topic_mention m WHERE m.topic_id = t.id) AS real FROM topic t`,
];

const ROLLUP = `
  SELECT coalesce(t.quarter_id, r.quarter_id) AS quarter, coalesce(t.topic_id, r.topic_id) AS topic, t.mentions, r.m, t.statements, r.s, t.comments, r.c
  FROM topic_count t FULL JOIN (
    SELECT u.quarter_id, m.topic_id, sum(cardinality(m.spans) / 2) AS m, count(*) FILTER (WHERE u.type = 'Statement') AS s,
      count(*) FILTER (WHERE u.type <> 'Statement') AS c
    FROM utterance u JOIN topic_mention m ON m.utterance_id = u.id WHERE u.quarter_id IS NOT NULL GROUP BY 1, 2
  ) r USING (quarter_id, topic_id)
  WHERE (t.mentions, t.statements, t.comments) IS DISTINCT FROM (r.m, r.s, r.c)`;

/** Of a topic and all below it, by the tree as it is; an utterance about several of them once. */
const BRANCHES = `
  WITH RECURSIVE line(id, top) AS (SELECT id, id FROM topic UNION ALL SELECT l.id, t.parent_id FROM line l JOIN topic t ON t.id = l.top WHERE t.parent_id IS NOT NULL),
  said AS (
    SELECT l.top, u.quarter_id, u.id, u.type, sum(cardinality(m.spans) / 2) AS places
    FROM utterance u JOIN topic_mention m ON m.utterance_id = u.id JOIN line l ON l.id = m.topic_id
    WHERE u.quarter_id IS NOT NULL AND l.top IN (SELECT parent_id FROM topic) GROUP BY 1, 2, 3, 4
  ), real AS (
    SELECT top, quarter_id, sum(places) AS m, count(*) FILTER (WHERE type = 'Statement') AS s, count(*) FILTER (WHERE type <> 'Statement') AS c
    FROM said GROUP BY 1, 2
  )
  SELECT coalesce(t.topic_id, r.top) AS branch, coalesce(t.quarter_id, r.quarter_id) AS quarter, t.mentions, r.m, t.statements, r.s, t.comments, r.c
  FROM topic_branch_count t FULL JOIN real r ON r.top = t.topic_id AND r.quarter_id = t.quarter_id
  WHERE (t.mentions, t.statements, t.comments) IS DISTINCT FROM (r.m, r.s, r.c)`;

/** Counts that the writer keeps and that differ from what they count. */
export async function findUntrueCounts(url: string): Promise<unknown[]> {
  const found = COUNTS.map((counts) => queryRows(url, `SELECT * FROM (${counts}) x WHERE kept <> real`));
  return (await Promise.all([...found, queryRows(url, ROLLUP), queryRows(url, BRANCHES)])).flat();
}

export async function expectTrueCounts(url: string): Promise<void> {
  expect(await findUntrueCounts(url)).toEqual([]);
}
