import type { Client } from 'pg';
import type { LexemeCounts } from './lexemes';

/** Lexemes of quarters lead a search from one quarter to the next, so that a new one has to be there at once. */
const isLeading = (lexeme: string): boolean => lexeme.startsWith('q ');

/** Entries of a batch that are not added up yet: some megabytes of memory and a tenth of a second. */
const MOST_WAITING = 200_000;

/** Entries that wait, by connection, while it writes a batch. */
const waiting = new WeakMap<Client, number>();

const ADD = `
  INSERT INTO lexeme_count AS c (lexeme, statements, comments)
  SELECT d.lexeme, d.s, d.n FROM unnest($1::text[], $2::int[], $3::int[]) d(lexeme, s, n) ORDER BY d.lexeme COLLATE "C"
  ON CONFLICT (lexeme) DO UPDATE SET statements = c.statements + excluded.statements, comments = c.comments + excluded.comments`;
const ADD_AND_WAIT = `WITH at_once AS (${ADD}) INSERT INTO lexeme_delta (lexemes, statements, comments) VALUES ($4, $5, $6)`;

/** While it is on, the database does not count what is inserted into `utterance`: whoever sets it calls countLexemes. */
export const COUNTED_HERE = 'earshot.lexemes_counted';

/**
 * Counts lexemes of new utterances, in the transaction that writes them. Many documents of a batch have the same words: their counts wait in
 * `lexeme_delta` until there are enough, since a word's row costs as much to change for one utterance as for a thousand.
 */
export async function countLexemes(client: Client, counts: LexemeCounts): Promise<void> {
  if (counts.lexemes.length === 0) return;
  const before = waiting.get(client);
  if (before === undefined) {
    await client.query({ name: 'earshot_lexeme_count', text: ADD, values: columns(counts) });
    return;
  }
  const rest = pick(counts, (lexeme) => !isLeading(lexeme));
  const values = [...columns(pick(counts, isLeading)), ...columns(rest)];
  await client.query({ name: 'earshot_lexeme_delta', text: ADD_AND_WAIT, values });
  const now = before + rest.lexemes.length;
  if (now >= MOST_WAITING) await client.query('SELECT earshot_settle_lexemes()');
  waiting.set(client, now >= MOST_WAITING ? 0 : now);
}

/** From here on counts wait for each other. */
export function beginWaiting(client: Client): void {
  waiting.set(client, 0);
}

/** Adds up what waits, be it of a batch that was broken off. In a transaction that holds the lock of writers. */
export async function settleLexemes(client: Client): Promise<void> {
  waiting.delete(client);
  await client.query('SELECT earshot_settle_lexemes()');
}

const columns = ({ lexemes, statements, comments }: LexemeCounts) => [lexemes, statements, comments];

function pick({ lexemes, statements, comments }: LexemeCounts, wanted: (lexeme: string) => boolean): LexemeCounts {
  const picked: LexemeCounts = { lexemes: [], statements: [], comments: [] };
  for (const [i, lexeme] of lexemes.entries()) {
    if (!wanted(lexeme)) continue;
    picked.lexemes.push(lexeme);
    picked.statements.push(statements[i]!);
    picked.comments.push(comments[i]!);
  }
  return picked;
}
