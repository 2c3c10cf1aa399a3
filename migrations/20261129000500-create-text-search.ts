import type { MigrationInterface, QueryRunner } from 'typeorm';
import { messageOf, OperatorError } from '../src/platform/operator-error';

/**
 * What stands between words, whatever the locale of the database: Postgres' parser asks libc what a letter is, and in the locale C all
 * but ASCII is one to it. It also reads hosts, files, signed numbers and the like where these characters stand between words.
 */
const SEPARATORS =
  '[\\u0001-\\u001f\\u0021-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u2000-\\u2bff' +
  '\\u2e00-\\u2e7f\\u3000-\\u3004\\u3008-\\u3020\\u3030\\ufe10-\\ufe1f\\ufe30-\\ufe6f\\ufeff\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40' +
  '\\uff5b-\\uff65\\ufff0-\\uffff\\U0001f000-\\U0001faff]';

/** Code points of an utterance that are searched. A tsvector has at most 1 MB, and what is longer must not fail an import. */
const SEARCHED = 50_000;

/** Kinds of tokens that are left between separators; none of the others can arise. */
const WORDS = 'asciiword, word, numword';
const NUMBERS = 'int, uint, float, sfloat, version';

/**
 * How words are compared in searches: English stems, without accents or case; and the same without stems, for words that are only begun.
 * `earshot_lexemes` makes what an utterance is found by: its words with their places, and a lexeme each for its company and its calendar
 * quarter, spelled with a space so that no word can be one of them.
 */
export class CreateTextSearch20261129000500 implements MigrationInterface {
  name = 'CreateTextSearch20261129000500';

  async up(runner: QueryRunner): Promise<void> {
    const unaccent = await findUnaccent(runner);
    // A dump is restored under an empty search path, so everything of ours is named with its schema.
    const [{ schema }] = await runner.query('SELECT quote_ident(current_schema()) AS schema');
    for (const [config, dictionary] of [
      ['earshot', 'pg_catalog.english_stem'],
      ['earshot_begun', 'pg_catalog.simple'],
    ]) {
      await runner.query(`CREATE TEXT SEARCH CONFIGURATION ${config} (PARSER = pg_catalog."default")`);
      await runner.query(
        `ALTER TEXT SEARCH CONFIGURATION ${config} ADD MAPPING FOR ${WORDS} WITH ${unaccent}, ${dictionary}`,
      );
      await runner.query(`ALTER TEXT SEARCH CONFIGURATION ${config} ADD MAPPING FOR ${NUMBERS} WITH pg_catalog.simple`);
    }
    // "AT&T" is one word, so what joins it is taken out. src/domain/plain-words.ts does the same to what is typed.
    await runner.query(`
      CREATE FUNCTION earshot_plain_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT regexp_replace(replace(replace(left(words, ${SEARCHED}), '&', ''), chr(173), ''), '${SEPARATORS}', ' ', 'g')
      $$`);
    await runner.query(`
      CREATE FUNCTION earshot_lexemes(words text, company_id int, calendar_year int, calendar_quarter int)
      RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT pg_catalog.to_tsvector('${schema}.earshot'::regconfig, ${schema}.earshot_plain_words(words)) || array_to_tsvector(
          ARRAY[coalesce('c ' || company_id::text, 'c -'), coalesce('q ' || calendar_year::text || ' ' || calendar_quarter::text, 'q -')])
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION earshot_lexemes(text, int, int, int)');
    await runner.query('DROP FUNCTION earshot_plain_words(text)');
    await runner.query('DROP TEXT SEARCH CONFIGURATION earshot_begun');
    await runner.query('DROP TEXT SEARCH CONFIGURATION earshot');
    // What an administrator has made for everybody stays.
    const [{ ours }] = await runner.query(
      "SELECT pg_has_role(extowner, 'USAGE') AS ours FROM pg_extension WHERE extname = 'unaccent'",
    );
    if (ours) await runner.query('DROP EXTENSION unaccent');
  }
}

/** The dictionary that takes accents off, wherever its extension lies. */
async function findUnaccent(runner: QueryRunner): Promise<string> {
  const find = async (): Promise<{ name: string }[]> =>
    runner.query(`SELECT quote_ident(n.nspname) || '.unaccent' AS name FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
      WHERE e.extname = 'unaccent'`);
  const [known] = await find();
  if (known) return known.name;
  try {
    await runner.query('CREATE EXTENSION IF NOT EXISTS unaccent');
  } catch (cause) {
    throw new OperatorError(
      'database',
      `The text search needs the extension unaccent, which could not be made: ${messageOf(cause)}. It comes with Postgres (package postgresql-contrib); ` +
        'let an administrator run CREATE EXTENSION unaccent; in this database, or give the role CREATE on it, and start again.',
      { cause },
    );
  }
  const [made] = await find();
  if (!made) throw new Error('unaccent was made and is not there');
  return made.name;
}
