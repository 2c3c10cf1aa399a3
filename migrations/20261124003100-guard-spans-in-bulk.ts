import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The furthest span of each document in a statement's rows, so that a bulk load looks a document's length up once, not once
 * a row. Rows of other tables are asked for one by one, by their keys: a join would be planned once a session, with whatever
 * sizes the tables had then, and a join that reads all of the big table for each document makes every import slower than the last.
 */
const LAST: Record<string, string> = {
  utterance: 'SELECT document_id, max(span_end) AS last FROM written GROUP BY 1',
  rendering: 'SELECT document_id, max(span_end) AS last FROM written GROUP BY 1',
  stated_metric: 'SELECT document_id, max(span_end) AS last FROM written GROUP BY 1',
  claim: 'SELECT document_id, max(span_end) AS last FROM written GROUP BY 1',
  entity_mention: 'SELECT document_id, max(s) AS last FROM written CROSS JOIN LATERAL unnest(spans) s GROUP BY 1',
  topic_mention: `SELECT document_id, max(last) AS last FROM (
      SELECT (SELECT u.document_id FROM utterance u WHERE u.id = w.utterance_id), (SELECT max(s) FROM unnest(w.spans) s) AS last FROM written w) m GROUP BY 1`,
};

const EARLIER: Record<string, string> = {
  utterance: 'FROM written n JOIN document d ON d.id = n.document_id WHERE n.span_end > d.length',
  rendering: 'FROM written n JOIN document d ON d.id = n.document_id WHERE n.span_end > d.length',
  stated_metric: 'FROM written n JOIN document d ON d.id = n.document_id WHERE n.span_end > d.length',
  entity_mention:
    'FROM written n JOIN document d ON d.id = n.document_id WHERE (SELECT max(s) FROM unnest(n.spans) s) > d.length',
  topic_mention:
    'FROM written n JOIN utterance u ON u.id = n.utterance_id JOIN document d ON d.id = u.document_id WHERE (SELECT max(s) FROM unnest(n.spans) s) > d.length',
};

const guard = (table: string, found: string) => `
  CREATE OR REPLACE FUNCTION earshot_guard_${table}_span() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT ${found}) THEN
      RAISE EXCEPTION 'a span of ${table} ends behind its document' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $$`;

export class GuardSpansInBulk20261124003100 implements MigrationInterface {
  name = 'GuardSpansInBulk20261124003100';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, last] of Object.entries(LAST)) {
      await runner.query(
        guard(table, `FROM (${last}) n WHERE n.last > (SELECT d.length FROM document d WHERE d.id = n.document_id)`),
      );
    }
    for (const event of ['INSERT', 'UPDATE']) {
      await runner.query(
        `CREATE TRIGGER claim_span_${event.toLowerCase()} AFTER ${event} ON claim REFERENCING NEW TABLE AS written
         FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_claim_span()`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const event of ['insert', 'update']) await runner.query(`DROP TRIGGER claim_span_${event} ON claim`);
    await runner.query('DROP FUNCTION earshot_guard_claim_span()');
    for (const [table, found] of Object.entries(EARLIER)) await runner.query(guard(table, found));
  }
}
