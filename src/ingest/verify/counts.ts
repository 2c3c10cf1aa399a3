import { BRANCH_COUNTS, countBranches } from '../persist/branch-tally';
import { type Kept, statements } from './kept';

/** A count that a node carries: of rows that name it. */
function carried(table: string, column: string, counted: string): Kept {
  const real = `SELECT n.id, count(c.id)::int AS n FROM ${table} n LEFT JOIN (${counted}) c(id) ON c.id = n.id GROUP BY 1`;
  return {
    name: `${column.replace('_count', 's')} of each ${table}`,
    differing: `SELECT '${table} ' || n.id AS subject, n.${column}::text AS kept, r.n::text AS real FROM ${table} n JOIN (${real}) r ON r.id = n.id WHERE n.${column} <> r.n`,
    rebuild: statements(
      `UPDATE ${table} n SET ${column} = r.n FROM (${real}) r WHERE r.id = n.id AND n.${column} <> r.n`,
    ),
  };
}

export const CARRIED: readonly Kept[] = [
  carried('company', 'statement_count', "SELECT company_id FROM utterance WHERE type = 'Statement'"),
  carried('person', 'utterance_count', 'SELECT speaker_id FROM utterance'),
  carried('quarter', 'utterance_count', 'SELECT quarter_id FROM utterance'),
  carried('topic', 'utterance_count', 'SELECT topic_id FROM topic_mention WHERE is_home'),
];

const COUNTED = `sum(cardinality(m.spans) / 2)::int AS mentions, (count(DISTINCT u.id) FILTER (WHERE u.type = 'Statement'))::int AS statements,
  (count(DISTINCT u.id) FILTER (WHERE u.type <> 'Statement'))::int AS comments`;

const BY_QUARTER = `
  SELECT u.quarter_id, m.topic_id, ${COUNTED} FROM utterance u JOIN topic_mention m ON m.utterance_id = u.id AND m.is_home
  WHERE u.quarter_id IS NOT NULL GROUP BY 1, 2`;

const rollup = (name: string, table: string, real: string, rebuild: Kept['rebuild']): Kept => ({
  name,
  differing: `
    SELECT 'quarter ' || coalesce(t.quarter_id, r.quarter_id) || ', topic ' || coalesce(t.topic_id, r.topic_id) AS subject,
      (t.mentions, t.statements, t.comments)::text AS kept, (r.mentions, r.statements, r.comments)::text AS real
    FROM ${table} t FULL JOIN (${real}) r ON r.quarter_id = t.quarter_id AND r.topic_id = t.topic_id
    WHERE (t.mentions, t.statements, t.comments) IS DISTINCT FROM (r.mentions, r.statements, r.comments)`,
  rebuild,
});

export const ROLLUPS: readonly Kept[] = [
  rollup(
    'topics by quarter',
    'topic_count',
    BY_QUARTER,
    statements(
      'DELETE FROM topic_count',
      `INSERT INTO topic_count (quarter_id, topic_id, company_id, fiscal_year, fiscal_quarter, calendar_year, calendar_quarter, mentions, statements, comments)
       SELECT q.id, r.topic_id, q.company_id, q.fiscal_year, q.fiscal_quarter, q.calendar_year, q.calendar_quarter, r.mentions, r.statements, r.comments
       FROM (${BY_QUARTER}) r JOIN quarter q ON q.id = r.quarter_id`,
    ),
  ),
  rollup('topics and those below them by quarter', 'topic_branch_count', BRANCH_COUNTS, countBranches),
];
