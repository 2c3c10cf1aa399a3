import type { Client } from 'pg';
import { type DocumentReport, noCounts } from './document-rows';

/** What a document holds that is stored already. */
export async function unchangedReport(client: Client, documentId: number): Promise<DocumentReport> {
  const { rows } = await client.query<{ statements: number; comments: number; claims: number }>(
    `SELECT count(*) FILTER (WHERE type = 'Statement')::int AS statements, count(*) FILTER (WHERE type <> 'Statement')::int AS comments,
       (SELECT count(*)::int FROM claim WHERE document_id = $1) AS claims FROM utterance WHERE document_id = $1`,
    [documentId],
  );
  const { statements, comments, claims } = rows[0]!;
  return {
    documentId,
    outcome: 'unchanged',
    statements: { ...noCounts(), unchanged: statements },
    analystComments: { ...noCounts(), unchanged: comments },
    claims: { ...noCounts(), unchanged: claims },
  };
}
