import { parse, validate } from 'graphql';
import { Client } from 'pg';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { NODE_TYPES } from '../../src/domain/global-id';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { Random } from '../support/random';
import { OperationMaker, type Pool } from '../support/random-operation';
import { runCount, runSeed } from '../support/settings';
import { fillSynthetic } from '../support/synthetic';
import { readSyntheticPool } from '../support/synthetic-pool';
import { waitUntil } from '../support/wait-until';

const schema = buildGraph();
const log = pino({ level: 'silent' });
let database: TestDatabase;
let reader: Reader;
let cramped: Reader;
let pool: Pool;
let writer: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillSynthetic(database.url, { companies: 6, people: 60, quartersEach: 16, utterances: 3_000 });
  pool = await readSyntheticPool(database.url);
  reader = await Reader.open({ databaseUrl: database.url, log, schema, poolSize: 2 });
  // Ten nodes of each kind that may outgrow memory.
  cramped = await Reader.open({ databaseUrl: database.url, log, schema, poolSize: 2, referenceBudget: 5_120 });
  writer = new Client({ connectionString: database.url });
  await writer.connect();
}, 60_000);

afterAll(async () => {
  await writer.end();
  await Promise.all([reader.close(), cramped.close()]);
  await database.drop();
});

/** Writes something that reference nodes or rows show, and waits until the reader has heard of it. */
async function disturb(turn: number): Promise<void> {
  const before = reader.store.generation;
  await writer.query('UPDATE person SET name = $1 WHERE id = $2', [`Mark Person${turn}`, 1 + (turn % 60)]);
  await writer.query(
    'UPDATE utterance SET sentiment_score = 0.5, sentiment_label = $1, sentiment_method = $2 WHERE id = $3',
    ['POSITIVE', 'test/1', 1 + turn],
  );
  await waitUntil('what was written', () => reader.store.generation !== before);
}

test.each([
  ['memory that holds every reference node', () => reader, 200],
  ['memory of ten nodes', () => cramped, 60],
])(
  'both executors give the same bytes, with %s',
  async (_, readerOf, usual) => {
    const runs = runCount('OPERATIONS', usual);
    const seed = runSeed();
    console.log(`${runs} random operations, seed ${seed}`);
    let compiled = 0;
    for (let run = 0; run < runs; run++) {
      if (run % 20 === 19) await disturb(run);
      const source = new OperationMaker(schema, new Random(seed + run), pool).make();
      const answers = await runBoth(readerOf(), schema, source);
      expect({ source, errors: answers.errors }).toEqual({ source, errors: [] });
      if (answers.compiled === null) continue;
      compiled++;
      if (answers.compiled !== answers.walked)
        expect({ source, data: JSON.parse(answers.compiled) }).toEqual({ source, data: JSON.parse(answers.walked) });
      expect(answers.compiled).toBe(answers.walked);
    }
    expect(compiled / runs).toBeGreaterThanOrEqual(0.99);
  },
  // Long runs take as long as they are long, on a machine that others use too.
  60_000 + 600 * runCount('OPERATIONS', 200),
);

test.each([
  ['memory that holds every reference node', () => reader],
  ['memory of ten nodes', () => cramped],
])(
  'both agree on nulls and on numbers beyond each type, with %s',
  async (_, readerOf) => {
    const runs = runCount('OPERATIONS', 200) / 2;
    const seed = runSeed();
    for (let run = 0; run < runs; run++) {
      const maker = new OperationMaker(schema, new Random(seed + run), pool, { nulls: 0.2, beyond: 0.15 });
      const { query: source, variables } = maker.makeRequest();
      if (validate(schema, parse(source)).length > 0) continue;
      const { compiled, walked, codes } = await runBoth(readerOf(), schema, source, variables);
      const strange = codes.filter((code) => !['BAD_USER_INPUT', 'AMBIGUOUS'].includes(code));
      expect({ source, variables, strange }).toEqual({ source, variables, strange: [] });
      if (compiled !== null) expect({ source, variables, walked }).toEqual({ source, variables, walked: compiled });
    }
  },
  60_000 + 600 * runCount('OPERATIONS', 200),
);

test.each([
  ['memory that holds every reference node', () => reader],
  ['memory of ten nodes', () => cramped],
])('both read questions in plain words alike, with %s', async (_, readerOf) => {
  const source = `query Q($question: String!) { ask(question: $question, asOf: "2024-02-10") {
    interpretation { target companies { slug } people { name } excludedPeople { name } firms { name } topics { slug } excludedTopics { slug }
      executiveRoles sections directness period periodFrom periodTo saidFrom saidTo metrics { name } text ignored query hint candidates }
    statements(first: 2) { totalCount nodes { id text } pageInfo { endCursor } } analystComments(first: 2) { totalCount nodes { id } }
    exchanges(first: 2) { totalCount nodes { id } } metrics { period value } } }`;
  const targets = new Set<string>();
  for (const question of pool.question ?? []) {
    const { compiled, walked, errors } = await runBoth(readerOf(), schema, source, { question });
    expect({ question, errors }).toEqual({ question, errors: [] });
    expect(compiled).toBe(walked);
    targets.add(JSON.parse(walked).ask.interpretation.target);
  }
  expect(targets.size).toBe(5);
  const asked = `{ ask(question: "What did analysts ask Synthetic 2?") { exchanges { totalCount } analystComments(first: 200) { nodes { kind about { slug } } } } }`;
  const { ask } = JSON.parse((await runBoth(readerOf(), schema, asked)).walked);
  expect(ask.exchanges.totalCount).toBe(3 * 16);
  expect(ask.analystComments.nodes.length).toBeGreaterThan(0);
  for (const { kind, about } of ask.analystComments.nodes)
    expect([kind, about]).toEqual(['QUESTION', expect.arrayContaining([{ slug: 'synthetic-2' }])]);
});

test('the pages of a search together are what it finds at once, in both executors', async () => {
  const source = `query Q($query: String!, $first: Int, $after: String) { search(query: $query, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { score node { __typename ... on Node { id } } } } }`;
  const ask = async (variables: Record<string, unknown>) => {
    const { compiled, walked, errors } = await runBoth(reader, schema, source, variables);
    expect({ variables, errors }).toEqual({ variables, errors: [] });
    expect(compiled).toBe(walked);
    return JSON.parse(walked).search;
  };
  // Companies and topics, documents, statements; then statements and comments alone.
  for (const [query, least] of [
    ['synthetic 1', 3],
    ['topic:synthetic-topic-4 in:2021Q2', 2],
  ] as const) {
    const whole = await ask({ query, first: 40 });
    expect(whole.edges.length).toBeGreaterThan(least);
    const found = [];
    for (let after: string | null = null; found.length < whole.edges.length; ) {
      const page: typeof whole = await ask({ query, first: 3, after });
      expect(page.totalCount).toBe(whole.totalCount);
      found.push(...page.edges);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(found.slice(0, whole.edges.length)).toEqual(whole.edges);
  }
});

test('an id beyond what rows are counted by is the id of nothing', async () => {
  const ids = NODE_TYPES.flatMap((type) =>
    ['2147483648', '9007199254740993', '9223372036854775808'].map((key) => idOf(`${type}:${key}`)),
  );
  const source = `query Q($ids: [ID!]!, $id: ID!, $people: [ID!], $companies: [ID!], $documents: [ID!]) {
    nodes(ids: $ids) { id } node(id: $id) { id }
    statements(filter: { speakerIds: $people }) { totalCount }
    utterances(filter: { documentIds: $documents }) { totalCount }
    claims(filter: { companyIds: $companies, documentIds: $documents }) { totalCount } }`;
  for (const readerOf of [reader, cramped]) {
    const { compiled, walked, errors } = await runBoth(readerOf, schema, source, {
      ids,
      id: idOf('Event:2147483648'),
      people: [idOf('Person:2147483648')],
      companies: [idOf('Company:99999999999')],
      documents: [idOf('Document:99999999999')],
    });
    expect(errors).toEqual([]);
    const none = { totalCount: 0 };
    expect(JSON.parse(walked)).toEqual({
      nodes: ids.map(() => null),
      node: null,
      statements: none,
      utterances: none,
      claims: none,
    });
    expect(compiled).toBe(walked);
  }
});

const idOf = (text: string): string => Buffer.from(text, 'latin1').toString('base64url');
