import { Client } from 'pg';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { placeOf } from '../../src/domain/place';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';

const schema = buildGraph();
let database: TestDatabase;
let client: Client;
let reader: Reader;

/**
 * Documents in the order of their ids, each with the days of its words: the article on the call comes in before the call, two calls of one
 * day, words of no known day alone and within a document, and an article that quotes words of several days.
 */
const DOCUMENTS = [
  { id: 1, kind: 'NEWS_ARTICLE', days: ['2025-01-29', '2025-01-29', null] },
  { id: 2, kind: 'TRANSCRIPT', days: Array(7).fill('2025-01-29') },
  { id: 3, kind: 'TRANSCRIPT', days: Array(3).fill('2025-01-29') },
  { id: 4, kind: 'NOTE', days: [null, null] },
  { id: 5, kind: 'TRANSCRIPT', days: Array(4).fill('2024-10-30') },
  { id: 6, kind: 'PRESS_RELEASE', days: ['2025-01-29'] },
  { id: 7, kind: 'NEWS_ARTICLE', days: ['2024-10-30', '2025-01-29', '2024-10-30', '2025-02-03'] },
  { id: 8, kind: 'TRANSCRIPT', days: [null, null, null] },
] as const;

const WORDS = DOCUMENTS.flatMap(({ id, kind, days }) =>
  days.map((day, position) => ({ document: id, kind, day, position, text: `${id}.${position}` })),
);

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(`
    INSERT INTO company (slug, name) VALUES ('orchard', 'Orchard');
    INSERT INTO company_symbol (company_id, symbol, exchange) SELECT id, 'ORCH', 'NYSE' FROM company;
    INSERT INTO person (name) VALUES ('Mara Velt');
    INSERT INTO event (company_id, type, status, title, date) SELECT id, 'EARNINGS_CALL', 'ENDED', 'Call', '2025-01-29' FROM company`);
  for (const { id, kind } of DOCUMENTS) {
    await client.query(
      `INSERT INTO document (id, kind, title, format, sha256, language, natural_key, length, text, text_access)
       VALUES ($1, $2, 'Words', 'NATIVE', $3, 'en', $3, 3, '1.0', 'FULL')`,
      [id, kind, id.toString().padStart(64, '0')],
    );
  }
  for (const { document, kind, day, position, text } of WORDS) {
    await client.query(
      `INSERT INTO utterance (type, document_id, document_kind, company_id, event_id, speaker_id, speaker_label, speaker_role, section, directness, position,
         said_on, span_start, span_end, text, word_count, attribution_confidence, attribution_method)
       VALUES ('Statement', $1, $2, 1, 1, 1, 'Mara Velt', 'EXECUTIVE', 'UNKNOWN', 'TRANSCRIPT', $3, $4, 0, 3, $5, 1, 1, 'MANUAL')`,
      [document, kind, position, day, text],
    );
  }
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema, poolSize: 2 });
}, 60_000);

afterAll(async () => {
  await reader.close();
  await client.end();
  await database.drop();
});

/** By the rules alone: day, then what is told before what retells it, then document; `forward` within a document of a day. */
function expected(days: 1 | -1, within: 1 | -1): string[] {
  const retells = (kind: string) => (kind === 'NEWS_ARTICLE' || kind === 'NOTE' ? 1 : 0);
  return [...WORDS]
    .sort((a, b) => {
      const [x, y] = [a.day ?? '', b.day ?? ''];
      const day = x < y ? -1 : x > y ? 1 : 0;
      return (
        days * (day || retells(a.kind) - retells(b.kind) || a.document - b.document) ||
        within * (a.position - b.position)
      );
    })
    .map(({ text }) => text);
}

interface Page {
  readonly nodes: { text: string }[];
  readonly edges: { cursor: string }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

async function ask(field: (page: string) => string, page: string): Promise<Page> {
  const body = `nodes { text } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
  const { compiled, walked, errors } = await runBoth(reader, schema, `{ ${field(page).replace('…', body)} }`);
  expect(errors).toEqual([]);
  expect(compiled).toBe(walked);
  const find = (value: object): Page => ('nodes' in value ? (value as Page) : find(Object.values(value)[0]));
  return find(JSON.parse(walked));
}

const id = (type: string) => Buffer.from(`${type}:1`).toString('base64url');
const PLACES: readonly [string, (args: string) => string][] = [
  ['all statements', (args) => `statements(${args}) { … }`],
  ['those of a company', (args) => `company(symbol: "ORCH") { statements(${args}) { … } }`],
  ['those of a person', (args) => `person(name: "Mara Velt") { statements(${args}) { … } }`],
  ['those of an event', (args) => `node(id: "${id('Event')}") { ... on Event { statements(${args}) { … } } }`],
];
const ORDERS: readonly [string, string, 1 | -1, 1 | -1][] = [
  ['newest first, and forward within a document', 'field: SAID_AT', -1, 1],
  ['oldest first', 'field: SAID_AT, direction: ASC', 1, 1],
  ['in the order of speaking', 'field: POSITION', 1, 1],
  ['in the order of speaking, backwards', 'field: POSITION, direction: DESC', -1, -1],
];

describe.each(PLACES)('%s', (_, field) => {
  test.each(ORDERS)('%s: to the end and back, a few at a time', async (_name, order, days, within) => {
    const all = expected(days, within);
    const page = (size: string, at: string | null, where: string) =>
      ask(field, `orderBy: { ${order} }, ${size}${at ? `, ${where}: "${at}"` : ''}`);
    for (const size of [4]) {
      const forth: string[] = [];
      let at: string | null = null;
      for (let more = true; more; ) {
        const { nodes, pageInfo }: Page = await page(`first: ${size}`, at, 'after');
        forth.push(...nodes.map(({ text }) => text));
        [at, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
      expect(forth).toEqual(all);
      const back: string[] = [];
      at = null;
      for (let more = true; more; ) {
        const { nodes, pageInfo }: Page = await page(`last: ${size}`, at, 'before');
        back.unshift(...nodes.map(({ text }) => text));
        [at, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
      }
      expect(back).toEqual(all);
    }
    // Between two cursors, each of them a row of its own.
    const { edges } = await page('first: 100', null, 'after');
    const [from, to] = [edges[4]!.cursor, edges[9]!.cursor];
    const between = await ask(field, `orderBy: { ${order} }, first: 100, after: "${from}", before: "${to}"`);
    expect(between.nodes.map(({ text }) => text)).toEqual(all.slice(5, 9));
  });
});

test('an event tells what was said before what retells it, in the order of speaking', async () => {
  const { nodes } = await ask(
    (args) => `node(id: "${id('Event')}") { ... on Event { utterances(${args}) { … } } }`,
    'first: 100',
  );
  expect(nodes.map(({ text }) => text)).toEqual(expected(1, 1));
});

test('a cursor of the version before is refused, by what it is', async () => {
  const before = Buffer.from(JSON.stringify(['abcdefghij', '2025-01-29', '-infinity', 2, 3, 9])).toString('base64url');
  const { errors, codes } = await runBoth(reader, schema, `{ statements(after: "${before}") { nodes { text } } }`);
  expect(codes).toEqual(['BAD_USER_INPUT']);
  expect(errors).toEqual(['`after` is a cursor of another version of this server; start again without it.']);
});

test('the place that the database makes is the one that is reckoned here, whatever the day', async () => {
  const days = [null, '1850-05-01', '1900-01-01', '1999-12-31', '2025-01-29', '7641-01-01', '9999-12-31'];
  for (const day of days) {
    await client.query('UPDATE utterance SET said_on = $1 WHERE document_id IN (2, 7)', [day]);
    const { rows } = await client.query(
      'SELECT DISTINCT document_id AS id, document_kind AS kind, place::text FROM utterance WHERE document_id IN (2, 7) ORDER BY 1',
    );
    expect(rows.map(({ place }) => Number(place))).toEqual(rows.map(({ id, kind }) => placeOf(day, kind, id)));
    expect(rows.every(({ place }) => Number.isSafeInteger(Number(place)))).toBe(true);
  }
});
