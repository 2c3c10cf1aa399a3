import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a claim is of: the company, or a part of it, with the part's words; the earlier outlook that an outlook replaces; and claims of
 * documents without a company. What is stored already is kept as it was read, as the company's: a document that is read again tells its parts.
 */
export class ScopeClaims20261129007000 implements MigrationInterface {
  readonly name = 'ScopeClaims20261129007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE claim ALTER COLUMN company_id DROP NOT NULL,
        ADD COLUMN scope text NOT NULL DEFAULT 'COMPANY'
          CHECK (scope IN ('COMPANY', 'SEGMENT', 'PRODUCT', 'REGION', 'PER_UNIT', 'MARKET', 'OTHER', 'UNKNOWN')),
        ADD COLUMN subject text, ADD COLUMN subject_words text CHECK (subject_words <> ''),
        ADD COLUMN replaces_id bigint REFERENCES claim (id) ON DELETE SET NULL`);
    await runner.query('CREATE INDEX claim_replaces_idx ON claim (replaces_id) WHERE replaces_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM claim WHERE company_id IS NULL');
    await runner.query(`
      ALTER TABLE claim ALTER COLUMN company_id SET NOT NULL,
        DROP COLUMN scope, DROP COLUMN subject, DROP COLUMN subject_words, DROP COLUMN replaces_id`);
  }
}
