import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a sample that was loaded before this was kept: its one document, and what that and its facts are about. */
const OLD: readonly (readonly [kind: string, where: string])[] = [
  ['document', "natural_key = 'native:meta-2024q4-retold'"],
  ['event', "company_id IN (SELECT id FROM company WHERE slug = 'meta') AND date = '2025-01-29'"],
  [
    'executive',
    "title IN ('Chief Executive Officer', 'Chief Financial Officer') AND valid_from IN ('2004-07-01', '2014-06-01', '2022-11-01') AND company_id IN (SELECT id FROM company WHERE slug = 'meta')",
  ],
  ['quarter', "company_id IN (SELECT id FROM company WHERE slug = 'meta')"],
  ['firm', "name = 'IA'"],
  ['person', "name IN ('Mark Zuckerberg', 'Susan Li', 'David Wehner', 'Deepak Sharma', 'Donald Trump')"],
  ['company', "slug IN ('meta', 'roundhill-ball-metaverse-etf', 'deepseek', 'openai', 'anthropic')"],
  ['analyst', "person_id IN (SELECT id FROM person WHERE name = 'Deepak Sharma')"],
];

export class RememberSample20261128005000 implements MigrationInterface {
  name = 'RememberSample20261128005000';

  async up(runner: QueryRunner): Promise<void> {
    // Rows of several tables, which have no key in common; what no longer exists is passed over when the sample is removed.
    await runner.query(`CREATE TABLE sample_row (
      kind text NOT NULL CHECK (kind IN ('document', 'event', 'executive', 'analyst', 'quarter', 'firm', 'person', 'company')),
      id int NOT NULL,
      PRIMARY KEY (kind, id)
    )`);
    for (const [kind, where] of OLD) {
      await runner.query(`INSERT INTO sample_row SELECT '${kind}', id FROM ${kind} WHERE ${where}
        AND EXISTS (SELECT FROM document WHERE natural_key = 'native:meta-2024q4-retold')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sample_row');
  }
}
