import type { Client } from 'pg';

/**
 * Documents that told words of these as a second source, and lose them with these. Their hash no longer stands for what is stored of
 * them: the next import of the same bytes is a revision.
 */
export async function bereave(client: Client, documents: readonly number[]): Promise<number[]> {
  const { rows } = await client.query<{ document_id: number }>(
    `SELECT DISTINCT r.document_id FROM rendering r JOIN utterance u ON u.id = r.utterance_id
     WHERE u.document_id = ANY ($1) AND r.document_id <> ALL ($1) ORDER BY 1`,
    [documents],
  );
  const bereft = rows.map(({ document_id }) => document_id);
  await client.query(
    "UPDATE document SET content_digest = 'bereft of ' || $2::text WHERE id = ANY ($1) AND content_digest IS NULL",
    [bereft, documents[0]],
  );
  return bereft;
}
