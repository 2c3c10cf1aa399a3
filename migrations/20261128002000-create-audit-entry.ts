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
const SUBJECTS = ['DOCUMENT', 'UTTERANCE', 'PERSON', 'COMPANY', 'API_KEY', 'AUDIT'];

const listOf = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

const UP = [
  // The time of writing, not of the transaction's start: a change may have waited for its turn.
  `CREATE TABLE audit_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_kind text NOT NULL CHECK (actor_kind IN ('KEY', 'USER')),
    key_id int,
    actor_name text NOT NULL,
    action text NOT NULL CHECK (action IN (${listOf(ACTIONS)})),
    subject_kind text NOT NULL CHECK (subject_kind IN (${listOf(SUBJECTS)})),
    subject_ids bigint[] NOT NULL,
    summary jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT audit_entry_key CHECK ((actor_kind = 'KEY') = (key_id IS NOT NULL))
  )`,
  'CREATE INDEX audit_entry_at ON audit_entry (at)',
  'CREATE INDEX audit_entry_action ON audit_entry (action, id)',
  'CREATE INDEX audit_entry_actor ON audit_entry (actor_name, id)',
  'CREATE INDEX audit_entry_key ON audit_entry (key_id, id) WHERE key_id IS NOT NULL',
  // No code of the product may change an entry by mistake; pruning says on purpose that it is one.
  `CREATE FUNCTION earshot_keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'DELETE' AND current_setting('earshot.prunes_audit', true) = 'on' THEN
       RETURN NULL;
     END IF;
     RAISE EXCEPTION 'entries of the audit trail are never changed';
   END $$`,
  `CREATE TRIGGER audit_entry_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
   FOR EACH STATEMENT EXECUTE FUNCTION earshot_keep_audit()`,
  'ALTER TABLE api_key DROP CONSTRAINT api_key_scopes_check',
  `ALTER TABLE api_key ADD CONSTRAINT api_key_scopes_check
   CHECK (scopes <@ ARRAY['read', 'import', 'audit', 'metrics'] AND cardinality(scopes) > 0)`,
  // Written once a minute at most: enough to find keys that nobody uses any more.
  'ALTER TABLE api_key ADD COLUMN last_used_at timestamptz',
];

export class CreateAuditEntry20261128002000 implements MigrationInterface {
  name = 'CreateAuditEntry20261128002000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE api_key DROP COLUMN last_used_at');
    await runner.query('ALTER TABLE api_key DROP CONSTRAINT api_key_scopes_check');
    // The scopes that are unknown again go; a key of nothing else goes with them.
    await runner.query(
      "UPDATE api_key SET scopes = ARRAY(SELECT unnest(scopes) INTERSECT SELECT unnest(ARRAY['read', 'import']))",
    );
    await runner.query('DELETE FROM api_key WHERE cardinality(scopes) = 0');
    await runner.query(
      "ALTER TABLE api_key ADD CONSTRAINT api_key_scopes_check CHECK (scopes <@ ARRAY['read', 'import'] AND cardinality(scopes) > 0)",
    );
    await runner.query('DROP TABLE audit_entry');
    await runner.query('DROP FUNCTION earshot_keep_audit()');
  }
}
