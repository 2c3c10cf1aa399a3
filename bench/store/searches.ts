import type { Build, BuildReader } from './build';
import type { Shape } from './world';

const SELECTION =
  'isExact edges { score textMatches { highlights { start end text } } node { text speaker { name } company { name } } }';

/** What else the question says; `…` stands for a company's number. */
const FILTERS: Readonly<Record<string, string>> = {
  alone: '',
  company: 'symbols: ["MADE…"]',
  topic: 'topics: ["…t"]',
  quarter: 'period: "CY2017Q2"',
};

export interface SearchFigures {
  /** The words as they are typed, and in what share of the statements each stands. */
  readonly search: string;
  readonly shares: readonly number[];
  /** Median milliseconds of the first 20 with highlights, on one connection, by what else the question says; `~`: the newest were ranked. */
  readonly ms: Readonly<Record<string, string>>;
}

const ROUNDS = 5;
const WORDS = 12;

/** Twelve words from common to rare, and twelve pairs of them, each alone, with a company, a topic and a quarter. */
export async function measureSearches(build: Build, shape: Shape): Promise<SearchFigures[]> {
  // From half of the statements down to one in a hundred thousand, by even factors.
  const { rows: words } = await build.client.query<{ word: string; share: number }>(
    `WITH all_of AS (SELECT sum(statement_count)::float8 AS n FROM company)
     SELECT DISTINCT ON (word) w.lexeme AS word, w.statements / n AS share
     FROM all_of, generate_series(0, ${WORDS - 1}) i CROSS JOIN LATERAL (
       SELECT lexeme, statements FROM lexeme_count WHERE lexeme ~ '^[a-z0-9]+$' AND statements > 0
       ORDER BY abs(ln(statements / n) - ln(0.5 * 10 ^ (-0.43 * i))), lexeme LIMIT 1) w`,
  );
  words.sort((a, b) => b.share - a.share);
  const { rows: topics } = await build.client.query<{ slug: string }>(
    'SELECT slug FROM topic ORDER BY utterance_count DESC LIMIT 1',
  );
  const pairs = words.map((word, i) => [word, words[(i + 1 + (i % 3)) % words.length]!]);
  const reader = await build.openReader();
  const figures: SearchFigures[] = [];
  try {
    for (const set of [...words.map((word) => [word]), ...pairs]) {
      const search = set.map(({ word }) => word).join(' ');
      const ms: Record<string, string> = {};
      for (const [name, filter] of Object.entries(FILTERS)) {
        const rest = filter.replace('…t', topics[0]!.slug).replace('…', String(Math.min(7, shape.companies)));
        ms[name] = await measure(
          reader,
          `{ statements(first: 20, filter: { search: { query: "${search}" } ${rest} }) { ${SELECTION} } }`,
        );
      }
      figures.push({ search, shares: set.map(({ share }) => Number(share.toFixed(5))), ms });
    }
  } finally {
    await reader.close();
  }
  return figures;
}

async function measure(reader: BuildReader, question: string): Promise<string> {
  const times: number[] = [];
  let text = '';
  for (let round = -1; round < ROUNDS; round++) {
    const started = performance.now();
    text = await reader.ask(question);
    if (round >= 0) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const isExact = JSON.parse(text).statements.isExact;
  return `${times[ROUNDS >> 1]!.toFixed(1)}${isExact ? '' : ' ~'}`;
}
