import type { Build, BuildReader } from './build';
import type { Shape } from './world';

const BODY = 'nodes { text saidOn directness speaker { name } company { name } quarter { label } }';

/** Questions of one company, person or topic each; `…` stands for its number. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'topic page of one company': `{ statements(first: 20, filter: { symbols: ["MADE…"], topics: ["…t"] }) { ${BODY} } }`,
  'topic page': `{ statements(first: 20, filter: { topics: ["…t"] }) { ${BODY} } }`,
  'topic page of a calendar quarter': `{ statements(first: 20, filter: { period: "CY2017Q…q", topics: ["…t"] }) { ${BODY} } }`,
  'company page, newest first': `{ statements(first: 20, filter: { symbols: ["MADE…"] }) { ${BODY} } }`,
  'company page, oldest first': `{ statements(first: 20, filter: { symbols: ["MADE…"] }, orderBy: { field: SAID_AT, direction: ASC }) { ${BODY} } }`,
  'look-up': '{ company(symbol: "MADE…") { slug name sector } }',
  'newest of all': `{ statements(first: 20) { ${BODY} } }`,
};

export interface PageFigures {
  readonly question: string;
  /** Median milliseconds of each build, one question after the other on one connection. */
  readonly ms: readonly number[];
  readonly ratio: number | null;
}

const ROUNDS = 60;

export async function measurePages(builds: readonly Build[], shape: Shape): Promise<PageFigures[]> {
  const readers: BuildReader[] = [];
  for (const build of builds) readers.push(await build.openReader());
  const { rows } = await builds[0]!.client.query<{ slug: string }>(
    'SELECT slug FROM topic ORDER BY utterance_count DESC LIMIT 40',
  );
  const figures: PageFigures[] = [];
  try {
    for (const [question, pattern] of Object.entries(QUESTIONS)) {
      const times = builds.map((): number[] => []);
      for (let round = -5; round < ROUNDS; round++) {
        const text = pattern
          .replace('…t', rows[Math.abs(round) % rows.length]!.slug)
          .replace('…q', String(1 + (Math.abs(round) % 4)))
          .replace('…', String(1 + ((Math.abs(round) * 7_919) % Math.min(shape.companies, 300))));
        for (const i of round % 2 ? builds.keys() : [...builds.keys()].reverse()) {
          const started = performance.now();
          await readers[i]!.ask(text);
          if (round >= 0) times[i]!.push(performance.now() - started);
        }
      }
      const ratios = builds.length > 1 ? times[0]!.map((ms, i) => times[1]![i]! / ms) : [];
      figures.push({
        question,
        ms: times.map((list) => Number(median(list).toFixed(3))),
        ratio: ratios.length > 0 ? Number(median(ratios).toFixed(2)) : null,
      });
    }
  } finally {
    for (const reader of readers) await reader.close();
  }
  return figures;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
