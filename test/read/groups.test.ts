import type { Client } from 'pg';
import { buildGraph } from '../../src/api/schema';
import { refuseTooMany } from '../../src/read/connection/part/group-source';
import { traceStatements } from '../../src/read/print-statements';
import type { Reader } from '../../src/read/reader';
import { runBoth } from '../support/executors';
import { openSyntheticGraph, type SyntheticGraph } from '../support/synthetic-graph';

const schema = buildGraph();
let graph: SyntheticGraph;
let reader: Reader;
let client: Client;

beforeAll(async () => {
  const change = async (client: Client) => {
    // A company whose year ends in June, and a quarter in which it says nothing.
    await client.query(`UPDATE quarter SET fiscal_year = (fiscal_year * 4 + fiscal_quarter + 1) / 4 + 60, fiscal_quarter = (fiscal_quarter + 1) % 4 + 1 WHERE company_id = 2;
    UPDATE quarter SET fiscal_year = fiscal_year - 60 WHERE company_id = 2;
    UPDATE utterance u SET fiscal_year = q.fiscal_year, fiscal_quarter = q.fiscal_quarter FROM quarter q WHERE q.id = u.quarter_id AND q.company_id = 2;
    DELETE FROM topic_mention m USING utterance u WHERE u.id = m.utterance_id AND u.company_id = 2 AND (u.calendar_year, u.calendar_quarter) = (2021, 2);
    DELETE FROM rendering r USING utterance u WHERE u.id = r.utterance_id AND u.company_id = 2 AND (u.calendar_year, u.calendar_quarter) = (2021, 2);
    DELETE FROM utterance WHERE company_id = 2 AND (calendar_year, calendar_quarter) = (2021, 2);
    UPDATE utterance SET quarter_id = NULL, fiscal_year = NULL, fiscal_quarter = NULL, calendar_year = NULL, calendar_quarter = NULL WHERE id % 97 = 0;
    UPDATE utterance SET about_company_ids = ARRAY[company_id, 1 + company_id % 5] WHERE type = 'AnalystComment' AND id % 4 = 0;
    UPDATE utterance SET sentiment_method = 'other/1' WHERE sentiment_method IS NOT NULL AND section = 'UNKNOWN' AND id % 2 = 0`);
  };
  graph = await openSyntheticGraph(schema, { companies: 5, people: 40, quartersEach: 12, utterances: 1_600 }, change, {
    poolSize: 2,
  });
  ({ reader, client } = graph);
}, 60_000);

afterAll(() => graph.close());

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
async function ask(source: string): Promise<any> {
  const { compiled, walked, errors } = await runBoth(reader, schema, source);
  expect({ source, errors }).toEqual({ source, errors: [] });
  expect(compiled).toBe(walked);
  return JSON.parse(walked);
}

async function refusal(source: string): Promise<string> {
  const { walked, errors, codes } = await runBoth(reader, schema, source);
  expect(codes).toEqual(['BAD_USER_INPUT']);
  expect(walked).toBe('{"statements":null}');
  return errors[0] as string;
}

const rowsOf = async (sql: string) => (await client.query(sql)).rows;
// biome-ignore lint/suspicious/noExplicitAny: see above
const valuesOf = (group: any) => group.keys.map(({ value }: { value: string }) => value).join(' | ');

interface Answered {
  readonly keys: readonly { readonly value: string }[];
  readonly statements: object;
}

/** The value of each key by SQL of its own, over `utterance u`. */
const BY_HAND: Record<string, string> = {
  COMPANY: '(SELECT c.name FROM company c WHERE c.id = u.company_id)',
  SECTOR: '(SELECT c.sector FROM company c WHERE c.id = u.company_id)',
  SPEAKER: '(SELECT p.name FROM person p WHERE p.id = u.speaker_id)',
  QUARTER: "'CY' || u.calendar_year || 'Q' || u.calendar_quarter",
  SECTION: 'u.section',
  DIRECTNESS: 'u.directness',
  SENTIMENT: 'u.sentiment_label',
  PUBLISHER: '(SELECT d.publisher FROM document d WHERE d.id = u.document_id)',
  EXECUTIVE_ROLE: `CASE WHEN EXISTS (SELECT FROM executive x WHERE x.role = 'CEO' AND x.person_id = u.speaker_id AND x.company_id = u.company_id AND u.said_on BETWEEN x.valid_from AND coalesce(x.valid_to, '9999-01-01')) THEN 'CEO'
    WHEN EXISTS (SELECT FROM executive x WHERE x.role = 'CFO' AND x.person_id = u.speaker_id AND x.company_id = u.company_id AND u.said_on BETWEEN x.valid_from AND coalesce(x.valid_to, '9999-01-01')) THEN 'CFO'
    WHEN EXISTS (SELECT FROM executive x WHERE x.role = 'CHAIR' AND x.person_id = u.speaker_id AND x.company_id = u.company_id AND u.said_on BETWEEN x.valid_from AND coalesce(x.valid_to, '9999-01-01')) THEN 'CHAIR' END`,
};

describe.each(Object.entries(BY_HAND))('by %s', (key, value) => {
  test('every group is what SQL by hand counts, and its statements are those', async () => {
    const { statements } =
      await ask(`{ statements(filter: { topics: ["synthetic-topic-1", "synthetic-topic-9"] }) { totalCount
      groupBy(keys: [${key}]) { keys { value } count mentions words meanSentiment sentimentMethod statements(first: 200) { totalCount nodes { id } } } } }`);
    const expected = await rowsOf(`SELECT * FROM (SELECT coalesce(${value}, 'Unknown') AS value, count(*)::int AS count,
        sum((SELECT count(*) FROM topic_mention m JOIN topic t ON t.id = m.topic_id WHERE m.utterance_id = u.id AND t.slug ~ '^synthetic-topic-(1|2|3|9)$'))::int AS mentions,
        sum(array_length(string_to_array(btrim(coalesce(u.words, u.text)), ' '), 1))::int AS words, round(avg(sentiment_score::numeric), 4)::float8 AS "meanSentiment",
        CASE WHEN count(DISTINCT sentiment_method) = 1 THEN min(sentiment_method) END AS "sentimentMethod"
      FROM utterance u WHERE u.type = 'Statement' AND EXISTS (SELECT FROM topic t WHERE t.id = ANY (u.topic_ids) AND t.slug ~ '^synthetic-topic-(1|2|3|9)$')
      GROUP BY 1) g ORDER BY count DESC, value = 'Unknown', lower(value) COLLATE "C"`);
    expect(expected.length).toBeGreaterThan(1);
    expect(
      statements.groupBy.map(({ keys, statements: _, ...group }: Answered) => ({ value: keys[0]?.value, ...group })),
    ).toEqual(expected);
    for (const group of statements.groupBy) expect(group.statements.totalCount).toBe(group.count);
    const ids = statements.groupBy.flatMap((group: { statements: { nodes: { id: string }[] } }) =>
      group.statements.nodes.map(({ id }) => id),
    );
    // Each statement is in one group.
    expect(new Set(ids).size).toBe(statements.totalCount);
  });
});

test('a group of what a search finds has those statements and no others', async () => {
  const { statements } = await ask(`{ statements(filter: { search: { query: "words" } }) { totalCount
    groupBy(keys: [DIRECTNESS]) { count statements(first: 2) { totalCount nodes { directness } } } } }`);
  expect(statements.groupBy.length).toBeGreaterThan(1);
  const counts = statements.groupBy.map(({ count }: { count: number }) => count);
  expect(counts.reduce((sum: number, n: number) => sum + n, 0)).toBe(statements.totalCount);
  for (const { count, statements: own } of statements.groupBy) expect(own.totalCount).toBe(count);
});

test('topics overlap, and those of the filter restrict them', async () => {
  const { all, some } = await ask(`{
    all: statements { groupBy(keys: [TOPIC], first: 200) { keys { value node { ... on Topic { slug } } } count mentions statements(first: 0) { totalCount } } }
    some: statements(filter: { topics: ["synthetic-topic-1"] }) { groupBy(keys: [TOPIC]) { keys { value } count } } }`);
  const expected =
    await rowsOf(`SELECT t.slug, count(*)::int AS count FROM utterance u JOIN topic_mention m ON m.utterance_id = u.id JOIN topic t ON t.id = m.topic_id
    WHERE u.type = 'Statement' GROUP BY 1 ORDER BY 2 DESC, t.slug COLLATE "C"`);
  // One place each in this data.
  expect(all.groupBy).toEqual(
    expected.map(({ slug, count }) => ({
      keys: [{ value: slug, node: { slug } }],
      count,
      mentions: count,
      statements: { totalCount: count },
    })),
  );
  const within = ['synthetic-topic-1', 'synthetic-topic-2', 'synthetic-topic-3'];
  expect(some.groupBy.map(valuesOf)).toEqual(expected.map(({ slug }) => slug).filter((slug) => within.includes(slug)));
});

describe('quarters', () => {
  test('are fiscal for one company, with groups of nothing from the first to the last', async () => {
    const { company } = await ask(
      `{ company(symbol: "SYN2") { statements { groupBy(keys: [QUARTER], orderBy: { field: KEY }) { period keys { value node { ... on Quarter { period calendarPeriod } } } count statements { totalCount } } } } }`,
    );
    const groups = company.statements.groupBy;
    // Calendar 2020Q1 is its FY2020Q3.
    expect(groups.map(({ period }: { period: string }) => period)).toEqual([
      ...[
        'FY2020Q3',
        'FY2020Q4',
        'FY2021Q1',
        'FY2021Q2',
        'FY2021Q3',
        'FY2021Q4',
        'FY2022Q1',
        'FY2022Q2',
        'FY2022Q3',
        'FY2022Q4',
        'FY2023Q1',
        'FY2023Q2',
      ],
      null,
    ]);
    expect(groups[5]).toEqual({
      period: 'FY2021Q4',
      keys: [{ value: 'FY2021Q4', node: { period: 'FY2021Q4', calendarPeriod: 'CY2021Q2' } }],
      count: 0,
      statements: { totalCount: 0 },
    });
    expect(groups.at(-1).keys).toEqual([{ value: 'Unknown', node: null }]);
    for (const { count, statements } of groups) expect(statements.totalCount).toBe(count);
  });

  test('are of the calendar for several, and reach as far as the filter does', async () => {
    const { statements } = await ask(
      `{ statements(filter: { symbols: ["SYN1", "SYN2"], periodFrom: "CY2019Q3", periodTo: "CY2020Q2" }) { groupBy(keys: [QUARTER], orderBy: { field: KEY }) { period count keys { node { id } } } } }`,
    );
    const [counted] =
      await rowsOf(`SELECT count(*) FILTER (WHERE calendar_quarter = 1)::int AS first, count(*) FILTER (WHERE calendar_quarter = 2)::int AS second
      FROM utterance WHERE type = 'Statement' AND company_id IN (1, 2) AND calendar_year = 2020 AND calendar_quarter < 3`);
    const node = [{ node: null }];
    expect(statements.groupBy).toEqual([
      { period: 'CY2019Q3', count: 0, keys: node },
      { period: 'CY2019Q4', count: 0, keys: node },
      { period: 'CY2020Q1', count: counted.first, keys: node },
      { period: 'CY2020Q2', count: counted.second, keys: node },
    ]);
  });

  test('a range by the calendar is one of a company’s own quarters', async () => {
    const { statements } = await ask(
      `{ statements(filter: { symbols: ["SYN2"], periodFrom: "CY2021Q1", periodTo: "CY2021Q3" }) { groupBy(keys: [QUARTER], orderBy: { field: KEY }) { period } } }`,
    );
    expect(statements.groupBy).toEqual([{ period: 'FY2021Q3' }, { period: 'FY2021Q4' }, { period: 'FY2022Q1' }]);
  });

  test('beside speakers, each who says anything has every quarter', async () => {
    const { statements } = await ask(
      `{ statements(filter: { symbols: ["SYN2"], topics: ["synthetic-topic-1"], periodFrom: "2021Q1", periodTo: "2022Q4" }) { groupBy(keys: [QUARTER, SPEAKER], first: 200) { keys { value } count } } }`,
    );
    const expected =
      await rowsOf(`SELECT coalesce(p.name, 'Unknown') AS name, 'FY' || u.fiscal_year || 'Q' || u.fiscal_quarter AS quarter, count(*)::int AS count FROM utterance u LEFT JOIN person p ON p.id = u.speaker_id
      WHERE u.type = 'Statement' AND u.company_id = 2 AND u.fiscal_year IN (2021, 2022) AND EXISTS (SELECT FROM topic t WHERE t.id = ANY (u.topic_ids) AND t.slug ~ '^synthetic-topic-(1|2|3)$') GROUP BY 1, 2`);
    const speakers = new Set(expected.map(({ name }) => name));
    expect(speakers.size).toBeGreaterThan(2);
    expect(statements.groupBy.length).toBe(8 * speakers.size);
    const counts = new Map(expected.map(({ name, quarter, count }) => [`${quarter} | ${name}`, count]));
    for (const group of statements.groupBy) expect(group.count).toBe(counts.get(valuesOf(group)) ?? 0);
    const found = statements.groupBy.map(({ count }: { count: number }) => count);
    expect(found).toEqual([...found].sort((a, b) => b - a));
  });

  test('nothing said in a known range is a quarter of nothing each; without a range there is none', async () => {
    const answer =
      await ask(`{ a: statements(filter: { symbols: ["SYN2"], period: "2030" }) { groupBy(keys: [QUARTER]) { period count } }
      b: statements(filter: { symbols: ["SYN2"], from: "2030-01-01" }) { groupBy(keys: [QUARTER]) { period count } }
      c: statements(filter: { symbols: ["NOPE"], period: "2030" }) { groupBy(keys: [QUARTER]) { period count } } }`);
    expect(answer.a.groupBy).toEqual(
      ['FY2030Q1', 'FY2030Q2', 'FY2030Q3', 'FY2030Q4'].map((period) => ({ period, count: 0 })),
    );
    expect(answer.b.groupBy).toEqual([]);
    expect(answer.c.groupBy).toEqual([]);
  });
});

test('which CFOs speak of a topic in a quarter, most first: counted by exactly the filter', async () => {
  const { statements } = await ask(
    `{ statements(filter: { executiveRoles: [CFO], topics: ["synthetic-topic-1", "synthetic-topic-7"], periodFrom: "CY2020Q1", periodTo: "CY2021Q4" }) { groupBy(keys: [SPEAKER, COMPANY]) { keys { value } count } } }`,
  );
  const expected =
    await rowsOf(`SELECT p.name || ' | ' || c.name AS value, count(*)::int AS count FROM utterance u JOIN person p ON p.id = u.speaker_id JOIN company c ON c.id = u.company_id
      JOIN executive x ON x.person_id = p.id AND x.company_id = c.id AND x.role = 'CFO' AND u.said_on BETWEEN x.valid_from AND coalesce(x.valid_to, 'infinity')
    WHERE u.type = 'Statement' AND u.calendar_year IN (2020, 2021) AND EXISTS (SELECT FROM topic t WHERE t.id = ANY (u.topic_ids) AND t.slug ~ '^synthetic-topic-(1|2|3|7)$')
    GROUP BY 1, p.name ORDER BY 2 DESC, lower(p.name) COLLATE "C"`);
  expect(expected.length).toBeGreaterThan(0);
  expect(
    statements.groupBy.map((group: { count: number }) => ({ value: valuesOf(group), count: group.count })),
  ).toEqual(expected);
});

test('the parents of a field are counted in one statement, each by its own rows', async () => {
  const source =
    '{ companies { nodes { symbol statements(filter: { directness: [TRANSCRIPT] }) { groupBy(keys: [QUARTER, SECTION], first: 200) { keys { value } count statements(first: 1) { totalCount } } } } } }';
  const both = await runBoth(reader, schema, source);
  expect(both.compiled).toBe(both.walked);
  // The groups; then the first statements and their counts, apart for groups of unknown quarter, whose rows are found by another condition.
  expect([both.statements, both.roundTrips]).toEqual([3, 2]);
  const { companies } = JSON.parse(both.walked);
  const expected =
    await rowsOf(`SELECT c.id, s.symbol, count(*)::int AS count FROM company c JOIN company_symbol s ON s.company_id = c.id JOIN utterance u ON u.company_id = c.id
    WHERE u.type = 'Statement' AND u.directness = 'TRANSCRIPT' GROUP BY 1, 2`);
  for (const { symbol, count } of expected) {
    const { statements } = companies.nodes.find((company: { symbol: string }) => company.symbol === symbol);
    expect(statements.groupBy.reduce((sum: number, group: { count: number }) => sum + group.count, 0)).toBe(count);
    for (const group of statements.groupBy) expect(group.statements.totalCount).toBe(group.count);
  }
});

test('comments are counted for every company that they are about', async () => {
  const { analystComments } = await ask(
    `{ analystComments { totalCount groupBy(keys: [COMPANY]) { keys { value } count } bySector: groupBy(keys: [SECTOR], orderBy: { field: KEY, direction: DESC }) { keys { value } count } } }`,
  );
  expect(analystComments.groupBy.map((group: { count: number }) => [valuesOf(group), group.count])).toEqual(
    (
      await rowsOf(
        `SELECT c.name, count(*)::int AS count FROM company c JOIN utterance u ON u.about_company_ids @> ARRAY[c.id] WHERE u.type = 'AnalystComment' GROUP BY 1 ORDER BY 2 DESC, 1`,
      )
    ).map(({ name, count }) => [name, count]),
  );
  expect(analystComments.bySector.map((group: { count: number }) => [valuesOf(group), group.count])).toEqual(
    (
      await rowsOf(`SELECT * FROM (SELECT coalesce(c.sector, 'Unknown') AS sector, count(DISTINCT u.id)::int AS count FROM company c JOIN utterance u ON u.about_company_ids @> ARRAY[c.id] WHERE u.type = 'AnalystComment'
        GROUP BY 1) g ORDER BY sector = 'Unknown', sector DESC`)
    ).map(({ sector, count }) => [sector, count]),
  );
});

test('quarters of comments are those of the company that is looked at, whoever’s they are besides', async () => {
  const { company, analystComments } =
    await ask(`{ company(symbol: "SYN2") { analystComments { groupBy(keys: [QUARTER], orderBy: { field: KEY }) { count keys { value node { ... on Quarter { calendarPeriod } } } } } }
    analystComments(filter: { symbols: ["SYN2"] }) { groupBy(keys: [QUARTER], orderBy: { field: KEY }) { count keys { value } } } }`);
  const expected =
    await rowsOf(`SELECT 'CY' || u.calendar_year || 'Q' || u.calendar_quarter AS quarter, count(*)::int AS count FROM utterance u
      WHERE u.type = 'AnalystComment' AND 2 = ANY (u.about_company_ids) AND u.calendar_year IS NOT NULL GROUP BY 1 ORDER BY 1`);
  const told = company.analystComments.groupBy.filter(({ count }: { count: number }) => count > 0);
  expect(
    told
      .filter((group: never) => valuesOf(group) !== 'Unknown')
      // biome-ignore lint/suspicious/noExplicitAny: see above
      .map(({ count, keys: [{ node }] }: any) => ({ quarter: node.calendarPeriod, count })),
  ).toEqual(expected);
  const shown = (groups: { count: number }[]) => groups.map((group) => [valuesOf(group), group.count]);
  expect(shown(analystComments.groupBy)).toEqual(shown(company.analystComments.groupBy));
});

test('what cannot be counted is refused with what to write instead', async () => {
  const of = (call: string, filter = '') => refusal(`{ statements${filter} { ${call} { count } } }`);
  expect(await of('groupBy(keys: [])')).toBe('`keys` holds 0 keys; it takes 1 to 3.');
  expect(await of('groupBy(keys: [SPEAKER, TOPIC, QUARTER, SECTION])')).toBe('`keys` holds 4 keys; it takes 1 to 3.');
  expect(await of('groupBy(keys: [SPEAKER, SPEAKER])')).toBe('`keys` holds SPEAKER twice; each key is taken once.');
  expect(await of('groupBy(keys: [SPEAKER], first: 201)')).toMatch(/at most 200 groups/);
  expect(await of('groupBy(keys: [SPEAKER], first: -1)')).toMatch(/negative/);
  const far = '(filter: { periodFrom: "CY1900Q1", periodTo: "CY2100Q4" })';
  expect(await of('groupBy(keys: [SPEAKER, TOPIC, QUARTER])', far)).toMatch(
    /^With QUARTER there would be \d+ groups.*at most 50000/,
  );
});

test('no group is made of more rows than are counted, and they are refused', async () => {
  const source = '{ statements { groupBy(keys: [SPEAKER, QUARTER]) { count mentions } } }';
  const [statement] = (await traceStatements(reader, { name: 'bounded', source })).flat();
  const bounds = { 200000: 50, 200001: 51 };
  const values = statement?.values.map((value) => bounds[value as keyof typeof bounds] ?? value);
  expect(values).not.toEqual(statement?.values);
  const { rows } = await client.query(statement?.text ?? '', values);
  expect(rows).toMatchObject([{ total: 51, ord: null }]);
  const refused =
    '`groupBy` counts at most 200000 rows, and the filter finds more; narrow it by `symbols`, `period`, `speakerName` or `topics`.';
  expect(() => refuseTooMany(200_001, 0)).toThrow(refused);
  expect(() => refuseTooMany(200_000, 50_000)).not.toThrow();
});
