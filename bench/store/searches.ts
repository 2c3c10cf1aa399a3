import { readFileSync } from 'node:fs';
import type { Build, BuildReader } from './build';
import type { Shape } from './world';

const SELECTION =
  'isExact edges { score textMatches { highlights { start end text } } node { text speaker { name } company { name } } }';

/** What else the question says; `…` stands for a company's number, `…t` for a topic. */
const FILTERS: Readonly<Record<string, string>> = {
  alone: '',
  company: 'symbols: ["MADE…"]',
  topic: 'topics: ["…t"]',
  quarter: 'period: "CY2017Q2"',
};

export interface SearchFigures {
  /** The search as it is typed, and in what share of the statements each of its words stands. */
  readonly search: string;
  readonly shares: readonly number[];
  /** What else the question says: a key of FILTERS, or in words. */
  readonly filter: string;
  /** Median milliseconds that Postgres worked for the first 20 with highlights, on one connection, warm. */
  readonly ms: number;
  /** False: the newest were ranked. */
  readonly isExact: boolean;
}

interface Scenario extends Pick<SearchFigures, 'search' | 'shares' | 'filter'> {
  readonly question: string;
}

const ROUNDS = 5;
const WORDS = 12;

interface Word {
  readonly word: string;
  readonly share: number;
}

/**
 * Twelve words from common to rare and twelve pairs of them, each alone, with a company, a topic and a quarter; phrases, beginnings of
 * words and searches within each of twenty companies. The slowest first.
 */
export async function measureSearches(build: Build, shape: Shape): Promise<SearchFigures[]> {
  const words = await chooseWords(build);
  const { rows: topics } = await build.client.query<{ slug: string }>(
    'SELECT slug FROM topic ORDER BY utterance_count DESC LIMIT 1',
  );
  const company = String(Math.min(7, shape.companies));
  const scenarios = [...filtered(words, company, topics[0]!.slug), ...special(words)];
  const reader = await build.openReader();
  const figures: SearchFigures[] = [];
  try {
    await reader.ask(scenarios[0]!.question);
    const clock = await openClock(build);
    for (const { question, ...scenario } of scenarios)
      figures.push({ ...scenario, ...(await measure(reader, question, clock)) });
  } finally {
    await reader.close();
  }
  return figures.sort((a, b) => b.ms - a.ms);
}

/** From the commonest to the rarest of which there are ten, by even factors; each time the nearest that is not taken yet. */
async function chooseWords(build: Build): Promise<Word[]> {
  const { rows } = await build.client.query<Word>(
    `SELECT lexeme AS word, statements / (SELECT sum(statement_count)::float8 FROM company) AS share
     FROM lexeme_count WHERE lexeme ~ '^[a-z0-9]+$' AND statements >= 10 ORDER BY statements DESC, lexeme`,
  );
  const [most, least] = [rows[0]!.share, rows.at(-1)!.share];
  const chosen: Word[] = [];
  for (let i = 0; i < WORDS; i++) {
    const wanted = Math.log(most * (least / most) ** (i / (WORDS - 1)));
    const distance = ({ share }: Word) => Math.abs(Math.log(share) - wanted);
    const left = rows.filter((row) => !chosen.includes(row));
    chosen.push(left.reduce((best, row) => (distance(row) < distance(best) ? row : best)));
  }
  return chosen.sort((a, b) => b.share - a.share);
}

const typed = (words: readonly Word[]) => words.map(({ word }) => word).join(' ');
const shareOf = ({ share }: Word) => Number(share.toFixed(5));
const statements = (search: string, filter = '', first = 20) =>
  `statements(first: ${first}, filter: { search: { ${search} } ${filter} }) { ${SELECTION} }`;

function filtered(words: readonly Word[], company: string, topic: string): Scenario[] {
  const pairs = words.map((word, i) => [word, words[(i + 1 + (i % 3)) % words.length]!]);
  return [...words.map((word) => [word]), ...pairs].flatMap((set) =>
    Object.entries(FILTERS).map(([filter, text]) => ({
      search: typed(set),
      shares: set.map(shareOf),
      filter,
      question: `{ ${statements(`query: "${typed(set)}"`, text.replace('…t', topic).replace('…', company))} }`,
    })),
  );
}

function special([first, second, third]: readonly Word[]): Scenario[] {
  const two = [first!, second!];
  const letter = third!.word.slice(0, 1);
  const phrase = `query: "${typed(two)}", mode: PHRASE`;
  const shares = two.map(shareOf);
  const each = (search: string) => `{ companies(first: 20) { nodes { ${statements(search, '', 5)} } } }`;
  return [
    { search: `"${typed(two)}"`, shares, filter: 'alone', question: `{ ${statements(phrase)} }` },
    {
      search: `"${typed(two)}"`,
      shares,
      filter: 'paraphrases',
      question: `{ ${statements(phrase, 'directness: [PARAPHRASE]')} }`,
    },
    ...['w', 'w1', letter].map((begun) => ({
      search: `${begun}…`,
      shares: [],
      filter: 'alone',
      question: `{ ${statements(`query: "${begun}", mode: PREFIX`)} }`,
    })),
    {
      search: 'w…',
      shares: [],
      filter: 'paraphrases',
      question: `{ ${statements('query: "w", mode: PREFIX', 'directness: [PARAPHRASE]')} }`,
    },
    {
      search: first!.word,
      shares: [shareOf(first!)],
      filter: 'each of 20 companies',
      question: each(`query: "${first!.word}"`),
    },
    { search: `"${typed(two)}"`, shares, filter: 'each of 20 companies', question: each(phrase) },
    {
      search: `-${first!.word}`,
      shares: [shareOf(first!)],
      filter: 'alone',
      question: `{ ${statements(`query: "-${first!.word}"`)} }`,
    },
  ];
}

/** Milliseconds so far: of processor that Postgres has used for the reader, where it runs on this machine under Linux; else of the clock. */
type Clock = () => number;

async function openClock({ client }: Build): Promise<Clock> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  const files = rows.map(({ pid }) => `/proc/${pid}/schedstat`);
  const used = () => files.reduce((sum, file) => sum + Number(readFileSync(file, 'utf8').split(' ')[0]), 0) / 1e6;
  try {
    used();
    return used;
  } catch {
    return () => performance.now();
  }
}

async function measure(
  reader: BuildReader,
  question: string,
  clock: Clock,
): Promise<Pick<SearchFigures, 'ms' | 'isExact'>> {
  const times: number[] = [];
  let text = '';
  for (let round = -1; round < ROUNDS; round++) {
    const started = clock();
    text = await reader.ask(question);
    if (round >= 0) times.push(clock() - started);
  }
  times.sort((a, b) => a - b);
  return { ms: Number(times[ROUNDS >> 1]!.toFixed(1)), isExact: !text.includes('"isExact":false') };
}

/** The figures as a table of Markdown. */
export function printSearches(figures: readonly SearchFigures[]): string {
  const percent = (share: number) => `${Number((share * 100).toPrecision(2))} %`;
  const rows = figures.map(
    ({ search, shares, filter, ms, isExact }) =>
      `| ${ms} | \`${search}\` | ${shares.map(percent).join(', ')} | ${filter} | ${isExact ? 'all' : 'the newest'} |`,
  );
  return ['| ms | search | share of the statements | with | ranked |', '|--:|---|---|---|---|', ...rows].join('\n');
}
