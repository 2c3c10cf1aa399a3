import type { Client } from 'pg';
import { DocumentKind } from '../../domain/document.entity';
import { dropDocument } from './drop-document';

/** A quotation may end in another mark where the sentence around it goes on differently. */
const bare = (text: string): string => `rtrim(${text}, ',.')`;

/**
 * A document of the sample that retells an article gives way to the article itself: one that has each of its quotations, word for
 * word. Both would give every quotation twice.
 */
export async function giveWay(client: Client, documentId: number): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT r.id FROM sample_row s JOIN document r ON r.id = s.id JOIN document d ON d.id = $1
     WHERE s.kind = 'document' AND r.kind = $2 AND d.kind = $3
       AND EXISTS (SELECT FROM utterance u WHERE u.document_id = r.id AND u.directness = 'DIRECT_QUOTE')
       AND NOT EXISTS (SELECT FROM utterance u WHERE u.document_id = r.id AND u.directness = 'DIRECT_QUOTE' AND strpos(d.text, ${bare('u.text')}) = 0)`,
    [documentId, DocumentKind.NOTE, DocumentKind.NEWS_ARTICLE],
  );
  for (const { id } of rows) {
    await dropDocument(client, id);
    await client.query("DELETE FROM sample_row WHERE kind = 'document' AND id = $1", [id]);
  }
}

/** Whether an article about one of the companies is stored that has each of the quotations. */
export async function isToldByArticle(
  client: Client,
  quotes: readonly string[],
  companies: readonly string[],
): Promise<boolean> {
  if (quotes.length === 0) return false;
  const { rows } = await client.query(
    `SELECT FROM document d WHERE d.kind = $1 AND d.superseded_by_id IS NULL
       AND EXISTS (SELECT FROM document_company JOIN company c ON c.id = company_id WHERE document_id = d.id AND c.slug = ANY ($3))
       AND NOT EXISTS (SELECT FROM unnest($2::text[]) quote WHERE strpos(d.text, ${bare('quote')}) = 0) LIMIT 1`,
    [DocumentKind.NEWS_ARTICLE, quotes, companies],
  );
  return rows.length > 0;
}
