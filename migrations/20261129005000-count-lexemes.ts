import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNTS =
  "count(*) FILTER (WHERE type = 'Statement') AS statements, count(*) FILTER (WHERE type <> 'Statement') AS comments";
const countsOf = (rows: string) =>
  `SELECT lexeme, ${COUNTS} FROM ${rows} CROSS JOIN LATERAL unnest(tsvector_to_array(lexemes)) lexeme GROUP BY lexeme`;

/** In the order of the index: rows that lie together are written together, and two writers cannot wait for each other. */
const add = (rows: string) => `
    INSERT INTO lexeme_count AS c (lexeme, statements, comments) ${countsOf(rows)} ORDER BY lexeme COLLATE "C"
    ON CONFLICT (lexeme) DO UPDATE SET statements = c.statements + excluded.statements, comments = c.comments + excluded.comments;`;
const take = (rows: string) => `
    WITH gone AS (${countsOf(rows)}), left_over AS (
      UPDATE lexeme_count c SET statements = c.statements - g.statements, comments = c.comments - g.comments FROM gone g WHERE c.lexeme = g.lexeme
      RETURNING c.lexeme, c.statements + c.comments AS n
    ) SELECT array_agg(lexeme) INTO empty FROM left_over WHERE n = 0;
    DELETE FROM lexeme_count WHERE lexeme = ANY (empty) AND statements = 0 AND comments = 0;`;

/** Of rows that were changed, those whose words or kind are others now. */
const changed = (one: string, other: string) =>
  `(SELECT r.type, r.lexemes FROM ${one} r JOIN ${other} o ON o.id = r.id WHERE (r.type, r.lexemes) IS DISTINCT FROM (o.type, o.lexemes)) r`;

const CREATE = [
  // Compared byte by byte, so that words that begin alike are a range of the index in every locale.
  `CREATE TABLE lexeme_count (
    lexeme text COLLATE "C" PRIMARY KEY,
    statements int NOT NULL,
    comments int NOT NULL
  ) WITH (fillfactor = 70)`,
  `CREATE FUNCTION earshot_count_lexemes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  empty text[];
BEGIN
  IF TG_OP = 'INSERT' THEN${add('written')}
  ELSIF TG_OP = 'DELETE' THEN${take('earlier')}
  ELSE${add(changed('written', 'earlier'))}${take(changed('earlier', 'written'))}
  END IF;
  RETURN NULL;
END $$`,
  `CREATE TRIGGER utterance_lexemes_added AFTER INSERT ON utterance REFERENCING NEW TABLE AS written
   FOR EACH STATEMENT EXECUTE FUNCTION earshot_count_lexemes()`,
  `CREATE TRIGGER utterance_lexemes_changed AFTER UPDATE ON utterance REFERENCING OLD TABLE AS earlier NEW TABLE AS written
   FOR EACH STATEMENT EXECUTE FUNCTION earshot_count_lexemes()`,
  `CREATE TRIGGER utterance_lexemes_removed AFTER DELETE ON utterance REFERENCING OLD TABLE AS earlier
   FOR EACH STATEMENT EXECUTE FUNCTION earshot_count_lexemes()`,
  // The triggers hold up other writers until the end of this transaction, so that nothing is counted twice or not at all.
  `INSERT INTO lexeme_count (lexeme, statements, comments) ${countsOf('utterance')} ORDER BY lexeme COLLATE "C"`,
];

/** How often words are used is known beforehand: a search goes another way for a common word than for a rare one (adr/0019). */
export class CountLexemes20261129005000 implements MigrationInterface {
  name = 'CountLexemes20261129005000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CREATE) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const trigger of ['added', 'changed', 'removed']) {
      await runner.query(`DROP TRIGGER utterance_lexemes_${trigger} ON utterance`);
    }
    await runner.query('DROP FUNCTION earshot_count_lexemes()');
    await runner.query('DROP TABLE lexeme_count');
  }
}
