import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Spans lie inside their document. Checked once per statement over the rows it wrote: a check per row would cost a bulk load
 * more than its indexes do.
 */
const GUARDED: Record<string, { end: string; join?: string; document: string }> = {
  utterance: { end: 'n.span_end', document: 'n.document_id' },
  rendering: { end: 'n.span_end', document: 'n.document_id' },
  stated_metric: { end: 'n.span_end', document: 'n.document_id' },
  entity_mention: { end: '(SELECT max(s) FROM unnest(n.spans) s)', document: 'n.document_id' },
  topic_mention: {
    end: '(SELECT max(s) FROM unnest(n.spans) s)',
    join: 'JOIN utterance u ON u.id = n.utterance_id',
    document: 'u.document_id',
  },
};

export class GuardSpans20261124000600 implements MigrationInterface {
  name = 'GuardSpans20261124000600';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, { end, join = '', document }] of Object.entries(GUARDED)) {
      await runner.query(`
        CREATE FUNCTION earshot_guard_${table}_span() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM written n ${join} JOIN document d ON d.id = ${document} WHERE ${end} > d.length) THEN
            RAISE EXCEPTION 'a span of ${table} ends behind its document' USING ERRCODE = 'check_violation';
          END IF;
          RETURN NULL;
        END $$`);
      // A trigger with transition tables serves one kind of statement only.
      for (const event of ['INSERT', 'UPDATE']) {
        await runner.query(
          `CREATE TRIGGER ${table}_span_${event.toLowerCase()} AFTER ${event} ON ${table} REFERENCING NEW TABLE AS written
           FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_${table}_span()`,
        );
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(GUARDED)) {
      for (const event of ['insert', 'update']) await runner.query(`DROP TRIGGER ${table}_span_${event} ON ${table}`);
      await runner.query(`DROP FUNCTION earshot_guard_${table}_span()`);
    }
  }
}
