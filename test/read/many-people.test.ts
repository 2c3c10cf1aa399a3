import { Client } from 'pg';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { traceStatements } from '../../src/read/print-statements';
import { Reader } from '../../src/read/reader';
import { searchKeyOf } from '../../src/read/reference/names';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { explain, scannedTables } from '../support/query-plan';
import { fillSynthetic } from '../support/synthetic';

const schema = buildGraph();
const log = pino({ level: 'silent' });
const PEOPLE = 52_000;
let database: TestDatabase;
let reader: Reader;
let cramped: Reader;
let client: Client;

/** Second names by how many people share them; the quiet ones hardly ever speak. */
const NAMES = { Solitary: 1, Bicentenary: 200, Justabove: 201, Legion: 50_000, Quiet: 1_000, Øłđæß: 3 };

beforeAll(async () => {
  database = await createTestDatabase();
  await fillSynthetic(database.url, { companies: 20, people: PEOPLE, quartersEach: 8, utterances: 30_000 });
  client = new Client({ connectionString: database.url });
  await client.connect();
  for (const [name, count] of Object.entries(NAMES)) {
    const last = name === 'Quiet' ? PEOPLE : count;
    await client.query('UPDATE person SET aliases = aliases || $1::text WHERE id BETWEEN $2 AND $3', [
      `The ${name}`,
      last - count + 1,
      last,
    ]);
  }
  // Chance may have left the first person silent.
  await client.query(
    "UPDATE utterance SET speaker_id = 1 WHERE id IN (SELECT id FROM utterance WHERE type = 'Statement' ORDER BY id LIMIT 3)",
  );
  await client.query('ANALYZE person');
  const options = { databaseUrl: database.url, log, schema, poolSize: 2 };
  reader = await Reader.open(options);
  cramped = await Reader.open({ ...options, referenceBudget: 5_120 });
}, 120_000);

afterAll(async () => {
  await client.end();
  await Promise.all([reader.close(), cramped.close()]);
  await database.drop();
});

const pageOf = (name: string, filter = '') =>
  `{ statements(first: 20, filter: { speakerName: "the ${name}"${filter} }) { totalCount nodes { id text speaker { name } } } }`;

/** What plain SQL says: ids in the order of the contract. */
async function expected(name: string): Promise<{ total: number; ids: string[] }> {
  const { rows } = await client.query(
    `SELECT u.id FROM utterance u WHERE u.type = 'Statement' AND u.speaker_id IN (SELECT id FROM person WHERE aliases @> ARRAY[$1])
     ORDER BY u.said_on DESC NULLS LAST, u.document_kind = 'NEWS_ARTICLE' DESC, u.document_id DESC, u.position`,
    [`The ${name}`],
  );
  return {
    total: rows.length,
    ids: rows.slice(0, 20).map(({ id }) => Buffer.from(`Utterance:${id}`).toString('base64url')),
  };
}

interface Answered {
  readonly statements: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
}

test.each(Object.keys(NAMES))(
  'both executors find what %s people said, with all of them in memory or ten',
  async (name) => {
    const { total, ids } = await expected(name);
    expect(total).toBeGreaterThan(0);
    for (const one of [reader, cramped]) {
      const answers = await runBoth(one, schema, pageOf(name));
      expect(answers.errors).toEqual([]);
      expect(answers.compiled).toBe(answers.walked);
      const { statements } = JSON.parse(answers.walked) as Answered;
      expect(statements.totalCount).toBe(total);
      expect(statements.nodes.map(({ id }) => id)).toEqual(ids);
    }
  },
);

test.each(['The Oldaess', 'the øldaeß', 'THE ØŁĐÆSS'])(
  'letters with strokes are found as people type them: %s',
  async (typed) => {
    const source = pageOf('Øłđæß').replace('the Øłđæß', typed);
    const { total, ids } = await expected('Øłđæß');
    for (const one of [reader, cramped]) {
      const { walked, compiled } = await runBoth(one, schema, source);
      expect(compiled).toBe(walked);
      const { statements } = JSON.parse(walked) as Answered;
      expect([statements.totalCount, statements.nodes.map(({ id }) => id)]).toEqual([total, ids]);
    }
  },
);

test('the database folds letters as the server does', async () => {
  const letters = Array.from({ length: 0x190 }, (_, i) => String.fromCodePoint(0xc0 + i)).filter((letter) =>
    /\p{L}/u.test(letter),
  );
  const { rows } = await client.query(
    "SELECT earshot_plain_name(earshot_search_key(letter, '{}')) AS key FROM unnest($1::text[]) WITH ORDINALITY t(letter, n) ORDER BY n",
    [letters],
  );
  const different = letters.filter((letter, i) => rows[i].key !== searchKeyOf(letter));
  expect(different).toEqual([]);
});

/** Values that travel: never more than 200 people, never a name's thousands of ids. */
test.each([
  ['Solitary', 1],
  ['Bicentenary', 200],
  ['Justabove', 0],
  ['Legion', 0],
])('the ids of %s people that travel: %d', async (name, ids) => {
  const [trip] = await traceStatements(reader, { name, source: pageOf(name) });
  const page = trip?.find(({ label }) => label.startsWith('page'));
  const sent = page?.values.map((value) => (Array.isArray(value) ? value.length : 0)) ?? [];
  expect(Math.max(...sent)).toBe(ids === 1 ? 0 : ids);
  // Few people have one plan for all; of many, the names decide how many rows there are.
  expect(page?.ownPlan).toBe(ids === 0);
});

test('many who have said much are met on the way along the order; many who have said little are collected', async () => {
  const plan = async (name: string) => {
    const trips = await traceStatements(reader, { name, source: pageOf(name) });
    const page = trips.flat().find(({ label }) => label.startsWith('page'));
    return page ? JSON.stringify(await explain(client, page)) : '';
  };
  expect(await plan('Legion')).not.toContain('"Sort"');
  expect(await plan('Quiet')).toContain('utterance_speaker_idx');
});

test('nobody of the name: no statement, no page, a warning', async () => {
  for (const one of [reader, cramped]) {
    const trips = await traceStatements(one, { name: 'nobody', source: pageOf('nowhere to be found') });
    expect(trips.flat().filter(({ label }) => !label.startsWith('lookup'))).toEqual([]);
    const { walked } = await runBoth(one, schema, pageOf('nowhere to be found'));
    expect(JSON.parse(walked)).toEqual({ statements: { totalCount: 0, nodes: [] } });
  }
});

test('of many people the database finds who may be meant, by its index', async () => {
  const source = pageOf('Solitery').replace('totalCount', 'warnings { candidates }');
  const { rows } = await client.query('SELECT name FROM person WHERE id = 1');
  for (const one of [reader, cramped]) {
    const { walked, compiled } = await runBoth(one, schema, source);
    expect(compiled).toBe(walked);
    expect(JSON.parse(walked).statements.warnings[0].candidates[0]).toBe(rows[0].name);
  }
  const trips = await traceStatements(reader, { name: 'misspelt', source });
  const [alike] = trips.flat();
  expect(JSON.stringify(await explain(client, alike as NonNullable<typeof alike>))).toContain('person_search_idx');
});

test('of people who are not in memory, a few are fetched and not all who have the name', async () => {
  const trips = await traceStatements(cramped, { name: 'legion', source: pageOf('Legion') });
  const [few, words] = trips.flat();
  expect(few?.text).toMatch(/lookup few person by name.* LIMIT/);
  expect(words?.label).toBe('words of person by name');
  expect(scannedTables(await explain(client, few as NonNullable<typeof few>))).not.toContain('utterance');
});

test.each([
  ['what is about anything but a rare topic', '{ excludeTopics: ["synthetic-topic-7"] }'],
  ['a common kind of words', '{ directness: [TRANSCRIPT] }'],
])('%s is planned for its values, unless a company leaves few rows anyway', async (_, filter) => {
  const ownPlans = async (source: string) =>
    (await traceStatements(reader, { name: 'filter', source })).flat().map(({ ownPlan }) => ownPlan);
  expect(await ownPlans(`{ statements(filter: ${filter}) { nodes { text } } }`)).toEqual([true]);
  expect(await ownPlans(`{ company(symbol: "SYN1") { statements(filter: ${filter}) { nodes { text } } } }`)).toEqual([
    false,
  ]);
});
