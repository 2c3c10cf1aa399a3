import { type Kept, statements } from './kept';

const REAL = `
  SELECT lexeme, count(*) FILTER (WHERE type = 'Statement')::int AS statements, count(*) FILTER (WHERE type <> 'Statement')::int AS comments
  FROM utterance CROSS JOIN LATERAL unnest(tsvector_to_array(lexemes)) lexeme GROUP BY 1`;

const MADE = 'earshot_lexemes(text, company_id, calendar_year, calendar_quarter)';

/** What each utterance is found by, which the writer gives. */
export const VECTORS: Kept = {
  name: 'lexemes',
  differing: `SELECT 'utterance ' || id AS subject, left(lexemes::text, 200) AS kept, left(${MADE}::text, 200) AS real FROM utterance WHERE lexemes <> ${MADE}`,
  rebuild: statements(`UPDATE utterance SET lexemes = ${MADE} WHERE lexemes <> ${MADE}`),
};

/** What is counted, and what waits to be added up while an import runs. */
const COUNTED = `
  SELECT lexeme, sum(s)::int AS statements, sum(n)::int AS comments FROM (
    SELECT lexeme, statements, comments FROM lexeme_count
    UNION ALL SELECT d.* FROM lexeme_delta w CROSS JOIN LATERAL unnest(w.lexemes, w.statements, w.comments) d
  ) c(lexeme, s, n) GROUP BY 1`;

/** In how many utterances each word stands, which decides the way of a search. Kept by the writer, and by triggers for everybody else. */
export const LEXEMES: Kept = {
  name: 'frequencies of words',
  differing: `
    SELECT 'word ' || coalesce(c.lexeme, r.lexeme) AS subject, (c.statements, c.comments)::text AS kept, (r.statements, r.comments)::text AS real
    FROM (${COUNTED}) c FULL JOIN (${REAL}) r ON r.lexeme = c.lexeme
    WHERE (c.statements, c.comments) IS DISTINCT FROM (r.statements, r.comments)`,
  rebuild: statements(
    'DELETE FROM lexeme_delta',
    'DELETE FROM lexeme_count',
    `INSERT INTO lexeme_count (lexeme, statements, comments) ${REAL} ORDER BY lexeme COLLATE "C"`,
  ),
};
