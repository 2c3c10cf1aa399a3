import type { Client } from 'pg';
import { buildGraph } from '../../src/api/schema';
import type { Reader } from '../../src/read/reader';
import { runBoth } from '../support/executors';
import { openSyntheticGraph, type SyntheticGraph } from '../support/synthetic-graph';

const schema = buildGraph();
let graph: SyntheticGraph;
let reader: Reader;
let client: Client;

/** Eight quarters of three companies from Q1 2020 on; the second one's fiscal year is a year ahead of the calendar. */
beforeAll(async () => {
  const change = async (client: Client) => {
    // In two steps, so that no two quarters have the same name in between.
    for (const table of ['quarter', 'utterance', 'exchange', 'topic_count'])
      for (const years of [10, -9])
        await client.query(`UPDATE ${table} SET fiscal_year = fiscal_year + ${years} WHERE company_id = 2`);
  };
  graph = await openSyntheticGraph(schema, { companies: 3, people: 9, quartersEach: 8, utterances: 1_200 }, change);
  ({ reader, client } = graph);
}, 60_000);

afterAll(() => graph.close());

async function trendOf(
  slug: string,
  args: string,
  fields = 'company { symbol } period calendarPeriod quarter { period } mentions statements speakers share',
) {
  const source = `{ topic(slug: "${slug}") { trend${args} { ${fields} } } }`;
  const answers = await runBoth(reader, schema, source);
  expect(answers.errors).toEqual([]);
  expect(answers.compiled).toBe(answers.walked);
  return { points: JSON.parse(answers.walked).topic.trend, statements: answers.statements };
}

/** What each quarter says of a topic or what lies below it, straight from the words. */
const SAID = `
  WITH below AS (SELECT t.id FROM topic t LEFT JOIN topic p ON p.id = t.parent_id WHERE $1 IN (t.slug, p.slug)),
  said AS (
    SELECT u.*, (SELECT sum(cardinality(m.spans) / 2)::int FROM topic_mention m WHERE m.utterance_id = u.id AND m.topic_id IN (SELECT id FROM below)) AS places
    FROM utterance u
  )`;

/** Topic 1 has the topics 2 and 3 below it; topic 7 stands alone and is rare enough for quarters without it. */
test.each(['synthetic-topic-1', 'synthetic-topic-2', 'synthetic-topic-7'])(
  '%s: at one company by its own quarters, as the words say',
  async (slug) => {
    const { rows } = await client.query(
      `${SAID}
       SELECT json_build_object('symbol', 'SYN2') AS company, format('FY%sQ%s', q.fiscal_year, q.fiscal_quarter) AS period,
         format('CY%sQ%s', q.calendar_year, q.calendar_quarter) AS "calendarPeriod",
         json_build_object('period', format('FY%sQ%s', q.fiscal_year, q.fiscal_quarter)) AS quarter, coalesce(sum(s.places), 0)::int AS mentions,
         (count(s.places) FILTER (WHERE s.type = 'Statement'))::int AS statements,
         (count(DISTINCT s.speaker_id) FILTER (WHERE s.places IS NOT NULL))::int AS speakers,
         round(count(s.places)::numeric / greatest(count(s.id), 1), 4)::float8 AS share
       FROM quarter q LEFT JOIN said s ON s.quarter_id = q.id
       WHERE q.company_id = 2 AND q.fiscal_year = 2021 GROUP BY q.id ORDER BY q.start_date`,
      [slug],
    );
    expect(rows).toHaveLength(4);
    const { points, statements } = await trendOf(slug, '(symbols: ["SYN2"], from: "2021Q1", to: "FY2021")');
    expect(points).toEqual(rows);
    expect(statements).toBe(2);
    expect((await trendOf(slug, '(symbols: ["SYN2"], from: "CY2020", to: "CY2020Q4")')).points).toEqual(rows);
  },
);

test('several companies stand side by side by the calendar, each with both labels', async () => {
  const { rows } = await client.query(
    `${SAID}
     SELECT json_build_object('symbol', 'SYN' || q.company_id) AS company, format('FY%sQ%s', q.fiscal_year, q.fiscal_quarter) AS period,
       format('CY%sQ%s', q.calendar_year, q.calendar_quarter) AS "calendarPeriod",
       (count(s.places) FILTER (WHERE s.type = 'Statement'))::int AS statements,
       (count(DISTINCT s.speaker_id) FILTER (WHERE s.places IS NOT NULL))::int AS speakers
     FROM quarter q LEFT JOIN said s ON s.quarter_id = q.id
     WHERE q.company_id IN (2, 3) AND q.calendar_year = 2021 GROUP BY q.id ORDER BY q.start_date, q.company_id DESC`,
    ['synthetic-topic-1'],
  );
  const { points } = await trendOf(
    'synthetic-topic-1',
    '(symbols: ["SYN3", "SYN2"], from: "CY2021Q1", to: "CY2021")',
    'company { symbol } period calendarPeriod statements speakers',
  );
  expect(points).toEqual(rows);
  expect(points.slice(0, 2).map(({ period }: { period: string }) => period)).toEqual(['FY2021Q1', 'FY2022Q1']);
});

test('all companies together are counted by the calendar, however the bounds are written', async () => {
  const { rows } = await client.query(
    `${SAID}
     SELECT format('CY%sQ%s', s.calendar_year, s.calendar_quarter) AS period, coalesce(sum(s.places), 0)::int AS mentions,
       (count(DISTINCT s.speaker_id) FILTER (WHERE s.places IS NOT NULL))::int AS speakers,
       round(count(s.places)::numeric / count(*), 4)::float8 AS share
     FROM said s WHERE s.calendar_year = 2021 GROUP BY s.calendar_year, s.calendar_quarter ORDER BY 1`,
    ['synthetic-topic-1'],
  );
  const fields = 'period mentions speakers share';
  const { points, statements } = await trendOf('synthetic-topic-1', '(from: "2021Q1", to: "2021Q4")', fields);
  expect(points).toEqual(rows);
  expect(statements).toBe(3);
});

test('without bounds it goes from the first to the last quarter in which it is spoken of, with zeros between', async () => {
  const { rows } = await client.query(
    `${SAID} SELECT DISTINCT q.calendar_year * 4 + q.calendar_quarter AS at FROM said s JOIN quarter q ON q.id = s.quarter_id
     WHERE s.company_id IN (1, 3) AND s.places > 0 ORDER BY 1`,
    ['synthetic-topic-7'],
  );
  const span = rows.at(-1).at - rows[0].at + 1;
  const { points } = await trendOf(
    'synthetic-topic-7',
    '(symbols: ["SYN1", "SYN3"])',
    'calendarPeriod statements mentions',
  );
  expect(points).toHaveLength(span * 2);
  expect(points.some(({ mentions }: { mentions: number }) => mentions === 0)).toBe(true);
  const [first] = points;
  expect(first.calendarPeriod).toBe(`CY${Math.floor((rows[0].at - 1) / 4)}Q${((rows[0].at - 1) % 4) + 1}`);
});

test('quarters that are not stored are there with zeros, labelled by the nearest that is', async () => {
  const { points } = await trendOf('synthetic-topic-1', '(symbols: ["SYN2"], from: "2023Q1", to: "2023Q2")');
  const beyond = { company: { symbol: 'SYN2' }, quarter: null, mentions: 0, statements: 0, speakers: 0, share: 0 };
  expect(points).toEqual([
    { ...beyond, period: 'FY2023Q1', calendarPeriod: 'CY2022Q1' },
    { ...beyond, period: 'FY2023Q2', calendarPeriod: 'CY2022Q2' },
  ]);
});

test('what cannot be shown is refused with what to change; unknown companies warn', async () => {
  const refuse = async (args: string) => {
    const { errors, codes } = await runBoth(
      reader,
      schema,
      `{ topic(slug: "synthetic-topic-1") { trend${args} { period } } }`,
    );
    expect(codes).toEqual(['BAD_USER_INPUT']);
    return errors[0];
  };
  expect(await refuse('(to: "LATEST")')).toBe("`to` is LATEST, which is a company's: name companies in `symbols`.");
  expect(await refuse('(symbols: ["SYN1", "SYN2", "SYN3"], from: "CY1900", to: "CY2100")')).toBe(
    'The trend has 2412 points; at most 2000 can be asked for at once. Name fewer companies, or a shorter time by `from` and `to`.',
  );
  expect((await trendOf('synthetic-topic-1', '(symbols: ["NOPE"])', 'period')).points).toEqual([]);
});

test('the trends of many topics are bounded together', async () => {
  const { codes, errors } = await runBoth(
    reader,
    schema,
    `{ topics(first: 13) { nodes { trend(symbols: ["SYN1", "SYN2"], from: "CY1900", to: "CY2100") { period } } } }`,
  );
  expect(new Set(codes)).toEqual(new Set(['BAD_USER_INPUT']));
  expect(errors[0]).toBe(
    'The trends have more than 20000 points; at most 20000 can be asked for at once. Name fewer topics or companies, or a shorter time by `from` and `to`.',
  );
});

test('topics are ordered by how their share has changed, page by page', async () => {
  const { rows } = await client.query(
    `WITH share AS (
       SELECT above.slug, above.id, count(DISTINCT u.id) FILTER (WHERE u.calendar_year = 2020) / max(n.a)::float8 AS was,
         count(DISTINCT u.id) FILTER (WHERE u.calendar_year = 2021) / max(n.b)::float8 AS now
       FROM utterance u, unnest(u.topic_ids) t JOIN topic own ON own.id = t JOIN topic above ON above.id IN (own.id, own.parent_id),
         (SELECT count(*) FILTER (WHERE calendar_year = 2020) AS a, count(*) FILTER (WHERE calendar_year = 2021) AS b FROM utterance WHERE company_id IN (1, 2)) n
       WHERE u.company_id IN (1, 2) GROUP BY 1, 2
     ) SELECT slug FROM share ORDER BY now - was DESC, id DESC`,
  );
  const order = (direction: string) =>
    `byShareChange: { before: "CY2020", after: "CY2021", symbols: ["SYN1", "SYN2"], direction: ${direction} }`;
  const page = async (args: string) => {
    const { walked, compiled, errors } = await runBoth(
      reader,
      schema,
      `{ topics(${args}) { nodes { slug } pageInfo { endCursor } totalCount } }`,
    );
    expect(errors).toEqual([]);
    expect(compiled).toBe(walked);
    return JSON.parse(walked).topics;
  };
  const all = await page(`first: 200, ${order('DESC')}`);
  const slugs = all.nodes.map(({ slug }: { slug: string }) => slug);
  expect(slugs).toEqual(rows.map(({ slug }) => slug));
  const first = await page(`first: 7, ${order('DESC')}`);
  const second = await page(`first: 7, after: "${first.pageInfo.endCursor}", ${order('DESC')}`);
  expect([...first.nodes, ...second.nodes].map(({ slug }: { slug: string }) => slug)).toEqual(slugs.slice(0, 14));
  const fell = await page(`first: 200, ${order('ASC')}`);
  expect(fell.nodes.map(({ slug }: { slug: string }) => slug)).toEqual([...slugs].reverse());
  // All companies together, by the calendar: two of three have the same calendar, so the third has to have its part.
  const { rows: together } = await client.query(
    `SELECT above.slug FROM utterance u, unnest(u.topic_ids) t JOIN topic own ON own.id = t JOIN topic above ON above.id IN (own.id, own.parent_id)
     WHERE u.calendar_year IN (2020, 2021) GROUP BY 1, above.id
     ORDER BY count(DISTINCT u.id) FILTER (WHERE u.calendar_year = 2021) / (SELECT count(*) FROM utterance WHERE calendar_year = 2021)::float8
       - count(DISTINCT u.id) FILTER (WHERE u.calendar_year = 2020) / (SELECT count(*) FROM utterance WHERE calendar_year = 2020)::float8 DESC, above.id DESC`,
  );
  const ofAll = await page('first: 200, byShareChange: { before: "2020", after: "2021" }');
  expect(ofAll.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(together.map(({ slug }) => slug));
});
