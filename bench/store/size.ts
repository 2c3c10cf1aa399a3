import { Client } from 'pg';

export interface Size {
  /** Bytes an utterance: the two tables with their indexes, without what only text search needs. */
  readonly perUtterance: number;
  readonly perUtteranceWithText: number;
  readonly tables: Readonly<Record<string, number>>;
  readonly indexes: Readonly<Record<string, number>>;
  readonly indexesOfUtterance: number;
}

export async function measureSize(url: string, utterances: number): Promise<Size> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query(
      "SELECT relname AS name, pg_table_size(oid)::float8 AS size FROM pg_class WHERE relkind = 'r' AND relname IN ('utterance', 'topic_mention')",
    );
    const { rows: indexes } = await client.query(
      `SELECT i.relname AS name, t.relname AS of, pg_relation_size(i.oid)::float8 AS size FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
       JOIN pg_class t ON t.oid = x.indrelid WHERE t.relname IN ('utterance', 'topic_mention') ORDER BY 1`,
    );
    const {
      rows: [{ lexemes }],
    } = await client.query(
      `SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'utterance'::regclass AND attname = 'lexemes') AS lexemes`,
    );
    const text = lexemes
      ? Number((await client.query('SELECT sum(pg_column_size(lexemes)) AS size FROM utterance')).rows[0].size) +
        Number(indexes.find(({ name }) => name === 'utterance_lexemes_idx')?.size ?? 0)
      : 0;
    const all = [...tables, ...indexes].reduce((sum, { size }) => sum + size, 0);
    const each = (list: { name: string; size: number }[]) =>
      Object.fromEntries(list.map(({ name, size }) => [name, Math.round(size / utterances)]));
    return {
      perUtterance: Math.round((all - text) / utterances),
      perUtteranceWithText: Math.round(all / utterances),
      tables: each(tables),
      indexes: each(indexes),
      indexesOfUtterance: indexes.filter(({ of }) => of === 'utterance').length,
    };
  } finally {
    await client.end();
  }
}
