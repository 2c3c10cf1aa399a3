import type { Client } from 'pg';

const BODY = 'nodes { text saidOn directness speaker { name } company { name } quarter { label } }';

/** What a question can be about, with words in the database that is asked. */
export interface Subjects {
  /** Slugs, the most frequent first. */
  readonly topics: readonly string[];
  readonly symbols: readonly string[];
  /** Calls with a call in the quarter before. */
  readonly calls: readonly { readonly symbol: string; readonly period: string }[];
}

export interface Question {
  readonly name: string;
  /** Whether a build before this order can be asked, too. */
  readonly isOld?: true;
  /** Whether it counts what there is, so that it takes the longer the more there is. */
  readonly counts?: true;
  /** Null where nothing is stored that it could be about. */
  text(subjects: Subjects, round: number): string | null;
}

const pick = <T>(list: readonly T[], round: number): T => list[round % list.length] as T;

export const QUESTIONS: readonly Question[] = [
  {
    name: 'topic page of one company',
    isOld: true,
    text: ({ symbols, topics }, i) =>
      `{ statements(first: 20, filter: { symbols: ["${pick(symbols, i)}"], topics: ["${pick(topics, i)}"] }) { ${BODY} } }`,
  },
  {
    name: 'topic page',
    isOld: true,
    text: ({ topics }, i) => `{ statements(first: 20, filter: { topics: ["${pick(topics, i)}"] }) { ${BODY} } }`,
  },
  {
    name: 'topic page of a calendar quarter',
    isOld: true,
    text: ({ topics }, i) =>
      `{ statements(first: 20, filter: { period: "CY2017Q${1 + (i % 4)}", topics: ["${pick(topics, i)}"] }) { ${BODY} } }`,
  },
  {
    name: 'company page, newest first',
    isOld: true,
    text: ({ symbols }, i) => `{ statements(first: 20, filter: { symbols: ["${pick(symbols, i)}"] }) { ${BODY} } }`,
  },
  {
    name: 'company page, oldest first',
    isOld: true,
    text: ({ symbols }, i) =>
      `{ statements(first: 20, filter: { symbols: ["${pick(symbols, i)}"] }, orderBy: { field: SAID_AT, direction: ASC }) { ${BODY} } }`,
  },
  {
    name: 'look-up of a company',
    isOld: true,
    text: ({ symbols }, i) => `{ company(symbol: "${pick(symbols, i)}") { slug name sector } }`,
  },
  { name: 'newest of all', isOld: true, text: () => `{ statements(first: 20) { ${BODY} } }` },
  {
    name: 'first mention of a topic at a company',
    text: ({ symbols, topics }, i) =>
      `{ topic(slug: "${pick(topics, i)}") { firstMention(symbol: "${pick(symbols, i)}") { text saidOn } } }`,
  },
  {
    name: 'first mention of a topic',
    text: ({ topics }, i) => `{ topic(slug: "${pick(topics, i)}") { firstMention { text saidOn } } }`,
  },
  {
    name: 'trend of a topic at twenty companies',
    text: ({ symbols, topics }, i) => {
      const twenty = symbols.slice(0, 200).filter((_, at, all) => at % Math.ceil(all.length / 20) === 0);
      return `{ topic(slug: "${pick(topics, i)}") { trend(symbols: ${JSON.stringify(twenty)}) { calendarPeriod company { symbol } mentions statements share } } }`;
    },
  },
  {
    name: "a company's statements by quarter",
    counts: true,
    text: ({ symbols }, i) =>
      `{ company(symbol: "${pick(symbols, i)}") { statements(first: 1) { groupBy(keys: [QUARTER], first: 50) { keys { value } count } } } }`,
  },
  {
    name: 'what changed on a call',
    text: ({ calls }, i) => {
      if (calls.length === 0) return null;
      const { symbol, period } = pick(calls, i);
      return `{ company(symbol: "${symbol}") { quarter(period: "${period}") { changes { incomplete topics { topic { slug } movement before after } speakers { person { name } movement } } } } }`;
    },
  },
];

/** Of what the smaller of two databases has: companies of the first documents are in both. */
export async function findSubjects(client: Client, symbols?: readonly string[]): Promise<Subjects> {
  const column = async <T>(sql: string): Promise<T[]> =>
    (await client.query({ text: sql, rowMode: 'array' })).rows.map(([value]) => value);
  const known =
    symbols ??
    (await column<string>(
      `SELECT s.symbol FROM company c JOIN company_symbol s ON s.company_id = c.id WHERE c.statement_count > 0 ORDER BY md5(s.symbol) LIMIT 300`,
    ));
  const { rows: calls } = await client.query(
    `SELECT s.symbol, q.fiscal_year || 'Q' || q.fiscal_quarter AS period FROM quarter q JOIN company_symbol s ON s.company_id = q.company_id
     WHERE q.utterance_count > 0 AND EXISTS (SELECT FROM quarter p WHERE p.company_id = q.company_id AND p.utterance_count > 0
       AND p.fiscal_year * 4 + p.fiscal_quarter = q.fiscal_year * 4 + q.fiscal_quarter - 1) ORDER BY md5(s.symbol || q.id) LIMIT 60`,
  );
  return {
    topics: await column<string>('SELECT slug FROM topic ORDER BY utterance_count DESC, slug LIMIT 40'),
    symbols: known,
    calls,
  };
}
