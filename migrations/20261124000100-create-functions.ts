import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the tables need to exist first: range exclusion over scalars, and the form in which names are compared. */
export class CreateFunctions20261124000100 implements MigrationInterface {
  name = 'CreateFunctions20261124000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    // Accents off, lower case, one name a line. src/read/reference/names.ts makes the same form of what a client types.
    // array_to_string is declared stable for the sake of types whose text depends on settings; for text[] it is immutable.
    await runner.query(`
      CREATE FUNCTION earshot_search_key(name text, aliases text[]) RETURNS text
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT lower(regexp_replace(normalize(array_to_string(name || aliases, E'\\n'), NFKD), '[\u0300-\u036f]', '', 'g'))
      $$`);
    // Reference nodes live in the memory of every server. A change stamps its rows with the writer's transaction and
    // announces (table, transaction) at commit; listeners read the rows of that transaction again.
    await runner.query(`
      CREATE FUNCTION earshot_stamp_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.version := pg_current_xact_id()::text::bigint;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE FUNCTION earshot_announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('earshot_reference', TG_TABLE_NAME || ' ' || lower(TG_OP) || ' ' || pg_current_xact_id()::text);
        RETURN NULL;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION earshot_announce_change()');
    await runner.query('DROP FUNCTION earshot_stamp_version()');
    await runner.query('DROP FUNCTION earshot_search_key(text, text[])');
    await runner.query('DROP EXTENSION btree_gist');
  }
}
