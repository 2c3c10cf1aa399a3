import { Client } from 'pg';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { traceStatements } from '../../src/read/print-statements';
import { Reader } from '../../src/read/reader';
import type { Statement } from '../../src/read/sql/sql';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { explain, type PlanNode } from '../support/query-plan';
import { fillSynthetic } from '../support/synthetic';

const schema = buildGraph();
let database: TestDatabase;
let client: Client;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillSynthetic(database.url, { companies: 4, people: 12, quartersEach: 8, utterances: 3_000 });
  client = new Client({ connectionString: database.url });
  await client.connect();
  // More than one topic each, so that streams overlap; mentions follow.
  await client.query(`
    UPDATE utterance u SET topic_ids = topic_ids || (SELECT id FROM topic WHERE slug = 'synthetic-topic-' || 1 + u.id % 5) WHERE u.id % 2 = 0
      AND NOT topic_ids @> ARRAY[(SELECT id FROM topic WHERE slug = 'synthetic-topic-' || 1 + u.id % 5)];
    INSERT INTO topic_mention (utterance_id, topic_id, company_id, is_home, speaker_id, place, position, fiscal_period, calendar_period, is_comment, directness, score, method, spans)
    SELECT u.id, t, c.id, c.home, u.speaker_id, u.place, u.position, u.fiscal_year * 4 + u.fiscal_quarter - 1, u.calendar_year * 4 + u.calendar_quarter - 1,
      u.type = 'AnalystComment', u.directness, 1, 'synthetic/1', '{}'
    FROM utterance u, unnest(u.topic_ids) t, LATERAL (SELECT u.company_id AS id, true AS home UNION ALL SELECT a, false FROM unnest(u.about_company_ids) a WHERE a <> u.company_id) c
    ON CONFLICT DO NOTHING`);
  await client.query('VACUUM ANALYZE');
  await client.query('SET enable_seqscan = off');
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema, poolSize: 2 });
}, 60_000);

afterAll(async () => {
  await reader.close();
  await client.end();
  await database.drop();
});

const TOPIC = (...numbers: number[]) =>
  `u.topic_ids && ARRAY(SELECT id FROM topic WHERE slug IN (${numbers.map((n) => `'synthetic-topic-${n}'`)}))`;
const STATEMENT = "u.type = 'Statement'";
const COMMENT = "u.type = 'AnalystComment'";

/** A field with its filter, and what plain SQL says of the same rows. Topics 2 and 3 are below topic 1. */
const CASES: readonly [field: string, filter: string, where: string][] = [
  ['statements', 'topics: ["synthetic-topic-4"]', `${STATEMENT} AND ${TOPIC(4)}`],
  ['statements', 'topics: ["synthetic-topic-1"]', `${STATEMENT} AND ${TOPIC(1, 2, 3)}`],
  ['statements', 'topics: ["synthetic-topic-1"], includeSubtopics: false', `${STATEMENT} AND ${TOPIC(1)}`],
  [
    'statements',
    'topics: ["synthetic-topic-1", "synthetic-topic-5"], symbols: ["SYN2"]',
    `${STATEMENT} AND ${TOPIC(1, 2, 3, 5)} AND u.company_id = 2`,
  ],
  [
    'statements',
    'topics: ["synthetic-topic-1"], symbols: ["SYN1", "SYN3"]',
    `${STATEMENT} AND ${TOPIC(1, 2, 3)} AND u.company_id IN (1, 3)`,
  ],
  [
    'statements',
    'topics: ["synthetic-topic-1"], speakerName: "Ana"',
    `${STATEMENT} AND ${TOPIC(1, 2, 3)} AND u.speaker_id IN (SELECT id FROM person WHERE name LIKE 'Ana%')`,
  ],
  [
    'statements',
    'topics: ["synthetic-topic-1"], period: "CY2021Q2"',
    `${STATEMENT} AND ${TOPIC(1, 2, 3)} AND (u.calendar_year, u.calendar_quarter) = (2021, 2)`,
  ],
  [
    'statements',
    'topics: ["synthetic-topic-1"], period: "CY2021"',
    `${STATEMENT} AND ${TOPIC(1, 2, 3)} AND u.calendar_year = 2021`,
  ],
  [
    'statements',
    'topics: ["synthetic-topic-1"], period: "FY2021", symbols: ["SYN1"]',
    `${STATEMENT} AND ${TOPIC(1, 2, 3)} AND u.fiscal_year = 2021 AND u.company_id = 1`,
  ],
  [
    'statements',
    'topics: ["synthetic-topic-2"], periodFrom: "2020Q3", periodTo: "CY2021Q3"',
    `${STATEMENT} AND ${TOPIC(2)} AND (u.fiscal_year, u.fiscal_quarter) >= (2020, 3) AND (u.calendar_year, u.calendar_quarter) <= (2021, 3)`,
  ],
  [
    'statements',
    'topics: ["synthetic-topic-1"], to: "2021-03-31"',
    `${STATEMENT} AND ${TOPIC(1, 2, 3)} AND u.said_on <= '2021-03-31'`,
  ],
  [
    'statements',
    'topics: ["synthetic-topic-1"], from: "2020-10-20", to: "2021-04-20"',
    `${STATEMENT} AND ${TOPIC(1, 2, 3)} AND u.said_on BETWEEN '2020-10-20' AND '2021-04-20'`,
  ],
  [
    'statements',
    'topics: ["synthetic-topic-1"], directness: [DIRECT_QUOTE, FRAGMENT], isForwardLooking: true',
    `${STATEMENT} AND ${TOPIC(1, 2, 3)} AND u.directness IN ('DIRECT_QUOTE', 'FRAGMENT') AND u.is_forward_looking`,
  ],
  [
    'statements',
    'topics: ["synthetic-topic-1"], excludeTopics: ["synthetic-topic-2"], sections: [ANSWER]',
    `${STATEMENT} AND ${TOPIC(1, 2, 3)} AND NOT ${TOPIC(2)} AND u.section = 'ANSWER'`,
  ],
  ['analystComments', 'topics: ["synthetic-topic-1"]', `${COMMENT} AND ${TOPIC(1, 2, 3)}`],
  [
    'analystComments',
    'topics: ["synthetic-topic-1"], symbols: ["SYN2"]',
    `${COMMENT} AND ${TOPIC(1, 2, 3)} AND u.about_company_ids @> ARRAY[2]`,
  ],
  [
    'analystComments',
    'topics: ["synthetic-topic-3"], symbols: ["SYN1", "SYN2"]',
    `${COMMENT} AND ${TOPIC(3)} AND u.about_company_ids && ARRAY[1, 2]`,
  ],
  ['company.statements', 'topics: ["synthetic-topic-1"]', `${STATEMENT} AND ${TOPIC(1, 2, 3)} AND u.company_id = 2`],
  [
    'company.analystComments',
    'topics: ["synthetic-topic-1"]',
    `${COMMENT} AND ${TOPIC(1, 2, 3)} AND u.about_company_ids @> ARRAY[2]`,
  ],
  ['person.statements', 'topics: ["synthetic-topic-1"]', `${STATEMENT} AND ${TOPIC(1, 2, 3)} AND u.speaker_id = 5`],
];

const id = (type: string, key: number) => Buffer.from(`${type}:${key}`).toString('base64url');

function questionOf(field: string, args: string): string {
  const body = '{ totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';
  const [parent, own] = field.split('.');
  if (!own) return `{ ${field}(${args}) ${body} }`;
  return parent === 'company'
    ? `{ company(symbol: "SYN2") { ${own}(${args}) ${body} } }`
    : `{ node(id: "${id('Person', 5)}") { ... on Person { ${own}(${args}) ${body} } } }`;
}

interface Page {
  readonly totalCount: number;
  readonly nodes: { id: string }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

async function ask(field: string, args: string): Promise<Page> {
  const { compiled, walked, errors } = await runBoth(reader, schema, questionOf(field, args));
  expect(errors).toEqual([]);
  expect(compiled).toBe(walked);
  const find = (value: object): Page => ('nodes' in value ? (value as Page) : find(Object.values(value)[0]));
  return find(JSON.parse(walked));
}

describe.each([
  ['newest first', '{ field: SAID_AT }', 'u.place DESC, u.position'],
  ['oldest first', '{ field: SAID_AT, direction: ASC }', 'u.place, u.position'],
] as const)('%s', (_, order, orderBy) => {
  test.each(CASES)('%s of { %s } to the end and back', async (field, filter, where) => {
    const { rows } = await client.query(`SELECT u.id FROM utterance u WHERE ${where} ORDER BY ${orderBy}`);
    const all = rows.map((row) => id('Utterance', Number(row.id)));
    expect(all.length).toBeGreaterThan(0);
    const size = Math.ceil(all.length / 3);
    const forth: string[] = [];
    let at: string | null = null;
    for (let more = true; more; ) {
      const { nodes, pageInfo, totalCount }: Page = await ask(
        field,
        `filter: { ${filter} }, orderBy: ${order}, first: ${Math.min(size, 200)}${at ? `, after: "${at}"` : ''}`,
      );
      expect(totalCount).toBe(all.length);
      forth.push(...nodes.map((node) => node.id));
      [at, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(forth).toEqual(all);
    const { nodes } = await ask(field, `filter: { ${filter} }, orderBy: ${order}, last: 5, before: "${at}"`);
    expect(nodes.map((node) => node.id)).toEqual(all.slice(0, -1).slice(-5));
  });
});

test.each([
  ['a company', 'symbols: ["SYN2"]', 'topic_mention_company_idx'],
  ['a speaker', `speakerIds: ["${id('Person', 5)}"]`, 'topic_mention_speaker_idx'],
  ['a calendar quarter', 'period: "CY2021Q2"', 'topic_mention_calendar_idx'],
  ['all', '', 'topic_mention_place_idx'],
])('the places of a page on a topic of %s are read from one index alone', async (_, filter, index) => {
  const source = questionOf('statements', `filter: { topics: ["synthetic-topic-1"], ${filter} }`);
  const trips = await traceStatements(reader, { name: 'page', source });
  const page = trips.flat().find(({ label }) => label.startsWith('page')) as Statement;
  const scans = scansOf(await explain(client, page));
  expect(scans).toEqual([`Index Only Scan ${index}`, 'Index Scan utterance_position_key']);
});

function scansOf(node: PlanNode & { 'Index Name'?: string }): string[] {
  const own = node['Relation Name'] ? [`${node['Node Type']} ${node['Index Name']}`] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}

test('more streams than can be merged are walked along the order, with the same answer', async () => {
  const topics = Array.from({ length: 20 }, (_, i) => `"synthetic-topic-${i + 1}"`).join();
  const filter = `topics: [${topics}], symbols: ["SYN1", "SYN2", "SYN3", "SYN4"]`;
  const { nodes, totalCount } = await ask('statements', `filter: { ${filter} }, first: 200`);
  const { rows } = await client.query(
    `SELECT u.id FROM utterance u WHERE ${STATEMENT} AND cardinality(u.topic_ids) > 0 ORDER BY u.place DESC, u.position`,
  );
  expect(totalCount).toBe(rows.length);
  expect(nodes.map((node) => node.id)).toEqual(rows.slice(0, 200).map((row) => id('Utterance', Number(row.id))));
});
