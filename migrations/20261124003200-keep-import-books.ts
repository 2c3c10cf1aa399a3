import type { MigrationInterface, QueryRunner } from 'typeorm';

/** GIN indexes of the two big tables: new entries wait in a list and are sorted in together, which COPY needs. */
const GIN = ['utterance_topic_idx', 'utterance_about_idx', 'exchange_topic_idx', 'exchange_speaker_idx'];

const UP = [
  // A takedown leaves the row, so that the same source is known when it comes again, and refused.
  'ALTER TABLE document ADD COLUMN removed_at timestamptz, ADD COLUMN removal_reason text, ADD COLUMN content_digest text',
  // A company's quarters are found by the key, all companies' by the calendar. Of its references only the quarter is checked: a
  // quarter has its company, and topics are never deleted.
  `CREATE TABLE topic_count (
    quarter_id int NOT NULL REFERENCES quarter ON DELETE CASCADE,
    topic_id int NOT NULL,
    company_id int NOT NULL,
    fiscal_year int NOT NULL,
    fiscal_quarter int NOT NULL,
    calendar_year int NOT NULL,
    calendar_quarter int NOT NULL,
    mentions int NOT NULL CHECK (mentions >= 0),
    statements int NOT NULL CHECK (statements >= 0),
    comments int NOT NULL CHECK (comments >= 0),
    PRIMARY KEY (quarter_id, topic_id)
  )`,
  'CREATE INDEX topic_count_calendar_idx ON topic_count (topic_id, calendar_year, calendar_quarter)',
  `CREATE TABLE merged_node (
    type text NOT NULL CHECK (type IN ('Person', 'Company', 'Quarter', 'Event', 'Executive', 'Analyst')),
    old_id int NOT NULL,
    new_id int NOT NULL,
    merged_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (type, old_id),
    CONSTRAINT merged_node_other CHECK (old_id <> new_id)
  )`,
  'CREATE INDEX merged_node_new_idx ON merged_node (type, new_id)',
  `CREATE TABLE native_fact (
    fact_id bigint PRIMARY KEY REFERENCES fact ON DELETE CASCADE,
    source text NOT NULL
  )`,
  'CREATE INDEX native_fact_source_idx ON native_fact (source)',
  // Quarters that were made before the company's fiscal year was known: filings may move their days.
  'ALTER TABLE quarter ADD COLUMN is_assumed boolean NOT NULL DEFAULT false',
  // Rows that copy a quarter's calendar period for their filters follow it.
  `CREATE FUNCTION earshot_follow_quarter() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE utterance SET calendar_year = NEW.calendar_year, calendar_quarter = NEW.calendar_quarter
      WHERE company_id = NEW.company_id AND fiscal_year = NEW.fiscal_year AND fiscal_quarter = NEW.fiscal_quarter AND quarter_id = NEW.id;
    UPDATE exchange SET calendar_year = NEW.calendar_year, calendar_quarter = NEW.calendar_quarter
      WHERE company_id = NEW.company_id AND fiscal_year = NEW.fiscal_year AND fiscal_quarter = NEW.fiscal_quarter AND quarter_id = NEW.id;
    UPDATE topic_count SET calendar_year = NEW.calendar_year, calendar_quarter = NEW.calendar_quarter WHERE quarter_id = NEW.id;
    UPDATE claim SET calendar_year = NEW.calendar_year, calendar_quarter = NEW.calendar_quarter
      WHERE company_id = NEW.company_id AND fiscal_year = NEW.fiscal_year AND fiscal_quarter = NEW.fiscal_quarter;
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER quarter_follow AFTER UPDATE ON quarter FOR EACH ROW
   WHEN ((OLD.calendar_year, OLD.calendar_quarter) IS DISTINCT FROM (NEW.calendar_year, NEW.calendar_quarter)) EXECUTE FUNCTION earshot_follow_quarter()`,
  // Names are looked up by their parts when a document comes in.
  "CREATE INDEX person_names_idx ON person USING gin (string_to_array(search_key, E'\\n'))",
  "CREATE INDEX company_key_idx ON company (earshot_search_key(name, '{}') text_pattern_ops)",
  "CREATE INDEX company_name_key_idx ON company_name (earshot_search_key(name, '{}') text_pattern_ops)",
];

const DOWN = [
  'DROP TRIGGER quarter_follow ON quarter',
  'DROP FUNCTION earshot_follow_quarter()',
  'ALTER TABLE quarter DROP COLUMN is_assumed',
  'DROP INDEX company_name_key_idx',
  'DROP INDEX company_key_idx',
  'DROP INDEX person_names_idx',
  'DROP TABLE native_fact',
  'DROP TABLE merged_node',
  'DROP TABLE topic_count',
  'ALTER TABLE document DROP COLUMN removed_at, DROP COLUMN removal_reason, DROP COLUMN content_digest',
];

export class KeepImportBooks20261124003200 implements MigrationInterface {
  name = 'KeepImportBooks20261124003200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    for (const index of GIN) await runner.query(`ALTER INDEX ${index} SET (fastupdate = on)`);
    // What is stored already is counted once; from here on the writer keeps it true.
    await runner.query(
      `INSERT INTO topic_count SELECT u.quarter_id, m.topic_id, u.company_id, u.fiscal_year, u.fiscal_quarter, u.calendar_year, u.calendar_quarter,
         sum(cardinality(m.spans) / 2), count(*) FILTER (WHERE u.type = 'Statement'), count(*) FILTER (WHERE u.type <> 'Statement')
       FROM utterance u JOIN topic_mention m ON m.utterance_id = u.id WHERE u.quarter_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of GIN) await runner.query(`ALTER INDEX ${index} RESET (fastupdate)`);
    for (const statement of DOWN) await runner.query(statement);
  }
}
