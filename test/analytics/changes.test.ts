import type { Client } from 'pg';
import { buildGraph } from '../../src/api/schema';
import type { Reader } from '../../src/read/reader';
import { runBoth } from '../support/executors';
import { openSyntheticGraph, type SyntheticGraph } from '../support/synthetic-graph';

const schema = buildGraph();
let graph: SyntheticGraph;
let reader: Reader;
let client: Client;

/**
 * Calls on the four quarters of 2020 with 500 passages each; what is told of the third quarter's stands in an article alone. On the second,
 * topic 7 has become new, topic 9 is gone, and much more is said of topic 11, of which a third of the call would not be enough.
 */
beforeAll(async () => {
  const change = async (client: Client) => {
    const topic = (n: number) => `(SELECT id FROM topic WHERE slug = 'synthetic-topic-${n}')`;
    const move = (quarter: number, set: string, where: string) =>
      client.query(`UPDATE utterance SET topic_ids = ${set} WHERE fiscal_quarter = ${quarter} AND ${where}`);
    await move(1, "'{}'", `topic_ids @> ARRAY[${topic(7)}]`);
    await move(2, "'{}'", `topic_ids @> ARRAY[${topic(9)}]`);
    await move(2, `ARRAY[${topic(11)}]`, "topic_ids = '{}' AND position % 9 = 0");
  };
  graph = await openSyntheticGraph(schema, { companies: 1, people: 12, quartersEach: 4, utterances: 2_000 }, change);
  ({ reader, client } = graph);
}, 60_000);

afterAll(() => graph.close());

async function changesOf(period: string, args: string, fields: string) {
  const source = `{ company(symbol: "SYN1") { quarter(period: "${period}") { changes${args} { ${fields} } } } }`;
  const answers = await runBoth(reader, schema, source);
  expect(answers.errors).toEqual([]);
  expect(answers.compiled).toBe(answers.walked);
  return { changes: JSON.parse(answers.walked).company.quarter.changes, statements: answers.statements };
}

/** Counts of things in the first and the second quarter's passages, and how that reads by share. */
const MOVED = (things: string) => `
  WITH passage AS (SELECT * FROM utterance WHERE event_id IS NOT NULL AND document_kind = 'TRANSCRIPT' AND fiscal_quarter IN (1, 2)),
  size AS (SELECT count(*) FILTER (WHERE fiscal_quarter = 1) AS a, count(*) FILTER (WHERE fiscal_quarter = 2) AS b FROM passage),
  thing AS (${things}),
  counted AS (
    SELECT thing, (count(DISTINCT id) FILTER (WHERE fiscal_quarter = 1))::int AS before, (count(DISTINCT id) FILTER (WHERE fiscal_quarter = 2))::int AS after
    FROM thing GROUP BY 1
  )
  SELECT thing, before, after, before / a::float8 AS x, after / b::float8 AS y,
    CASE WHEN before = 0 AND after >= 2 THEN 'NEW' WHEN after = 0 AND before >= 2 THEN 'GONE' WHEN before = 0 OR after = 0 THEN 'SAME'
      WHEN after / b::float8 >= 1.5 * before / a AND after - before * b / a::float8 >= 3 THEN 'ROSE'
      WHEN after / b::float8 <= 0.5 * before / a AND before * b / a::float8 - after >= 3 THEN 'FELL' ELSE 'SAME' END AS movement
  FROM counted, size`;

const ORDER = `ORDER BY array_position(ARRAY['NEW', 'ROSE', 'GONE', 'FELL', 'SAME'], movement), abs(y - x) DESC, thing`;

test('topics are compared by their share of the calls, sub-topics with them', async () => {
  const { rows } = await client.query(
    `SELECT json_build_object('slug', thing) AS topic, movement, before, after, round(x::numeric, 4)::float8 AS "shareBefore", round(y::numeric, 4)::float8 AS "shareAfter"
     FROM (${MOVED(`SELECT p.id, p.fiscal_quarter, above.slug AS thing FROM passage p, unnest(p.topic_ids) t JOIN topic own ON own.id = t
       JOIN topic above ON above.id IN (own.id, own.parent_id)`)}) m ${ORDER}`,
  );
  const { changes, statements } = await changesOf(
    '2020Q2',
    '',
    'quarter { period } since { period } incomplete topics(first: 200) { topic { slug } movement before after shareBefore shareAfter }',
  );
  expect(changes).toEqual({
    quarter: { period: 'FY2020Q2' },
    since: { period: 'FY2020Q1' },
    incomplete: null,
    topics: rows,
  });
  expect(statements).toBe(2);
  const of = (n: number) => rows.find(({ topic }) => topic.slug === `synthetic-topic-${n}`).movement;
  expect([7, 9, 11].map(of)).toEqual(['NEW', 'GONE', 'ROSE']);
  expect((await changesOf('2020Q2', '', 'topics(first: 2) { topic { slug } }')).changes.topics).toHaveLength(2);
});

test('people who speak are compared the same way', async () => {
  const { rows } = await client.query(
    `SELECT json_build_object('name', (SELECT name FROM person WHERE id = thing)) AS person, movement, before, after
     FROM (${MOVED('SELECT id, fiscal_quarter, speaker_id AS thing FROM passage WHERE speaker_id IS NOT NULL')}) m ${ORDER}`,
  );
  expect(
    (await changesOf('2020Q2', '', 'speakers { person { name } movement before after }')).changes.speakers,
  ).toEqual(rows);
});

test('each change leads to the statements that show it, of what is gone to the earlier ones', async () => {
  const { changes } = await changesOf(
    '2020Q2',
    '',
    'topics(first: 200) { topic { slug } movement statements(first: 2) { totalCount nodes { position quarter { period } } pageInfo { hasNextPage } } }',
  );
  for (const [slug, quarter] of [
    ['synthetic-topic-1', 2],
    ['synthetic-topic-9', 1],
    ['synthetic-topic-11', 2],
  ] as const) {
    const { rows } = await client.query(
      `SELECT u.position FROM utterance u WHERE u.type = 'Statement' AND u.fiscal_quarter = $2 AND u.document_kind = 'TRANSCRIPT'
         AND u.topic_ids && ARRAY(SELECT t.id FROM topic t LEFT JOIN topic p ON p.id = t.parent_id WHERE $1 IN (t.slug, p.slug)) ORDER BY u.said_on NULLS FIRST, u.position`,
      [slug, quarter],
    );
    const { statements } = changes.topics.find(({ topic }: { topic: { slug: string } }) => topic.slug === slug);
    expect(statements).toEqual({
      totalCount: rows.length,
      nodes: rows.slice(0, 2).map(({ position }) => ({ position, quarter: { period: `FY2020Q${quarter}` } })),
      pageInfo: { hasNextPage: rows.length > 2 },
    });
  }
});

test('where a call is missing it says which, and calls nothing new, gone, more or less', async () => {
  const fields = 'since { period } incomplete topics { movement } speakers { movement }';
  const third = (await changesOf('2020Q3', '', fields)).changes;
  expect(third).toMatchObject({
    since: { period: 'FY2020Q2' },
    incomplete: 'There is no transcript of the call on Q3 2020.',
  });
  const fourth = (await changesOf('2020Q4', '', fields)).changes;
  expect(fourth).toMatchObject({
    since: { period: 'FY2020Q3' },
    incomplete: 'There is no transcript of the call on Q3 2020.',
  });
  const itself = (await changesOf('2020Q3', '(since: "2020Q3")', fields)).changes;
  expect(itself).toMatchObject({ incomplete: 'There is no transcript of the call on Q3 2020.' });
  const first = (await changesOf('2020Q1', '', fields)).changes;
  expect(first).toMatchObject({ since: null, incomplete: 'No earlier quarter has been reported on.' });
  const other = (await changesOf('2020Q4', '(since: "2019Q4")', fields)).changes;
  expect(other).toMatchObject({ since: null, incomplete: 'The quarter FY2019Q4 is not stored.' });
  for (const { topics, speakers } of [third, fourth, first, other]) {
    expect(topics.length).toBeGreaterThan(0);
    expect(new Set([...topics, ...speakers].map(({ movement }: { movement: string }) => movement))).toEqual(
      new Set(['SAME']),
    );
  }
});

test('it compares with whichever quarter is named, and refuses a year', async () => {
  const { changes } = await changesOf('2020Q4', '(since: "Q2 2020")', 'since { period } incomplete');
  expect(changes).toEqual({ since: { period: 'FY2020Q2' }, incomplete: null });
  const latest = (await changesOf('2020Q1', '(since: "LATEST")', 'since { period } incomplete')).changes;
  expect(latest).toEqual({ since: { period: 'FY2020Q4' }, incomplete: null });
  const { errors } = await runBoth(
    reader,
    schema,
    '{ company(symbol: "SYN1") { quarter(period: "2020Q4") { changes(since: "2019") { incomplete } } } }',
  );
  expect(errors).toEqual([
    '`since` takes one quarter, and FY2019 is a year: write FY2019Q1, FY2019Q2, FY2019Q3 or FY2019Q4, or LATEST.',
  ]);
});
