import { Client } from 'pg';
import { makeLexemes } from '../../src/ingest/persist/lexemes';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { Random } from '../support/random';
import { runCount, runSeed } from '../support/settings';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const quarter = {
  id: 1,
  company_id: 7,
  fiscal_year: 2025,
  fiscal_quarter: 1,
  calendar_year: 2024,
  calendar_quarter: 4,
};

/** Texts whose given lexemes are not those that the database makes, and lexemes that are counted otherwise. */
async function findOthers(texts: readonly string[]): Promise<unknown[]> {
  const utterances = texts.map((text, i) => ({
    text,
    type: i % 3 === 0 ? ('AnalystComment' as const) : ('Statement' as const),
    companyId: i % 5 === 0 ? null : 7,
    quarter: i % 7 === 0 ? null : quarter,
  }));
  const made = await makeLexemes(client, utterances);
  const vectors = utterances.map((_, i) => made.vector(i));
  const counts = made.counts();
  const { rows } = await client.query(
    `WITH given AS (
       SELECT g.*, earshot_lexemes(g.words, g.c, g.y, g.q) AS own FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[]) g(words, vector, type, c, y, q)
     ), real AS (
       SELECT l AS lexeme, count(*) FILTER (WHERE type = 'Statement') AS s, count(*) FILTER (WHERE type <> 'Statement') AS n
       FROM given, unnest(tsvector_to_array(own)) l GROUP BY 1
     )
     SELECT left(words, 200) AS what, left(vector, 300) AS given, left(own::text, 300) AS made FROM given WHERE vector::tsvector <> own
     UNION ALL SELECT coalesce(c.lexeme, r.lexeme), (c.s, c.n)::text, (r.s, r.n)::text
     FROM unnest($7::text[], $8::int[], $9::int[]) c(lexeme, s, n) FULL JOIN real r ON r.lexeme = c.lexeme WHERE (c.s, c.n) IS DISTINCT FROM (r.s, r.n)`,
    [
      texts,
      vectors,
      utterances.map(({ type }) => type),
      utterances.map(({ companyId }) => companyId),
      utterances.map((utterance) => utterance.quarter?.calendar_year ?? null),
      utterances.map((utterance) => utterance.quarter?.calendar_quarter ?? null),
      counts.lexemes,
      counts.statements,
      counts.comments,
    ],
  );
  return rows;
}

const PARTS = [
  ..."the Compute computing W w w2 R&D AT&T don't it\u2019s 48.39 $1,5e3 1e5 -12 +7.5 3d 10k v2.0.1 C++ it\\s \\ ' '' \"quoted\" a/b x@y.com www.x.com/y?z <b> &amp; _".split(
    ' ',
  ),
  ...'Ørsted Łukasz Straße Æon Đuro café cafe\u0301 na\u00efve ﬁne ½ ² Ⅷ İstanbul ǅ ﷺ 東京 日本語テキスト Ελλάδα Москва \u00a0 \u2003 \u200b \u200d \u00ad soft\u00adhyphen 😀 \u{1f1e9}\u{1f1ea} \u0301'.split(
    ' ',
  ),
  '\t',
  '\n',
  '…',
  '–',
  '\u0000'.replace('\u0000', '\u0001'),
];

test('lexemes that the writer gives are those that the database would make: of whatever is written', async () => {
  const random = new Random(runSeed());
  const texts = Array.from({ length: runCount('LEXEME_TEXTS', 600) }, () => {
    const words = Array.from({ length: random.below(30) + 1 }, () => {
      const kind = random.below(10);
      if (kind < 7) return random.pick(PARTS);
      const points = Array.from({ length: random.below(4) + 1 }, () => random.below(kind === 7 ? 0x24ff : 0x1ffff) + 1);
      return String.fromCodePoint(...points.map((point) => (point >= 0xd800 && point <= 0xdfff ? 0x41 : point)));
    });
    return words.join(random.pick([' ', ' ', '', '-', '  ', '.']));
  });
  expect(await findOthers(texts)).toEqual([]);
  // Again, out of what is known by now.
  expect(await findOthers(texts)).toEqual([]);
});

test('and of texts that are long: many places of a word, words longer than a lexeme, more than is searched', async () => {
  expect(
    await findOthers([
      'compute '.repeat(254),
      'compute '.repeat(255),
      'compute '.repeat(256),
      'compute '.repeat(300),
      'the compute '.repeat(1_500),
      Array.from({ length: 19_000 / 6 }, (_, i) => `w${i}`).join(' '),
      Array.from({ length: 60_000 / 6 }, (_, i) => `w${i}`).join(' '),
      `${'x'.repeat(2_046)} ${'y'.repeat(2_047)} ${'z'.repeat(3_000)} end`,
      `${'é'.repeat(1_500)} end`,
      'a '.repeat(60_000),
      'a',
    ]),
  ).toEqual([]);
});
