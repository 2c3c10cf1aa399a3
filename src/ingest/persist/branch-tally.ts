import type { Client } from 'pg';

/** A topic of an utterance, with the places where it is named: `start:end` of each, by which those of several topics are told apart. */
export interface CountedTopic {
  readonly topicId: number;
  readonly places: readonly string[];
}

/** Of spans that are starts and ends in turn, as they are stored. */
export const placesIn = (spans: readonly number[]): string[] =>
  spans.flatMap((start, i) => (i % 2 === 0 ? [`${start}:${spans[i + 1]}`] : []));

/** What one utterance adds to its quarter (`n` 1), or takes from it (-1). */
export interface BranchShift {
  readonly quarterId: number;
  readonly isStatement: boolean;
  readonly topics: readonly CountedTopic[];
  readonly n: 1 | -1;
}

interface Delta {
  readonly topicId: number;
  readonly quarterId: number;
  mentions: number;
  statements: number;
  comments: number;
}

/** Rows that are there are shifted; only what is new is inserted, since a difference below zero is no row. */
const SHIFT = `
  WITH given AS (
    SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[]) d(topic_id, quarter_id, m, s, c)
  ), shifted AS (
    UPDATE topic_branch_count t SET mentions = t.mentions + d.m, statements = t.statements + d.s, comments = t.comments + d.c
    FROM given d WHERE t.topic_id = d.topic_id AND t.quarter_id = d.quarter_id RETURNING t.topic_id, t.quarter_id
  )
  INSERT INTO topic_branch_count (topic_id, quarter_id, mentions, statements, comments)
  SELECT topic_id, quarter_id, m, s, c FROM given d
  WHERE NOT EXISTS (SELECT FROM shifted s WHERE s.topic_id = d.topic_id AND s.quarter_id = d.quarter_id)`;

/** What the branches are spoken of, by the mentions themselves: rows of `topic_branch_count`. */
export const BRANCH_COUNTS = `
    WITH RECURSIVE branch(top, topic_id) AS (
      SELECT p.id, p.id FROM topic p WHERE EXISTS (SELECT FROM topic c WHERE c.parent_id = p.id)
      UNION SELECT b.top, c.id FROM branch b JOIN topic c ON c.parent_id = b.topic_id
    ),
    place AS (
      SELECT DISTINCT b.top, u.quarter_id, u.id, u.type, s.first, s.behind
      FROM branch b JOIN topic_mention m ON m.topic_id = b.topic_id AND m.is_home JOIN utterance u ON u.id = m.utterance_id
      LEFT JOIN LATERAL (SELECT m.spans[i] AS first, m.spans[i + 1] AS behind FROM generate_series(1, cardinality(m.spans), 2) i) s ON true
      WHERE u.quarter_id IS NOT NULL
    ), said AS (
      SELECT top, quarter_id, id, type, count(first) AS places FROM place GROUP BY 1, 2, 3, 4
    )
    SELECT top AS topic_id, quarter_id, sum(places)::int AS mentions, (count(*) FILTER (WHERE type = 'Statement'))::int AS statements,
      (count(*) FILTER (WHERE type <> 'Statement'))::int AS comments
    FROM said GROUP BY 1, 2`;

/** Counts all branches anew: after the tree of topics has changed. It looks at every mention, which takes some seconds for a million. */
export async function countBranches(client: Client): Promise<void> {
  await client.query('DELETE FROM topic_branch_count');
  await client.query(
    `INSERT INTO topic_branch_count (topic_id, quarter_id, mentions, statements, comments) ${BRANCH_COUNTS}`,
  );
}

/** Shifts the counts of all branches that the utterances belong to. Within the transaction that writes them. */
export async function shiftBranches(client: Client, shifts: readonly BranchShift[]): Promise<void> {
  if (shifts.length === 0) return;
  const deltas = sumUp(shifts, await readTree(client)).filter(
    (d) => d.mentions !== 0 || d.statements !== 0 || d.comments !== 0,
  );
  if (deltas.length === 0) return;
  const column = (pick: (delta: Delta) => number) => deltas.map(pick);
  await client.query({
    name: 'earshot_branch_tally',
    text: SHIFT,
    values: [
      column((d) => d.topicId),
      column((d) => d.quarterId),
      column((d) => d.mentions),
      column((d) => d.statements),
      column((d) => d.comments),
    ],
  });
  if (!deltas.some((d) => d.statements < 0 || d.comments < 0)) return;
  await client.query(
    'DELETE FROM topic_branch_count WHERE quarter_id = ANY ($1) AND statements = 0 AND comments = 0 AND mentions = 0',
    [column((d) => d.quarterId)],
  );
}

/** By each topic: those at or above it that have others below them. */
type Tree = ReadonlyMap<number, readonly number[]>;

async function readTree(client: Client): Promise<Tree> {
  const { rows } = await client.query<{ id: number; parent_id: number | null }>('SELECT id, parent_id FROM topic');
  const parentOf = new Map(rows.map(({ id, parent_id: parent }) => [id, parent]));
  const parents = new Set(parentOf.values());
  return new Map(
    rows.map(({ id }) => {
      const line = new Set<number>();
      for (let at: number | null = id; at !== null && !line.has(at); at = parentOf.get(at) ?? null) line.add(at);
      return [id, [...line].filter((topic) => parents.has(topic))];
    }),
  );
}

function sumUp(shifts: readonly BranchShift[], tree: Tree): Delta[] {
  const deltas = new Map<string, Delta>();
  for (const { quarterId, isStatement, topics, n } of shifts) {
    const placesOf = new Map<number, Set<string>>();
    for (const { topicId, places } of topics) {
      for (const top of tree.get(topicId) ?? []) placesOf.set(top, new Set([...(placesOf.get(top) ?? []), ...places]));
    }
    for (const [topicId, { size: mentions }] of placesOf) {
      const key = `${topicId} ${quarterId}`;
      const delta = deltas.get(key) ?? { topicId, quarterId, mentions: 0, statements: 0, comments: 0 };
      delta.mentions += n * mentions;
      if (isStatement) delta.statements += n;
      else delta.comments += n;
      deltas.set(key, delta);
    }
  }
  return [...deltas.values()];
}
