import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A part of a name that fits more people than memory holds, or than travel as ids, is found by an index of trigrams. */
export class IndexNames20261124001100 implements MigrationInterface {
  readonly name = 'IndexNames20261124001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await runner.query('CREATE INDEX person_search_idx ON person USING gin (search_key gin_trgm_ops)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX person_search_idx');
    await runner.query('DROP EXTENSION pg_trgm');
  }
}
