import { printGlobalId } from '../domain/global-id';
import { withWriter } from './persist/import-lock';

/** A stored document, for whoever administers them. */
export interface ListedDocument {
  readonly id: string;
  /** The number that the id stands for, shorter to type. */
  readonly key: number;
  readonly title: string;
  readonly kind: string;
  readonly format: string;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  readonly importedAt: string;
  /** Of the source's bytes. */
  readonly sha256: string;
  readonly revision: number;
  /** Whether a newer revision has taken its place. */
  readonly superseded: boolean;
  readonly removedAt: string | null;
  readonly removalReason: string | null;
}

export interface ListOptions {
  /** A part of the title or the publisher, capitals or not. */
  readonly search?: string;
  /** Also revisions that gave way, and what was taken down. */
  readonly all?: boolean;
  readonly limit: number;
}

/** Newest imports first. */
export function listDocuments(
  databaseUrl: string,
  { search = '', all = false, limit }: ListOptions,
): Promise<ListedDocument[]> {
  return withWriter(databaseUrl, async (client) => {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    const { rows } = await client.query(
      `SELECT id, title, kind, format, publisher, published_at, imported_at, sha256, revision, superseded_by_id, removed_at, removal_reason
       FROM document WHERE ($2 OR superseded_by_id IS NULL) AND (title ILIKE $1 OR publisher ILIKE $1) ORDER BY imported_at DESC, id DESC LIMIT $3`,
      [pattern, all, limit],
    );
    return rows.map((row) => ({
      id: printGlobalId('Document', row.id),
      key: row.id,
      title: row.title,
      kind: row.kind,
      format: row.format,
      publisher: row.publisher,
      publishedAt: row.published_at?.toISOString() ?? null,
      importedAt: row.imported_at.toISOString(),
      sha256: row.sha256,
      revision: row.revision,
      // What was taken down supersedes itself.
      superseded: row.superseded_by_id !== null && row.superseded_by_id !== row.id,
      removedAt: row.removed_at?.toISOString() ?? null,
      removalReason: row.removal_reason,
    }));
  });
}
