import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The version of the taxonomy is a digest of its content, no number counted by hand. A new column costs nothing, where another type would
 * write every document anew; what is stored is tagged again by the next `earshot retag`.
 */
const UP: readonly string[] = [
  'ALTER TABLE document DROP COLUMN taxonomy_version',
  "ALTER TABLE document ADD COLUMN taxonomy_version text CHECK (taxonomy_version <> '')",
];

const DOWN: readonly string[] = [
  'ALTER TABLE document DROP COLUMN taxonomy_version',
  'ALTER TABLE document ADD COLUMN taxonomy_version int CHECK (taxonomy_version > 0)',
];

export class VersionTopicsByContent20261129013000 implements MigrationInterface {
  readonly name = 'VersionTopicsByContent20261129013000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
