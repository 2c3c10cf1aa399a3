import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chooseExcerpt, cutWords, type Passage, printExcerpt } from '../src/domain/excerpt';

const UP = [
  // Which part of the text is given out; null: all of it.
  'ALTER TABLE document ADD COLUMN excerpt int4multirange',
  // `text` is what is given out, so that the way to readers stays as short as it was; where that is less, the words lie beside it.
  'ALTER TABLE utterance ADD COLUMN is_excerpt boolean NOT NULL DEFAULT false, ADD COLUMN words text',
  'ALTER TABLE utterance DROP CONSTRAINT utterance_span',
  'ALTER TABLE claim ADD COLUMN label_words text',
  `CREATE TABLE text_access_rule (
    kind text NOT NULL CHECK (kind IN ('publisher', 'format')),
    value text NOT NULL,
    text_access text NOT NULL CHECK (text_access IN ('FULL', 'EXCERPT', 'NONE')),
    PRIMARY KEY (kind, value)
  )`,
];

/** Revisions that gave way have nearly the words of the one in their place, and are as closed. */
const CLOSE_EARLIER = `UPDATE document r SET text_access = d.text_access FROM document d
  WHERE d.natural_key = r.natural_key AND d.superseded_by_id IS NULL AND d.text_access <> 'FULL' AND r.superseded_by_id IS NOT NULL AND r.removed_at IS NULL`;

const CHECKS = [
  `ALTER TABLE utterance ADD CONSTRAINT utterance_span CHECK (span_start < span_end AND char_length(coalesce(words, text)) = span_end - span_start
     AND is_excerpt = (words IS NOT NULL))`,
  "ALTER TABLE document ADD CONSTRAINT document_excerpt_check CHECK ((text_access = 'FULL') = (excerpt IS NULL))",
  "ALTER TABLE document ADD CONSTRAINT document_none_check CHECK (text_access <> 'NONE' OR isempty(excerpt))",
];

const DOWN = [
  'DROP TABLE text_access_rule',
  'ALTER TABLE utterance DROP CONSTRAINT utterance_span',
  'UPDATE utterance SET text = words WHERE words IS NOT NULL',
  'UPDATE claim SET metric_label = label_words WHERE label_words IS NOT NULL',
  'ALTER TABLE claim DROP COLUMN label_words',
  'ALTER TABLE utterance DROP COLUMN is_excerpt, DROP COLUMN words',
  'ALTER TABLE utterance ADD CONSTRAINT utterance_span CHECK (span_start < span_end AND char_length(text) = span_end - span_start)',
  'ALTER TABLE document DROP COLUMN excerpt',
];

interface Stored {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export class KeepExcerpts20261128003000 implements MigrationInterface {
  name = 'KeepExcerpts20261128003000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    await runner.query(CLOSE_EARLIER);
    const documents: { id: number; access: string; current: boolean }[] = await runner.query(
      `SELECT id, text_access AS access, superseded_by_id IS NULL AS current FROM document WHERE text_access <> 'FULL' ORDER BY id`,
    );
    // One at a time: their texts may be long and many.
    for (const { id, access, current } of documents) await cutDocument(runner, id, access === 'EXCERPT' && current);
    for (const check of CHECKS) await runner.query(check);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

async function cutDocument(runner: QueryRunner, id: number, givesSome: boolean): Promise<void> {
  const list = (table: string, text: string): Promise<Stored[]> =>
    runner.query(
      `SELECT id, span_start AS start, span_end AS "end", ${text} AS text FROM ${table} WHERE document_id = $1 ORDER BY span_start, id`,
      [id],
    );
  const utterances = await list('utterance', 'text');
  const claims = await list('claim', 'metric_label');
  const others = [...(await list('rendering', 'NULL')), ...(await list('stated_metric', 'NULL'))];
  let excerpt: Passage[] = [];
  if (givesSome) {
    const [{ text }] = await runner.query('SELECT text FROM document WHERE id = $1', [id]);
    excerpt = chooseExcerpt(text, [...utterances, ...claims, ...others]);
  }
  await runner.query('UPDATE document SET excerpt = $2::int4multirange WHERE id = $1', [id, printExcerpt(excerpt)]);
  for (const { id: key, start, text } of utterances) {
    const shown = cutWords(text, start, excerpt);
    if (shown === text) continue;
    await runner.query('UPDATE utterance SET text = $2, words = text, is_excerpt = true WHERE id = $1', [key, shown]);
  }
  for (const { id: key, start, end, text } of claims) {
    if (excerpt.some((passage) => passage.start <= start && end <= passage.end)) continue;
    await runner.query("UPDATE claim SET metric_label = '…', label_words = $2 WHERE id = $1", [key, text]);
  }
}
