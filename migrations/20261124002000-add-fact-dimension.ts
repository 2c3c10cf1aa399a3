import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = 'company_id, taxonomy, concept, unit, period_start, period_end';
const FILING = 'accession, form, filed_at, value';

const dropKeys = ['ALTER TABLE fact DROP CONSTRAINT fact_key', 'DROP INDEX fact_current_key'];

function makeKeys(columns: string): string[] {
  return [
    `ALTER TABLE fact ADD CONSTRAINT fact_key UNIQUE NULLS NOT DISTINCT (${columns}, ${FILING})`,
    `CREATE UNIQUE INDEX fact_current_key ON fact (${columns}) NULLS NOT DISTINCT WHERE is_current`,
  ];
}

/** Filings as inline XBRL give numbers of segments, regions and products; these must not collide with the whole company's. */
export class AddFactDimension20261124002000 implements MigrationInterface {
  name = 'AddFactDimension20261124002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE fact ADD COLUMN dimensions text[] NOT NULL DEFAULT '{}'");
    for (const statement of [...dropKeys, ...makeKeys(`${COLUMNS}, dimensions`)]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without the column the numbers of parts would stand as the company's own.
    await runner.query("DELETE FROM fact WHERE dimensions <> '{}'");
    for (const statement of [...dropKeys, ...makeKeys(COLUMNS)]) await runner.query(statement);
    await runner.query('ALTER TABLE fact DROP COLUMN dimensions');
  }
}
