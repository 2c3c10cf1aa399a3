import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { TextAccess } from '../../src/domain/document.entity';
import { chooseExcerpt, cutWords, EXCERPT_SHARE, parseExcerpt } from '../../src/domain/excerpt';
import { printGlobalId } from '../../src/domain/global-id';
import { changeTextAccess } from '../../src/ingest/change-text-access';
import { importNative } from '../../src/ingest/native/import-native';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { Random } from '../support/random';
import { OperationMaker } from '../support/random-operation';
import { runSeed } from '../support/settings';
import { queryRows } from '../support/stored';
import { readSyntheticPool } from '../support/synthetic-pool';

const schema = buildGraph();
let database: TestDatabase;
let reader: Reader;

/** Every word of the text is a mark: it stands in it once, and tells where it was taken from. */
const mark = (i: number): string => `😀m${String(i).padStart(4, '0')}`;
const marks = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => mark(from + i)).join(' ');
const WORDS = 800;
const MARK = /😀m\d{4}/gu;

/** A call that is nothing but utterances, or a note with a few of them. */
function documentOf(key: string, kind: 'TRANSCRIPT' | 'NOTE', more: object = {}) {
  const length = kind === 'TRANSCRIPT' ? 40 : 12;
  const every = kind === 'TRANSCRIPT' ? 40 : 160;
  const utterances = Array.from({ length: WORDS / every }, (_, i) => {
    const from = i * every + (kind === 'TRANSCRIPT' ? 0 : 70);
    const isQuestion = i % 4 === 3;
    return {
      key: `u${i}`,
      text: marks(from, from + length),
      directness: kind === 'TRANSCRIPT' ? 'TRANSCRIPT' : 'DIRECT_QUOTE',
      speaker: isQuestion ? 'Priya Raman' : 'Nadia Okafor',
      section: isQuestion ? 'QUESTION' : kind === 'TRANSCRIPT' ? 'ANSWER' : 'ARTICLE',
      turn: i,
      topics: [{ topic: 'demand', spans: [mark(from + 2), marks(from + 8, from + 10)] }],
      ...(isQuestion ? { kind: 'QUESTION' } : {}),
    };
  });
  return {
    key,
    kind,
    title: `A ${kind.toLowerCase()}`,
    publisher: 'Orchard Wire',
    companies: ['orchard'],
    quarter: 'FY2024Q3',
    events: ['orchard/EARNINGS_CALL/2024-10-24'],
    text: marks(0, WORDS),
    utterances,
    exchanges:
      kind === 'TRANSCRIPT'
        ? [3, 11, 15].map((i) => ({ questions: [`u${i}`], answers: [`u${i + 1}`, `u${i + 2}`] }))
        : [],
    mentions: [5, 300, 700].map((i) => ({ name: mark(i), kind: 'ORGANIZATION', company: 'orchard' })),
    values: [30, 650].map((i) => ({
      text: mark(i),
      metric: 'revenue',
      period: `FY2024Q${i > 99 ? 2 : 3}`,
      value: '1',
      unit: 'USD',
    })),
    claims: [1, 4].map((i) => {
      const words = utterances[i]!.text.split(' ').slice(4, 8).join(' ');
      return { text: words, kind: 'LEVEL', label: words, value: 7, unit: 'USD', utterance: `u${i}` };
    }),
    ...more,
  };
}

const fileOf = (documents: readonly object[]) =>
  JSON.stringify({
    format: 'earshot/1',
    companies: [{ slug: 'orchard', name: 'Orchard Robotics', symbols: [{ symbol: 'ORCH', exchange: 'NASDAQ' }] }],
    people: [{ name: 'Nadia Okafor' }, { name: 'Priya Raman' }],
    firms: [{ name: 'Harbor Lane', kind: 'SELL_SIDE' }],
    analysts: [{ person: 'Priya Raman', firm: 'Harbor Lane' }],
    quarters: [2, 3].map((q) => ({
      company: 'orchard',
      period: `FY2024Q${q}`,
      start: `2024-0${q * 3 - 2}-01`,
      end: `2024-0${q * 3}-30`,
    })),
    events: [{ company: 'orchard', type: 'EARNINGS_CALL', title: 'Call', date: '2024-10-24', quarter: 'FY2024Q3' }],
    documents,
  });

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema, poolSize: 2 });
});

afterAll(async () => {
  await reader.close();
  await database.drop();
});

/** Every mark in any text of the answers of both executors. */
async function marksIn(source: string): Promise<string[]> {
  const { compiled, walked, errors } = await runBoth(reader, schema, source);
  expect(errors).toEqual([]);
  expect(compiled ?? walked).toBe(walked);
  return walked.match(MARK) ?? [];
}

const SOURCE = 'source { start end text before(chars: 2000) after(chars: 2000) }';
const SPAN = '{ start text before(chars: 300) after(chars: 300) }';
const WORDS_OF = `text isExcerpt speakerLabel ${SOURCE} topics { spans ${SPAN} } revisions { reason speakerLabel }`;
const OF_STATEMENT = `${WORDS_OF} claims { metricLabel source ${SPAN} } renderings ${SPAN} exchange { answers { text } questions { text } }`;

/** Every way to words of a document that the graph has, with slices of every size at every place. */
function questionsAbout(id: string): string[] {
  const windows = Array.from({ length: 40 }, (_, i) => `s${i}: text(start: ${i * 150}, end: ${i * 150 + 187})`);
  const document = `title text whole: text(start: 0) ${windows.join(' ')} far: text(start: 2147483647) mentions { name spans ${SPAN} }`;
  return [
    `{ node(id: "${id}") { ... on Document { ${document} } } }`,
    `{ node(id: "${id}") { ... on Document { utterances(first: 200) { nodes { ${WORDS_OF} ... on AnalystComment { statements { text } } } } } } }`,
    `{ node(id: "${id}") { ... on Document { statements(first: 200) { nodes { ${OF_STATEMENT} } } claims(first: 200) { nodes { metricLabel statement { text } source ${SPAN} } } } } }`,
    `{ statements(first: 200) { nodes { ${OF_STATEMENT} } } analystComments(first: 200) { nodes { ${WORDS_OF} statements { ${WORDS_OF} } } } }`,
    `{ exchanges(first: 200) { nodes { questions { ${WORDS_OF} } answers { ${OF_STATEMENT} } } } claims(first: 200) { nodes { metricLabel source ${SPAN} } } }`,
    `{ topic(slug: "demand") { firstMention { ${WORDS_OF} } } company(symbol: "ORCH") { metric(name: "revenue", period: "FY2024Q3") { source ${SPAN} } early: metric(name: "revenue", period: "FY2024Q2") { source ${SPAN} } } }`,
    ...[0, 1, 60, 2000].map(
      (chars) =>
        `{ node(id: "${id}") { ... on Document { utterances(first: 200) { nodes { source { before(chars: ${chars}) after(chars: ${chars}) } } } } } }`,
    ),
  ];
}

/** What came out, held against the excerpt that is stored; returns which part of the text came out. */
async function expectInside(key: string, seen: ReadonlySet<string>): Promise<number> {
  const rows = await queryRows(
    database.url,
    'SELECT text, excerpt::text AS excerpt FROM document WHERE natural_key = $1 AND superseded_by_id IS NULL',
    [`native:${key}`],
  );
  const points = Array.from(rows[0].text as string);
  const shown = parseExcerpt(rows[0].excerpt);
  const inside = new Set(shown.flatMap(({ start, end }) => points.slice(start, end).join('').match(MARK) ?? []));
  expect([...seen].filter((word) => !inside.has(word))).toEqual([]);
  expect(shown.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThanOrEqual(
    points.length * EXCERPT_SHARE,
  );
  return ([...seen].length * Array.from(mark(0)).length) / points.length;
}

const idOf = async (key: string, revision = 1): Promise<string> => {
  const sql = 'SELECT id FROM document WHERE natural_key = $1 AND revision = $2';
  return printGlobalId('Document', (await queryRows(database.url, sql, [`native:${key}`, revision]))[0].id);
};

test.each(['TRANSCRIPT', 'NOTE'] as const)(
  'whatever is asked, no more of an excerpted %s comes out than its excerpt',
  async (kind) => {
    const key = `marks-${kind.toLowerCase()}`;
    await importNative(database.url, [fileOf([documentOf(key, kind, { textAccess: 'EXCERPT' })])]);
    const seen = new Set<string>();
    for (const question of questionsAbout(await idOf(key))) for (const word of await marksIn(question)) seen.add(word);
    const pool = await readSyntheticPool(database.url);
    const seed = runSeed();
    for (let run = 0; run < 30; run++) {
      for (const word of await marksIn(new OperationMaker(schema, new Random(seed + run), pool).make())) seen.add(word);
    }
    // What is given out is found, too: by these questions nearly all of the excerpt.
    expect(await expectInside(key, seen)).toBeGreaterThan(EXCERPT_SHARE * 0.85);

    // A corrected revision: both together show no more than one share, and the old one nothing of its own.
    const corrected = documentOf(key, kind, { text: `${marks(9_000, 9_100)} ${marks(0, WORDS)}` });
    await importNative(database.url, [fileOf([corrected])]);
    const both = new Set<string>();
    for (const revision of [1, 2]) {
      for (const question of questionsAbout(await idOf(key, revision)))
        for (const word of await marksIn(question)) both.add(word);
    }
    await expectInside(key, both);
    await queryRows(database.url, 'TRUNCATE document CASCADE');
  },
  120_000,
);

test('NONE gives no word by any door, FULL gives all again, EXCERPT the same part as at first', async () => {
  const key = 'marks-changed';
  await importNative(database.url, [fileOf([documentOf(key, 'TRANSCRIPT')])]);
  const id = await idOf(key);
  const number = Number(
    (await queryRows(database.url, 'SELECT id FROM document WHERE natural_key = $1', [`native:${key}`]))[0].id,
  );
  const everything = async () => {
    const seen = new Set<string>();
    for (const question of questionsAbout(id)) for (const word of await marksIn(question)) seen.add(word);
    return [...seen].sort();
  };
  const all = await everything();
  expect(all).toHaveLength(WORDS);
  const answerOf = async () => {
    const parts = [];
    for (const question of questionsAbout(id)) parts.push((await runBoth(reader, schema, question)).walked);
    return parts;
  };
  const before = await answerOf();
  expect(await changeTextAccess(database.url, number, TextAccess.NONE)).toEqual({
    before: 'FULL',
    after: 'NONE',
    documents: [number],
  });
  expect(await everything()).toEqual([]);
  const { walked } = await runBoth(
    reader,
    schema,
    `{ node(id: "${id}") { ... on Document { text mentions { name } utterances(first: 1) { nodes { text isExcerpt source { text before after } topics { topic { slug } spans { text } } } } } } }`,
  );
  expect(JSON.parse(walked).node).toEqual({
    text: null,
    mentions: [],
    utterances: {
      nodes: [
        {
          text: '…',
          isExcerpt: true,
          source: { text: '…', before: '', after: '' },
          topics: [{ topic: { slug: 'demand' }, spans: [{ text: '…' }, { text: '…' }] }],
        },
      ],
    },
  });
  await changeTextAccess(database.url, number, TextAccess.EXCERPT);
  const some = await everything();
  await expectInside(key, new Set(some));
  await changeTextAccess(database.url, number, TextAccess.FULL);
  expect(await answerOf()).toEqual(before);
  await changeTextAccess(database.url, number, TextAccess.EXCERPT);
  expect(await everything()).toEqual(some);
  const [entry] = await queryRows(
    database.url,
    "SELECT subject_ids, summary FROM audit_entry WHERE action = 'SET_TEXT_ACCESS' ORDER BY id DESC",
  );
  expect([entry.subject_ids.map(Number), entry.summary]).toEqual([[number], { before: 'FULL', after: 'EXCERPT' }]);
});

test('an excerpt takes the words of spans first, then what stands around them, and ends between words', () => {
  const text = marks(0, 100);
  const spanOf = (from: number, to: number) => ({ start: from * 7, end: to * 7 - 1 });
  const shownOf = (spans: readonly { start: number; end: number }[], share?: number) =>
    cutWords(text, 0, chooseExcerpt(text, spans, share));
  expect(shownOf([spanOf(50, 52)], 0.05)).toBe(`…${marks(47, 52)}…`);
  expect(shownOf([spanOf(80, 90), spanOf(10, 15)], 0.1)).toBe(`…${marks(80, 90)}…`);
  expect(shownOf([], 0.3)).toBe('…');
  expect(shownOf([spanOf(0, 100)], 1)).toBe(text);
  expect(
    cutWords('abc def', 10, [
      { start: 0, end: 12 },
      { start: 14, end: 20 },
    ]),
  ).toBe('ab…def');
});
