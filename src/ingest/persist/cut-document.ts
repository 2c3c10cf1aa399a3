import type { Client } from 'pg';
import { TextAccess } from '../../domain/document.entity';
import { chooseExcerpt, type Passage, printExcerpt } from '../../domain/excerpt';
import { shownLabel, shownWords } from './text-access';

/** Cuts what is stored of a document to what it gives out. A revision that gave way gives out nothing beside the one in its place. */
export async function cutDocument(client: Client, id: number, access: TextAccess, isCurrent: boolean): Promise<void> {
  const utterances = await readWords(client, 'utterance', 'coalesce(words, text)', id);
  const claims = await readWords(client, 'claim', 'coalesce(label_words, metric_label)', id);
  const excerpt = await chooseFor(client, id, access, isCurrent, [...utterances, ...claims]);
  await client.query('UPDATE document SET text_access = $2, excerpt = $3::int4multirange WHERE id = $1', [
    id,
    access,
    excerpt && printExcerpt(excerpt),
  ]);
  const shown = utterances.map(({ text, start }) => shownWords(text, start, excerpt));
  await client.query(
    `UPDATE utterance u SET text = g.text, words = g.words, is_excerpt = g.words IS NOT NULL
     FROM unnest($1::int8[], $2::text[], $3::text[]) g(id, text, words) WHERE u.id = g.id AND (u.text, u.words) IS DISTINCT FROM (g.text, g.words)`,
    [utterances.map((u) => u.id), shown.map(({ text }) => text), shown.map(({ words }) => words)],
  );
  const labels = claims.map((claim) => shownLabel(claim.text, claim, excerpt));
  await client.query(
    `UPDATE claim c SET metric_label = g.label, label_words = g.words FROM unnest($1::int8[], $2::text[], $3::text[]) g(id, label, words)
     WHERE c.id = g.id AND (c.metric_label, c.label_words) IS DISTINCT FROM (g.label, g.words)`,
    [claims.map((c) => c.id), labels.map(({ label }) => label), labels.map(({ words }) => words)],
  );
  // As shownSubject says it.
  await client.query(
    `UPDATE claim c SET subject = CASE WHEN $2 OR (c.label_words IS NULL
         AND position(c.subject_words IN substr(d.text, c.span_start + 1, c.span_end - c.span_start)) > 0) THEN c.subject_words END
     FROM document d WHERE d.id = c.document_id AND c.document_id = $1 AND c.subject_words IS NOT NULL`,
    [id, excerpt === null],
  );
}

async function chooseFor(
  client: Client,
  id: number,
  access: TextAccess,
  isCurrent: boolean,
  spans: readonly Passage[],
): Promise<Passage[] | null> {
  if (access === TextAccess.FULL) return null;
  if (access === TextAccess.NONE || !isCurrent) return [];
  const others = [
    ...(await readWords(client, 'rendering', 'NULL', id)),
    ...(await readWords(client, 'stated_metric', 'NULL', id)),
  ];
  const { rows } = await client.query<{ text: string }>('SELECT text FROM document WHERE id = $1', [id]);
  return chooseExcerpt(rows[0]?.text ?? '', [...spans, ...others]);
}

interface StoredWords extends Passage {
  readonly id: string;
  readonly text: string;
}

async function readWords(client: Client, table: string, text: string, documentId: number): Promise<StoredWords[]> {
  const { rows } = await client.query<StoredWords>(
    `SELECT id, span_start AS start, span_end AS "end", ${text} AS text FROM ${table} WHERE document_id = $1 ORDER BY span_start, id`,
    [documentId],
  );
  return rows;
}
