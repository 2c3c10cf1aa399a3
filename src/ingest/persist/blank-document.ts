import type { Client } from 'pg';
import { wordCountOf } from '../../domain/word-count';
import { CodePointText, type Span } from '../../language/span';
import { blankNames, blankSpans, overlaps, placesOf, spells } from './blank-words';
import { writtenForms } from './removed-person';

interface Stored {
  readonly title: string;
  readonly publisher: string | null;
  readonly sha256: string;
  readonly text: string;
}

/**
 * Blanks a person's words and names in a document's text, title and labels. Lengths stay, and so do all offsets; words of others that
 * hold a blanked part have it blanked too. The bytes as they came go, and with them those of the whole file.
 */
export async function blankDocument(
  client: Client,
  documentId: number,
  personId: number,
  names: readonly string[],
): Promise<void> {
  const { rows } = await client.query<Stored>('SELECT title, publisher, sha256, text FROM document WHERE id = $1', [
    documentId,
  ]);
  const document = rows[0];
  if (!document) return;
  const words = await spansOf(client, documentId, personId);
  const forms = writtenForms(
    await labelsOf(client, documentId, personId, names),
    await othersIn(client, documentId, personId),
  );
  const text = blankSpans(document.text, [...words, ...placesOf(document.text, forms)]);
  await client.query('UPDATE document SET text = $2, title = $3, publisher = $4, raw = NULL WHERE id = $1', [
    documentId,
    text,
    blankNames(document.title, forms),
    document.publisher && blankNames(document.publisher, forms),
  ]);
  await blankAddresses(client, documentId, forms);
  await client.query('UPDATE document SET raw = NULL WHERE sha256 = $1', [document.sha256]);
  await dropNumbers(client, documentId, words);
  await followText(client, documentId, personId, new CodePointText(text));
  await blankLabels(client, documentId, personId, forms);
}

/** Of all revisions: they have one key, which is made of an address, or of a title and a publisher. */
async function blankAddresses(client: Client, documentId: number, forms: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ id: number; url: string | null; key: string }>(
    `SELECT r.id, r.url, r.natural_key AS key FROM document d JOIN document r ON r.natural_key = d.natural_key WHERE d.id = $1`,
    [documentId],
  );
  const told = rows.filter(({ url }) => url !== null && spells(url, forms)).map(({ id }) => id);
  await client.query('UPDATE document SET url = NULL WHERE id = ANY ($1)', [told]);
  const key = rows[0]?.key ?? '';
  if (told.length === 0 && !spells(key, forms)) return;
  await client.query("UPDATE document SET natural_key = 'blanked:' || $2::text WHERE natural_key = $1", [
    key,
    documentId,
  ]);
}

/** Their words here, and where words of theirs are told again. */
async function spansOf(client: Client, documentId: number, personId: number): Promise<Span[]> {
  const { rows } = await client.query<Span>(
    `SELECT span_start AS start, span_end AS "end" FROM utterance WHERE document_id = $1 AND speaker_id = $2
     UNION ALL SELECT r.span_start, r.span_end FROM rendering r JOIN utterance u ON u.id = r.utterance_id WHERE r.document_id = $1 AND u.speaker_id = $2
     UNION ALL SELECT span_start, span_end FROM claim WHERE document_id = $1 AND asserted_by_id = $2
     UNION ALL SELECT m.spans[i], m.spans[i + 1] FROM entity_mention m, generate_subscripts(m.spans, 1) i
       WHERE m.document_id = $1 AND m.person_id = $2 AND i % 2 = 1`,
    [documentId, personId],
  );
  return rows;
}

/** How the document itself calls them, beside what they are called everywhere. */
async function labelsOf(
  client: Client,
  documentId: number,
  personId: number,
  names: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ label: string }>(
    `SELECT speaker_label AS label FROM utterance WHERE document_id = $1 AND speaker_id = $2
     UNION SELECT name FROM entity_mention WHERE document_id = $1 AND person_id = $2`,
    [documentId, personId],
  );
  // A pronoun or a part that somebody plays is no name of theirs alone.
  const own = rows.filter(({ label }) => /^\p{Lu}/u.test(label) && /\s/.test(label.trim())).map(({ label }) => label);
  return [...new Set([...names, ...own])];
}

async function othersIn(client: Client, documentId: number, personId: number): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT p.name FROM utterance u JOIN person p ON p.id = u.speaker_id WHERE u.document_id = $1 AND p.id <> $2
     UNION SELECT name FROM entity_mention WHERE document_id = $1 AND kind = 'PERSON' AND person_id IS DISTINCT FROM $2`,
    [documentId, personId],
  );
  return rows.map(({ name }) => name);
}

/** Numbers that stand in blanked words say what was said. */
async function dropNumbers(client: Client, documentId: number, words: readonly Span[]): Promise<void> {
  for (const table of ['claim', 'stated_metric']) {
    const { rows } = await client.query<Span & { id: string }>(
      `SELECT id, span_start AS start, span_end AS "end" FROM ${table} WHERE document_id = $1`,
      [documentId],
    );
    const gone = rows.filter((row) => words.some((span) => overlaps(span, row))).map(({ id }) => id);
    await client.query(`DELETE FROM ${table} WHERE id = ANY ($1::int8[])`, [gone]);
  }
}

/** Words of others that once counted as theirs keep the label that the text has. */
async function blankLabels(
  client: Client,
  documentId: number,
  personId: number,
  forms: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ label: string }>(
    `SELECT speaker_label AS label FROM utterance WHERE document_id = $1 AND speaker_id IS DISTINCT FROM $2
     UNION SELECT r.speaker_label FROM utterance_revision r JOIN utterance u ON u.id = r.utterance_id WHERE u.document_id = $1
     UNION SELECT publisher FROM claim WHERE document_id = $1 AND publisher IS NOT NULL`,
    [documentId, personId],
  );
  for (const { label } of rows) {
    const blanked = blankNames(label, forms);
    if (blanked === label) continue;
    await client.query(
      'UPDATE utterance SET speaker_label = $4 WHERE document_id = $1 AND speaker_label = $3 AND speaker_id IS DISTINCT FROM $2',
      [documentId, personId, label, blanked],
    );
    await client.query(
      `UPDATE utterance_revision r SET speaker_label = $3 FROM utterance u
       WHERE u.id = r.utterance_id AND u.document_id = $1 AND r.speaker_label = $2`,
      [documentId, label, blanked],
    );
    await client.query('UPDATE claim SET publisher = $3 WHERE document_id = $1 AND publisher = $2', [
      documentId,
      label,
      blanked,
    ]);
  }
}

async function followText(client: Client, documentId: number, personId: number, text: CodePointText): Promise<void> {
  const { rows } = await client.query<Span & { id: string; words: string }>(
    `SELECT id, span_start AS start, span_end AS "end", coalesce(words, text) AS words FROM utterance
     WHERE document_id = $1 AND speaker_id IS DISTINCT FROM $2`,
    [documentId, personId],
  );
  const changed = rows.filter((row) => text.slice(row) !== row.words);
  await client.query(
    `UPDATE utterance u SET text = g.text, words = NULL, is_excerpt = false, word_count = ${wordCountOf('g.text')} FROM unnest($1::int8[], $2::text[]) g(id, text) WHERE u.id = g.id`,
    [changed.map(({ id }) => id), changed.map((row) => text.slice(row))],
  );
}
