import type { Client } from 'pg';
import { readEarlier } from './earlier-words';
import { Tally } from './tally';

/**
 * Removes the words of a document with all that hangs on them (mentions, renderings, claims, exchanges, values), and keeps the
 * counts true. The document's own row stays. Returns how many utterances went.
 */
export async function dropWords(client: Client, documentId: number): Promise<number> {
  const words = await readEarlier(client, documentId);
  const tally = new Tally();
  for (const utterance of words) tally.remove(utterance);
  await tally.write(client);
  for (const table of ['claim', 'rendering', 'entity_mention', 'stated_metric', 'document_event', 'document_company']) {
    await client.query(`DELETE FROM ${table} WHERE document_id = $1`, [documentId]);
  }
  const { rows } = await client.query<{ exchange_id: number }>(
    'SELECT DISTINCT exchange_id FROM utterance WHERE document_id = $1 AND exchange_id IS NOT NULL',
    [documentId],
  );
  await client.query('DELETE FROM utterance WHERE document_id = $1', [documentId]);
  await client.query(
    'DELETE FROM exchange x WHERE x.id = ANY ($1) AND NOT EXISTS (SELECT FROM utterance u WHERE u.exchange_id = x.id)',
    [rows.map(({ exchange_id }) => exchange_id)],
  );
  return words.length;
}

/** Removes a document without a trace. Its earlier revisions have to go after it. */
export async function dropDocument(client: Client, documentId: number): Promise<void> {
  await dropWords(client, documentId);
  // A revision that it corrected is without successor then, and only one of a key may be: the key tells them apart.
  await client.query(
    "UPDATE document SET superseded_by_id = NULL, natural_key = natural_key || '#' || id WHERE superseded_by_id = $1",
    [documentId],
  );
  await client.query('DELETE FROM document WHERE id = $1', [documentId]);
}
