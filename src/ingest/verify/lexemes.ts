import { type Kept, statements } from './kept';

const REAL = `
  SELECT lexeme, count(*) FILTER (WHERE type = 'Statement')::int AS statements, count(*) FILTER (WHERE type <> 'Statement')::int AS comments
  FROM utterance CROSS JOIN LATERAL unnest(tsvector_to_array(lexemes)) lexeme GROUP BY 1`;

/** In how many utterances each word stands, which decides the way of a search. Triggers keep it. */
export const LEXEMES: Kept = {
  name: 'frequencies of words',
  differing: `
    SELECT 'word ' || coalesce(c.lexeme, r.lexeme) AS subject, (c.statements, c.comments)::text AS kept, (r.statements, r.comments)::text AS real
    FROM lexeme_count c FULL JOIN (${REAL}) r ON r.lexeme = c.lexeme
    WHERE (c.statements, c.comments) IS DISTINCT FROM (r.statements, r.comments)`,
  rebuild: statements(
    'DELETE FROM lexeme_count',
    `INSERT INTO lexeme_count (lexeme, statements, comments) ${REAL} ORDER BY lexeme COLLATE "C"`,
  ),
};
