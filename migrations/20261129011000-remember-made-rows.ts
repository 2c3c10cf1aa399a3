import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACTIONS = [
  'IMPORT',
  'CORRECT_SPEAKER',
  'MERGE',
  'REMOVE',
  'REMOVE_PERSON',
  'ALLOW_AGAIN',
  'SET_TEXT_ACCESS',
  'RETAG',
  'CREATE_KEY',
  'REVOKE_KEY',
  'PRUNE_AUDIT',
];

const allow = (actions: readonly string[]) => `ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_action_check,
  ADD CONSTRAINT audit_entry_action_check CHECK (action IN (${actions.map((action) => `'${action}'`).join(', ')}))`;

/** What a document has made goes with it: companies, people, offices and the like, and filed numbers. */
export class RememberMadeRows20261129011000 implements MigrationInterface {
  name = 'RememberMadeRows20261129011000';

  async up(runner: QueryRunner): Promise<void> {
    // One writer at a time: what a document makes has ids in a row. A row without a document is somebody's own, and stays.
    await runner.query(`CREATE TABLE made_row (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      document_id int REFERENCES document ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('fact', 'event', 'executive', 'analyst', 'quarter', 'firm', 'person', 'company_symbol', 'company_identifier', 'company')),
      ids int8range NOT NULL CHECK (NOT isempty(ids))
    )`);
    await runner.query('CREATE INDEX made_row_document_id_idx ON made_row (document_id)');
    await runner.query('CREATE INDEX made_row_ids_idx ON made_row USING gist (kind, ids)');
    await runner.query(allow([...ACTIONS, 'FORGET']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("SET LOCAL earshot.prunes_audit = 'on'");
    await runner.query("DELETE FROM audit_entry WHERE action = 'FORGET'");
    await runner.query(allow(ACTIONS));
    await runner.query('DROP TABLE made_row');
  }
}
