import { Client } from 'pg';
import { plainWords } from '../../../src/domain/plain-words';
import { wordLikeness } from '../../../src/read/reference/name-likeness';
import { foundPlaces } from '../../../src/read/search/found-places';
import { readTree, wordsOf } from '../../../src/read/search/search-tree';
import { textMatches } from '../../../src/read/search/text-match';
import { type MatchMode, readSearch } from '../../../src/read/search/typed-search';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { Random } from '../../support/random';
import { randomSearch } from '../../support/random-search';
import { runCount, runSeed } from '../../support/settings';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

// biome-ignore lint/suspicious/noExplicitAny: a row of whatever is asked for
type Row = Record<string, any>;

const one = async (sql: string, values: unknown[]): Promise<Row> => (await client.query(sql, values)).rows[0];

const MODES: readonly MatchMode[] = ['WEB', 'PHRASE', 'ALL', 'ANY', 'PREFIX'];
const TYPED = `SELECT (to_tsquery('earshot', $1) && (to_tsquery('earshot', $2) || to_tsquery('earshot_begun', $2)))::text AS query`;

async function treeOf(query: string, mode: MatchMode) {
  const { words, begun } = readSearch({ query, mode });
  const { query: text } = await one(TYPED, [words, begun ?? '']);
  return readTree(text);
}

/** What a search finds of a text: whether it matches by Postgres, and the words that are shown. */
async function find(text: string, query: string, mode: MatchMode = 'WEB') {
  const tree = await treeOf(query, mode);
  const { words, begun } = readSearch({ query, mode });
  const row = await one(
    `SELECT v.lexemes @@ (to_tsquery('earshot', $2) && (to_tsquery('earshot', $3) || to_tsquery('earshot_begun', $3))) AS matches,
       (SELECT json_object_agg(l.lexeme, l.positions) FROM unnest(v.lexemes) l WHERE l.positions IS NOT NULL) AS places,
       ARRAY(SELECT CASE WHEN t.tokid = 12 THEN -1 ELSE 1 END * char_length(t.token)
         FROM ts_parse('default', earshot_plain_words($1)) t) AS tokens
     FROM (SELECT earshot_lexemes($1, NULL, NULL, NULL) AS lexemes) v`,
    [text, words, begun ?? ''],
  );
  const places = new Map(Object.entries(row.places ?? {})) as Map<string, number[]>;
  const found = tree ? foundPlaces(tree, places) : [];
  return {
    matches: row.matches,
    shown: textMatches(text, row.tokens, found).flatMap(({ highlights }) => highlights.map((h) => h.text)),
  };
}

test.each([
  ['We build compute; computing is dear.', 'compute', ['compute', 'computing']],
  [
    'Ørsted, Łukasz, Straße, Æon, Đuro and café',
    'orsted lukasz strasse aeon duro cafe',
    ['Ørsted', 'Łukasz', 'Straße', 'Æon', 'Đuro', 'café'],
  ],
  ['Orsted and Lukasz', 'ØRSTED łukasz', ['Orsted', 'Lukasz']],
  ['cafe\u0301 and na\u00efve', 'CAFÉ naive', ['cafe\u0301', 'na\u00efve']],
  ['Revenue of $48.39 billion, not 39.48', '48.39', ['48', '39']],
  ['AT&T and S&P 500; R&D of M&A', 'at&t r&d', ['AT&T', 'R&D']],
  ['ATT is AT&T', 'att', ['ATT', 'AT&T']],
  ['New York is not a new idea in York', '"new york"', ['New', 'York']],
  ['the cost of capital and a capital cost', '"cost of capital"', ['cost', 'capital']],
  ['over-the-counter trades', 'over-the-counter', ['counter']],
  ['year-over-year growth', '“year over year”', ['year', 'year']],
  ['“We,” he said—loudly—“grow”', 'grow said', ['said', 'grow']],
  ['\u{1f680}growth \u{1f680}\u{1f680} and more growth', 'growth', ['growth', 'growth']],
  ['U.S. demand and COVID-19', 'u.s. covid-19', ['U', 'COVID', '19']],
  ['inter\u00adnational sales', 'international', ['inter\u00adnational']],
  ['cats and dogs', 'birds or dogs', ['dogs']],
  ['cats and dogs', 'cats birds or dogs', ['cats', 'dogs']],
])('%s: %s', async (text, query, shown) => {
  expect(await find(text, query)).toEqual({ matches: true, shown });
});

test.each<[string, string, MatchMode, boolean, readonly string[]]>([
  ['cloud pricing is up', 'pricing of the cloud', 'ALL', true, ['cloud', 'pricing']],
  ['cloud pricing is up', 'cloud demand', 'ALL', false, ['cloud']],
  ['cloud pricing is up', 'cloud demand', 'ANY', true, ['cloud']],
  ['cloud pricing is up', 'cloud pricing', 'PHRASE', true, ['cloud', 'pricing']],
  ['cloud pricing is up', 'pricing cloud', 'PHRASE', false, []],
  ['cloud pricing is up', '"pricing cloud"', 'ALL', true, ['cloud', 'pricing']],
  ['cloud pricing is up', 'cloud pri', 'PREFIX', true, ['cloud', 'pricing']],
  ['inference is dear', 'in', 'PREFIX', true, ['inference']],
  ['inference is dear', 'the in', 'PREFIX', true, ['inference']],
  ['cloud pricing is up', 'clo pricing', 'PREFIX', false, ['pricing']],
  ['cloud pricing', 'cloud -pricing', 'WEB', false, ['cloud']],
  ['cloud demand', 'cloud -pricing', 'WEB', true, ['cloud']],
  ['cloud demand', 'cloud -"cloud pricing"', 'WEB', true, ['cloud']],
  ['cloud demand', '-pricing', 'WEB', true, []],
  ['long-term debt', 'long -term', 'WEB', false, ['long']],
  ['a hidden word', '…', 'WEB', false, []],
])('%s: %s (%s)', async (text, query, mode, matches, shown) => {
  expect(await find(text, query, mode)).toEqual({ matches, shown });
});

test.each([
  '',
  '   ',
  '"',
  '""',
  '-',
  '- -',
  'or',
  'or or',
  'the of and',
  '"the"',
  '-the',
  '¿?',
  '\u200b',
  "'",
  '\\',
  '()',
])('nothing is searched for by %j', async (query) => {
  for (const mode of MODES) {
    const tree = await treeOf(query, mode);
    // A word that is only begun is not yet a stop word; in the other modes "or" is one.
    if (mode === 'PREFIX' && /[a-z]/.test(query)) continue;
    expect(tree).toBeNull();
  }
});

test('texts and queries have their words taken apart by the same rule, whatever the character', async () => {
  const differing: string[] = [];
  for (let start = 1; start < 0x20000; start += 256) {
    const points = Array.from({ length: 256 }, (_, i) => start + i).filter((point) => point < 0xd800 || point > 0xdfff);
    const text = points.map((point) => `x${String.fromCodePoint(point)}`).join('');
    const { plain } = await one('SELECT earshot_plain_words($1) AS plain', [text]);
    if (plain !== plainWords(text)) differing.push(start.toString(16));
  }
  expect(differing).toEqual([]);
});

test('no word can be the lexeme of a company or a quarter', async () => {
  const { lexemes } = await one('SELECT earshot_lexemes($1, 12, 2024, 4)::text AS lexemes', [
    "c 12 c:12 'c 12' q 2024 4 c\u223612",
  ]);
  expect(lexemes).toBe("'12':2,4,6,11 '2024':8 '4':9 'c':1,3,5,10 'c 12' 'q':7 'q 2024 4'");
  const { none } = await one('SELECT earshot_lexemes($1, NULL, NULL, NULL)::text AS none', ['…']);
  expect(none).toBe("'c -' 'q -'");
});

test('texts of any length and words of any length can be stored', async () => {
  const long = [
    'x'.repeat(5_000),
    'é'.repeat(60_000),
    'a '.repeat(100_000),
    Array.from({ length: 50_000 }, (_, i) => i).join(' '),
  ];
  for (const text of long) await one('SELECT earshot_lexemes($1, 1, 2024, 4)', [text]);
});

test('whatever is typed is a search', async () => {
  const random = new Random(runSeed());
  for (let i = 0; i < runCount('SEARCHES', 2_000); i += 50) {
    const typed = Array.from({ length: 50 }, () =>
      readSearch({ query: Array.from(randomSearch(random)).slice(0, 1_000).join(''), mode: random.pick(MODES) }),
    );
    const { rows } = await client.query(
      `SELECT (to_tsquery('earshot', a) && (to_tsquery('earshot', b) || to_tsquery('earshot_begun', b)))::text AS query
      FROM unnest($1::text[], $2::text[]) t(a, b)`,
      [typed.map(({ words }) => words), typed.map(({ begun }) => begun ?? '')],
    );
    for (const { query } of rows) expect(wordsOf(readTree(query)).every(({ lexeme }) => lexeme.length > 0)).toBe(true);
  }
});

test('a query that is too long is refused, and the refusal says so', () => {
  expect(readSearch({ query: '\u{1f680}'.repeat(1_000) }).words).toBe('');
  expect(() => readSearch({ query: 'x'.repeat(1_001) })).toThrow(
    '`filter.search.query` has 1001 characters; at most 1000 are searched for.',
  );
});

test('a long text is shown around what was found, with places in each part', () => {
  const text = `${'lorem '.repeat(200)}compute ${'ipsum '.repeat(200)}compute.`;
  const tokens = text.split(/(?<=\s)|(?=\s)|(?=\.)/).map((token) => (/\w/.test(token) ? token.length : -token.length));
  const matches = textMatches(text, tokens, [201, 402]);
  expect(matches).toHaveLength(2);
  for (const { fragment, highlights } of matches) {
    expect(fragment.length).toBeLessThan(420);
    expect(text).toContain(fragment);
    expect(highlights).toEqual([expect.objectContaining({ text: 'compute' })]);
    const [{ start, end } = { start: 0, end: 0 }] = highlights;
    expect(fragment.slice(start, end)).toBe('compute');
  }
});

test('words of names are as like as pg_trgm finds them, where they are more than a slip apart', async () => {
  const words = [
    'zukerberg',
    'zuckerberg',
    'microsoft',
    'mikrosof',
    'nvidia',
    'invidious',
    'søren',
    'sorensen',
    'li',
    'lee',
    'a',
  ];
  const pairs = words.flatMap((a) => words.map((b) => ({ a, b }))).filter(({ a, b }) => a !== b);
  for (const { a, b } of pairs) {
    const { likeness } = await one('SELECT similarity($1, $2)::float8 AS likeness', [a, b]);
    const ours = wordLikeness(a, b);
    // Of a slip, more is said of what has few trigrams in common.
    if (ours !== 0.6) expect(ours).toBeCloseTo(likeness, 5);
  }
});
