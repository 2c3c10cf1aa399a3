import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The company that a document was tagged as being about, as the document names it: the words of a document may be of several companies, so
 * that none of them tells. Of what is stored, the company of its event is the nearest, else that of its first words.
 */
const UP: readonly string[] = [
  'ALTER TABLE document ADD COLUMN topics_about text',
  `UPDATE document d SET topics_about = c.name FROM company c
   WHERE d.format <> 'NATIVE' AND d.removed_at IS NULL AND c.id = coalesce(
     (SELECT e.company_id FROM document_event de JOIN event e ON e.id = de.event_id WHERE de.document_id = d.id ORDER BY e.id LIMIT 1),
     (SELECT u.company_id FROM utterance u WHERE u.document_id = d.id ORDER BY u.position LIMIT 1))`,
];

export class KeepWhatTopicsAreAbout20261129015000 implements MigrationInterface {
  readonly name = 'KeepWhatTopicsAreAbout20261129015000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE document DROP COLUMN topics_about');
  }
}
