import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { canonicalAddress } from '../src/domain/web-address';

const UP = [
  // What must not come back, by nothing but digests (SHA-256, hexadecimal): of bytes, of a natural key, of an address.
  `CREATE TABLE banned_source (
    kind text NOT NULL CHECK (kind IN ('BYTES', 'KEY', 'URL')),
    digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    document_id int NOT NULL REFERENCES document ON DELETE CASCADE,
    banned_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (kind, digest, document_id)
  )`,
  'CREATE INDEX banned_source_document_idx ON banned_source (document_id)',
  // People who were taken out, by digests of the keys of their names.
  `CREATE TABLE removed_person (
    digest text PRIMARY KEY CHECK (digest ~ '^[0-9a-f]{64}$'),
    person_id int NOT NULL,
    reason text NOT NULL,
    removed_at timestamptz NOT NULL DEFAULT now()
  )`,
];

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export class KeepBans20261128003100 implements MigrationInterface {
  name = 'KeepBans20261128003100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    const removed: { id: number; bytes: string; natural_key: string; url: string | null; removed_at: string }[] =
      await runner.query(
        `SELECT id, CASE WHEN content_digest ~ '^[0-9a-f]{64}$' THEN content_digest ELSE sha256 END AS bytes, natural_key, url, removed_at
         FROM document WHERE removed_at IS NOT NULL`,
      );
    for (const { id, bytes, natural_key: key, url, removed_at: at } of removed) {
      const address = url === null ? null : canonicalAddress(url);
      const digests = [
        ['BYTES', bytes],
        ['KEY', digestOf(key.replace(/#[0-9a-f]{12}$/, ''))],
      ];
      if (address !== null) digests.push(['URL', digestOf(address)]);
      for (const [kind, digest] of digests) {
        await runner.query('INSERT INTO banned_source VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
          kind,
          digest,
          id,
          at,
        ]);
      }
    }
    // Of what was taken down neither title nor address stays readable. Revisions keep their order by their own numbers.
    await runner.query(
      `UPDATE document d SET title = 'Taken down', publisher = NULL, url = NULL, published_at_text = NULL,
         natural_key = 'removed:' || (SELECT max(r.id) FROM document r WHERE r.natural_key = d.natural_key) WHERE removed_at IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE removed_person');
    await runner.query('DROP TABLE banned_source');
  }
}
