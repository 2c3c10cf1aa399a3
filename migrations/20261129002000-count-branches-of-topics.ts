import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE topic_branch_count (
    topic_id int NOT NULL REFERENCES topic,
    quarter_id int NOT NULL REFERENCES quarter ON DELETE CASCADE,
    mentions int NOT NULL,
    statements int NOT NULL CHECK (statements >= 0),
    comments int NOT NULL CHECK (comments >= 0),
    PRIMARY KEY (topic_id, quarter_id)
  )`,
  'CREATE INDEX topic_branch_count_quarter_idx ON topic_branch_count (quarter_id)',
  // What is stored already is counted once; from here on the writer keeps it true.
  `WITH RECURSIVE branch(top, topic_id) AS (
    SELECT p.id, p.id FROM topic p WHERE EXISTS (SELECT FROM topic c WHERE c.parent_id = p.id)
    UNION SELECT b.top, c.id FROM branch b JOIN topic c ON c.parent_id = b.topic_id
  ),
  place AS (
    SELECT DISTINCT b.top, u.quarter_id, u.id, u.type, s.first, s.behind
    FROM branch b JOIN topic_mention m ON m.topic_id = b.topic_id JOIN utterance u ON u.id = m.utterance_id
    LEFT JOIN LATERAL (SELECT m.spans[i] AS first, m.spans[i + 1] AS behind FROM generate_series(1, cardinality(m.spans), 2) i) s ON true
    WHERE u.quarter_id IS NOT NULL
  ), said AS (
    SELECT top, quarter_id, id, type, count(first) AS places FROM place GROUP BY 1, 2, 3, 4
  )
  INSERT INTO topic_branch_count (topic_id, quarter_id, mentions, statements, comments)
  SELECT top, quarter_id, sum(places), count(*) FILTER (WHERE type = 'Statement'), count(*) FILTER (WHERE type <> 'Statement')
  FROM said GROUP BY 1, 2`,
  'CREATE TEMP TABLE counted ON COMMIT DROP AS SELECT quarter_id AS id, count(*)::int AS n FROM utterance WHERE quarter_id IS NOT NULL GROUP BY 1',
  // Readers of quarters wait from here on, so that all counting comes before.
  'ALTER TABLE quarter ADD COLUMN utterance_count int NOT NULL DEFAULT 0',
  'UPDATE quarter q SET utterance_count = c.n FROM counted c WHERE c.id = q.id',
];

const DOWN = ['ALTER TABLE quarter DROP COLUMN utterance_count', 'DROP TABLE topic_branch_count'];

/** What trends need: how much is said in a quarter, and how much of it about a topic and what lies below it. */
export class CountBranchesOfTopics20261129002000 implements MigrationInterface {
  name = 'CountBranchesOfTopics20261129002000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
