import { parse } from 'graphql';
import { Client } from 'pg';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { PIECE_LENGTH, toText } from '../../src/platform/long-text';
import { type Answer, Reader } from '../../src/read/reader';
import { makeStatement, sql } from '../../src/read/sql/sql';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { fillSynthetic } from '../support/synthetic';
import { waitUntil } from '../support/wait-until';

const schema = buildGraph();
const log = pino({ level: 'silent' });
let database: TestDatabase;
let reader: Reader;
let second: Reader;
let writer: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillSynthetic(database.url, { companies: 4, people: 400, quartersEach: 8, utterances: 1_000 });
  reader = await Reader.open({ databaseUrl: database.url, log, schema, poolSize: 2 });
  second = await Reader.open({ databaseUrl: database.url, log, schema, poolSize: 2 });
  writer = new Client({ connectionString: database.url });
  await writer.connect();
}, 60_000);

afterAll(async () => {
  await writer.end();
  await Promise.all([reader.close(), second.close()]);
  await database.drop();
});

async function ask(
  source: string,
  of = reader,
): Promise<{ data: Record<string, unknown>; statements: number; roundTrips: number }> {
  const answers = await runBoth(of, schema, source);
  expect(answers.errors).toEqual([]);
  expect(answers.compiled).toBe(answers.walked);
  return {
    data: JSON.parse(answers.compiled ?? 'null'),
    statements: answers.statements,
    roundTrips: answers.roundTrips,
  };
}

test.each([
  [
    'reference nodes alone',
    '{ company(symbol: "SYN1") { name quarters(first: 4) { nodes { label yearAgo { label } } } executives { person { name } } } }',
    0,
    0,
  ],
  [
    'a page',
    '{ statements(first: 2) { nodes { text speaker { name } quarter { label } company { symbol } event { title } } } }',
    1,
    1,
  ],
  [
    'a page and its count travel together',
    '{ statements(first: 2) { totalCount totalCountIsExact edges { cursor } pageInfo { endCursor } nodes { text } } }',
    2,
    1,
  ],
  [
    'a page under each of eight parents',
    '{ company(symbol: "SYN2") { quarters(first: 8) { nodes { statements(first: 2) { nodes { text } } } } } }',
    1,
    1,
  ],
  [
    'spans need the ids of the level above',
    '{ statements(first: 20) { nodes { topics { topic { slug } spans { start } } } } }',
    2,
    2,
  ],
  [
    'two independent levels in one write',
    '{ a: statements(first: 1) { nodes { text } } b: analystComments(first: 1) { nodes { text } } }',
    2,
    1,
  ],
  [
    'no id at all asks nothing',
    '{ statements(filter: { speakerName: "nobody at all" }) { totalCount nodes { text } } }',
    0,
    0,
  ],
])('statements and round trips: %s', async (_, source, statements, roundTrips) => {
  expect(await ask(source)).toMatchObject({ statements, roundTrips });
});

test.each([
  ['one person', 'Person17 ', 'Ana Person10'],
  ['more than 200 people', 'person', null],
])('a filter by name that matches %s', async (_, part, exact) => {
  const { data } = await ask(
    `{ statements(first: 5, filter: { speakerName: ${JSON.stringify(exact ?? part)} }) { totalCount nodes { speaker { name } } } }`,
  );
  const { rows } = await writer.query(
    "SELECT count(*)::int AS n FROM utterance u JOIN person p ON p.id = u.speaker_id WHERE u.type = 'Statement' AND lower(p.name) LIKE '%' || lower($1) || '%'",
    [exact ?? part],
  );
  expect(data).toMatchObject({ statements: { totalCount: rows[0].n } });
});

test('a second process sees a new person within 100 ms of the commit, and facts about them even before', async () => {
  const { rows } = await writer.query("INSERT INTO person (name) VALUES ('Ñandú Newcomer') RETURNING id");
  await writer.query(
    'UPDATE utterance SET speaker_id = $1 WHERE id = (SELECT min(id) FROM utterance WHERE type = $2)',
    [rows[0].id, 'Statement'],
  );
  // Asked at once, with or without the notice: the words point to a node that memory may lack.
  const { data } = await ask(
    '{ statements(first: 200, orderBy: { field: POSITION }) { nodes { speaker { name } } } }',
    second,
  );
  expect(JSON.stringify(data)).toContain('Ñandú Newcomer');
  // The best of three: the suite's other worker and the database share the machine.
  const delays: number[] = [];
  for (const name of ['First', 'Second', 'Third']) {
    const { rows: more } = await writer.query('INSERT INTO person (name) VALUES ($1) RETURNING id', [name]);
    const started = performance.now();
    await waitUntil('a new person', () => second.store.shelves.person.get(more[0].id));
    delays.push(performance.now() - started);
  }
  expect(Math.min(...delays)).toBeLessThan(100);
  const found = await ask('{ person(name: "nandu newcomer") { name statements { totalCount } } }', second);
  expect(found.data).toEqual({ person: { name: 'Ñandú Newcomer', statements: { totalCount: 1 } } });
});

test('memory that catches up holds all that was committed before', async () => {
  for (let i = 0; i < 20; i++) {
    await writer.query("INSERT INTO person (name, aliases) VALUES ($1, '{}')", [`Caught Up ${i}`]);
    await reader.catchUp();
    const { data } = await ask(`{ person(name: "Caught Up ${i}") { name } }`);
    expect(data).toEqual({ person: { name: `Caught Up ${i}` } });
  }
});

test('an operation that restarts sees what was committed since', async () => {
  const operation = reader.begin();
  const count = () => operation.run([{ label: 'count', text: 'SELECT count(*)::int AS n FROM person', values: [] }]);
  const [[before]] = (await count()) as [[{ n: number }]];
  await writer.query("INSERT INTO person (name, aliases) VALUES ('After the snapshot', '{}')");
  expect((await count())[0]).toEqual([before]);
  await operation.restart();
  expect((await count())[0]).toEqual([{ n: before.n + 1 }]);
  operation.end();
});

test('pages join without a gap or a repetition, forwards and backwards', async () => {
  for (const orderBy of [
    '{ field: SAID_AT }',
    '{ field: SAID_AT, direction: ASC }',
    '{ field: POSITION }',
    '{ field: SENTIMENT }',
    '{ field: SENTIMENT, direction: ASC }',
  ]) {
    const { rows } = await writer.query("SELECT count(*)::int AS n FROM utterance WHERE type = 'Statement'");
    const page = async (bounds: string) =>
      (
        await ask(
          `{ statements(${bounds}, orderBy: ${orderBy}) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        )
      ).data as unknown as {
        statements: {
          nodes: { id: string }[];
          pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
        };
      };
    const forwards: string[] = [];
    for (let after = ''; ; ) {
      const { statements } = await page(`first: 97${after}`);
      forwards.push(...statements.nodes.map(({ id }) => id));
      if (!statements.pageInfo.hasNextPage) break;
      after = `, after: "${statements.pageInfo.endCursor}"`;
    }
    expect(new Set(forwards).size).toBe(rows[0].n);
    const backwards: string[] = [];
    for (let before = ''; ; ) {
      const { statements } = await page(`last: 89${before}`);
      backwards.unshift(...statements.nodes.map(({ id }) => id));
      if (!statements.pageInfo.hasPreviousPage) break;
      before = `, before: "${statements.pageInfo.startCursor}"`;
    }
    expect(backwards).toEqual(forwards);
  }
});

test.each([
  ['both first and last', '{ statements(first: 1, last: 1) { nodes { id } } }', 'last'],
  ['negative', '{ statements(first: -1) { nodes { id } } }', 'first'],
  ['too many', '{ statements(first: 201) { nodes { id } } }', 'first'],
  ['a forged cursor', '{ statements(after: "Zm9yZ2Vk") { nodes { id } } }', 'after'],
  ['a forged id', '{ node(id: "nonsense") { id } }', 'id'],
  [
    'an id of another type',
    '{ statements(filter: { speakerIds: ["Q29tcGFueTox"] }) { nodes { id } } }',
    'filter.speakerIds',
  ],
])('%s is refused, naming the argument', async (_, source, argument) => {
  const operation = reader.begin();
  expect(await reader.answer(parse(source), undefined, {}, operation)).toBeNull();
  operation.end();
  const { errors } = await runBoth(reader, schema, source);
  expect(errors[0]).toContain(`\`${argument}\``);
});

test('a lost listener is mended, and what was missed is read again', async () => {
  await writer.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'earshot reference' AND datname = current_database()",
  );
  await writer.query("UPDATE company SET name = 'Renamed Meanwhile' WHERE slug = 'synthetic-3'");
  await waitUntil('a listener again', async () => (await reader.health()).ready);
  await waitUntil('the change', async () => {
    const { data } = await ask('{ company(slug: "synthetic-3") { name } }');
    return JSON.stringify(data).includes('Renamed Meanwhile');
  });
});

test('a lost connection is one error, and the next question is answered', async () => {
  await ask('{ statements(first: 1) { nodes { id } } }');
  await writer.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'earshot reader' AND datname = current_database()",
  );
  // A question that is sent before the news of it has come may be the one error.
  const question = '{ statements(first: 1) { nodes { id } } }';
  await waitUntil('an answer', () => ask(question).catch(() => null));
  await ask(question);
});

test('a long answer comes in pieces, and says what a short one says', async () => {
  const names = Array.from({ length: 60 }, (_, n) => `t${n}: text`).join(' ');
  const source = `{ statements(first: 200) { nodes { speaker { name } ${names} company { name quarters(first: 3) { nodes { label } } } } } }`;
  const operation = reader.begin();
  const { text } = (await reader.answer(parse(source), undefined, {}, operation)) as Answer;
  operation.end();
  if (typeof text === 'string') throw new Error(`only ${text.length} characters`);
  expect(text.length).toBeGreaterThan(3);
  for (const piece of text.slice(0, -1)) expect(piece.length).toBeLessThan(4 * PIECE_LENGTH);
  const both = await runBoth(reader, schema, source);
  expect(both.compiled).toBe(both.walked);
  expect(toText(text)).toBe(both.walked);
});

test('kept texts of reference nodes follow every change of any node in them', async () => {
  const document = parse('{ statements(first: 50) { nodes { company { name symbol } speaker { name aliases } } } }');
  const answer = async () => {
    const operation = reader.begin();
    const { text } = (await reader.answer(document, undefined, {}, operation)) as { text: string };
    operation.end();
    return text;
  };
  const before = await answer();
  expect(await answer()).toBe(before);
  const speakers = JSON.parse(before).statements.nodes.flatMap(
    (node: { speaker: { name: string } | null }) => node.speaker?.name ?? [],
  );
  const generation = reader.store.generation;
  await writer.query('UPDATE person SET name = $1 WHERE name = $2', ['Renamed Speaker', speakers[0]]);
  await waitUntil('the new name', () => reader.store.generation !== generation);
  const after = await answer();
  expect(after).toBe(before.replaceAll(`"name":${JSON.stringify(speakers[0])}`, '"name":"Renamed Speaker"'));
  expect(after).not.toBe(before);
});

const counted = (label: string) => makeStatement(label, sql`SELECT count(*)::int AS n FROM document`);
const copyDocument = (key: string) =>
  writer.query(
    `INSERT INTO document (kind, title, format, sha256, language, natural_key, length, text, text_access)
     VALUES ('NEWS_ARTICLE', 'Late', 'NATIVE', encode(sha256($1::bytea), 'hex'), 'en', $1, 4, 'Late', 'FULL')`,
    [key],
  );

test('what is written between two levels of an operation is not seen by the second', async () => {
  const operation = reader.begin();
  const [before] = await operation.run([counted('first level')]);
  await copyDocument('between levels');
  const [within] = await operation.run([counted('second level')], true);
  operation.end();
  expect(within).toEqual(before);
  const later = reader.begin();
  const [after] = await later.run([counted('later')], true);
  later.end();
  expect(after?.[0]?.n).toBe((before?.[0]?.n as number) + 1);
});

test('statements of one write see one moment, without a transaction being opened for them', async () => {
  await writer.query('SELECT pg_advisory_lock(77)');
  const operation = reader.begin();
  const rest = makeStatement('rest', sql`SELECT pg_advisory_xact_lock(77)::text AS rested`);
  const asked = operation.run([counted('early'), rest, counted('late')], true);
  await waitUntil('a statement that rests', async () => {
    const { rows } = await writer.query(
      "SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 77 AND NOT granted",
    );
    return rows.length > 0;
  });
  await copyDocument('within a write');
  await writer.query('SELECT pg_advisory_unlock(77)');
  const [early, , late] = await asked;
  operation.end();
  expect(late).toEqual(early);
});

test('a statement that fails leaves its connection in order', async () => {
  const operation = reader.begin();
  await operation.run([counted('before the failure')]);
  const faulty = makeStatement('faulty', sql`SELECT 1 / (count(*) - count(*)) AS n FROM company`);
  await expect(operation.run([faulty, counted('behind it')], true)).rejects.toThrow('division by zero');
  operation.end();
  for (let i = 0; i < 4; i++) {
    const next = reader.begin();
    expect((await next.run([counted('behind it')], true))[0]).toHaveLength(1);
    next.end();
  }
});
