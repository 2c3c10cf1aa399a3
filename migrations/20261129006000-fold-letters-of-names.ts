import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters without a decomposition, in both cases: a database of the locale C lowers only what is ASCII. */
const SINGLE = [
  ['øØ', 'oo'],
  ['łŁ', 'll'],
  ['đĐðÐ', 'dddd'],
  ['ħĦ', 'hh'],
  ['ıŋŊ', 'inn'],
] as const;
const DOUBLE = [
  ['ßẞ', 'ss'],
  ['æÆ', 'ae'],
  ['œŒ', 'oe'],
  ['þÞ', 'th'],
] as const;

const plain = DOUBLE.reduce(
  (text, [letters, typed]) =>
    [...letters].reduce((inner, letter) => `replace(${inner}, '${letter}', '${typed}')`, text),
  `translate(key, '${SINGLE.map(([letters]) => letters).join('')}', '${SINGLE.map(([, typed]) => typed).join('')}')`,
);

/** A part of a name finds it however its letters with strokes are typed, as a search does (src/domain/fold-letters.ts). */
export class FoldLettersOfNames20261129006000 implements MigrationInterface {
  readonly name = 'FoldLettersOfNames20261129006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE FUNCTION earshot_plain_name(key text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT ${plain} $$`,
    );
    await runner.query('DROP INDEX person_search_idx');
    await runner.query(
      'CREATE INDEX person_search_idx ON person USING gin (earshot_plain_name(search_key) gin_trgm_ops)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX person_search_idx');
    await runner.query('CREATE INDEX person_search_idx ON person USING gin (search_key gin_trgm_ops)');
    await runner.query('DROP FUNCTION earshot_plain_name(text)');
  }
}
