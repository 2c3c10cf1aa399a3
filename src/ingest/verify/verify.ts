import { Client } from 'pg';
import { inImport, withWriter } from '../persist/import-lock';
import { CARRIED, ROLLUPS } from './counts';
import type { Kept } from './kept';
import { LEXEMES, VECTORS } from './lexemes';
import { MENTIONS, TOPIC_LISTS } from './mentions';
import { COPIES, EXCHANGES, PLACES, WORD_COUNTS } from './utterances';

/** In order of dependence: what comes later is reckoned from what stands above it. */
const KEPT: readonly Kept[] = [
  COPIES,
  PLACES,
  WORD_COUNTS,
  MENTIONS,
  TOPIC_LISTS,
  EXCHANGES,
  VECTORS,
  LEXEMES,
  ...CARRIED,
  ...ROLLUPS,
];

/** Of each kind at most so many differences are told. */
const MOST_TOLD = 20;

export interface Difference {
  /** `utterance 12`. */
  readonly subject: string;
  /** What is kept, and what the words say; null where there is nothing. */
  readonly kept: string | null;
  readonly real: string | null;
}

export interface Verified {
  readonly name: string;
  readonly differences: number;
  readonly examples: readonly Difference[];
}

/** Compares what is kept beside the words with the words themselves, in one snapshot. Writes nothing, and holds nobody up. */
export async function verify(databaseUrl: string): Promise<Verified[]> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'earshot verify' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await compare(client);
  } finally {
    await client.end();
  }
}

/** Makes anew whatever differs, all of it or nothing, while other writers wait. Returns what had differed. */
export function rebuild(databaseUrl: string): Promise<Verified[]> {
  return withWriter(databaseUrl, (client) =>
    inImport(client, async () => {
      // A writer's session is set for single documents.
      await client.query('SET LOCAL enable_seqscan = on');
      const found: Verified[] = [];
      for (const kept of KEPT) {
        const verified = await compareOne(client, kept);
        if (verified.differences > 0) await kept.rebuild(client);
        found.push(verified);
      }
      return found;
    }),
  );
}

async function compare(client: Client): Promise<Verified[]> {
  const found: Verified[] = [];
  for (const kept of KEPT) found.push(await compareOne(client, kept));
  return found;
}

async function compareOne(client: Client, { name, differing }: Kept): Promise<Verified> {
  const { rows } = await client.query<Difference & { n: string }>(
    `SELECT *, count(*) OVER () AS n FROM (${differing}) d ORDER BY subject LIMIT ${MOST_TOLD}`,
  );
  return {
    name,
    differences: Number(rows[0]?.n ?? 0),
    examples: rows.map(({ subject, kept, real }) => ({ subject, kept, real })),
  };
}
