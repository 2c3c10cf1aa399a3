import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // Null: not read by the taxonomy (NATIVE files name their topics themselves), or before versions were kept.
  'ALTER TABLE document ADD COLUMN taxonomy_version int CHECK (taxonomy_version > 0)',
  // What a watched folder held when it was last looked at, so that a restart does not read thousands of files again.
  `CREATE TABLE watched_file (
    path text PRIMARY KEY,
    size bigint NOT NULL,
    modified_ms bigint NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('created', 'updated', 'unchanged', 'refused', 'set-aside')),
    seen_at timestamptz NOT NULL DEFAULT now()
  )`,
  // Servers follow merges as they follow the nodes that are merged.
  `CREATE TRIGGER merged_node_announce AFTER INSERT OR UPDATE OR DELETE ON merged_node
   FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change()`,
];

export class KeepVersionsAndWatches20261124005000 implements MigrationInterface {
  name = 'KeepVersionsAndWatches20261124005000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER merged_node_announce ON merged_node');
    await runner.query('DROP TABLE watched_file');
    await runner.query('ALTER TABLE document DROP COLUMN taxonomy_version');
  }
}
