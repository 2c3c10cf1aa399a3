import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';

const schema = buildGraph();
let database: TestDatabase;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema });
});

afterAll(async () => {
  await reader.close();
  await database.drop();
});

/** Both executors, compared byte for byte. */
async function ask(source: string) {
  const answers = await runBoth(reader, schema, source);
  expect(answers.errors).toEqual([]);
  expect(answers.compiled).toBe(answers.walked);
  return { ...JSON.parse(answers.compiled ?? 'null'), sql: answers.statements };
}

const QUOTES = [
  'this doesn’t mean you need less compute,',
  'You can apply more compute at inference time in order to generate a higher level of intelligence and a higher quality of service,',
];
const texts = (nodes: { text: string }[]) => nodes.map(({ text }) => text).sort();

test('1. all Zuckerberg statements about compute in Q4 2024: three ways, the same two quotes; two paraphrases more without the filter', async () => {
  for (const [directness, count] of [
    [', directness: [DIRECT_QUOTE]', 2],
    ['', 4],
  ] as const) {
    const filter = `topics: ["compute"]${directness}`;
    const { nested, flat, person } = await ask(`{
      nested: company(symbol: "META") { quarter(period: "2024Q4") { statements(filter: { speakerName: "zuckerberg", ${filter} }) { nodes { text } } } }
      flat: statements(filter: { speakerName: "zuckerberg", period: "2024Q4", ${filter} }) { nodes { text } }
      person(name: "Mark Zuckerberg") { statements(filter: { period: "2024Q4", ${filter} }) { nodes { text } } }
    }`);
    const lists = [nested.quarter.statements.nodes, flat.nodes, person.statements.nodes].map(texts);
    expect(lists[0]).toHaveLength(count);
    expect(lists[1]).toEqual(lists[0]);
    expect(lists[2]).toEqual(lists[0]);
    expect(lists[0]).toEqual(expect.arrayContaining(QUOTES));
    expect(JSON.stringify(lists)).not.toContain('computing resources');
  }
});

test('2 to 5, 16. quotes, DeepSeek, who speaks in what role, call and commentary, Susan Li', async () => {
  const data = await ask(`{
    quotes: statements(filter: { speakerName: "zuckerberg", directness: [DIRECT_QUOTE, FRAGMENT] }) { totalCount nodes { event { date startsAt } executive { role title } } }
    fragment: statements(filter: { speakerName: "zuckerberg", directness: [FRAGMENT] }) { nodes { text } }
    deepseek: statements(filter: { speakerName: "zuckerberg", topics: ["deepseek"], directness: [DIRECT_QUOTE] }) { nodes { text } }
    li: statements(filter: { speakerName: "susan li" }) { nodes { directness executive { role } topics { topic { slug } } } }
    paraphrases: statements(filter: { directness: [PARAPHRASE] }) { totalCount nodes { event { type } } }
    comments: analystComments { totalCount nodes { event { id } speaker { name } analyst { title } firm { name kind } about { slug } topics { topic { slug } } } }
  }`);
  expect(data.quotes.totalCount).toBe(6);
  expect(new Set(data.quotes.nodes.map((n: object) => JSON.stringify(n)))).toEqual(
    new Set([
      JSON.stringify({
        event: { date: '2025-01-29', startsAt: null },
        executive: { role: 'CEO', title: 'Chief Executive Officer' },
      }),
    ]),
  );
  expect(data.fragment.nodes).toEqual([{ text: 'strong business model' }]);
  expect(texts(data.deepseek.nodes).map((text) => text.slice(0, 20))).toEqual([
    'There’s a number of ',
    'What DeepSeek was ab',
  ]);
  expect(data.li.nodes).toEqual([
    { directness: 'PARAPHRASE', executive: { role: 'CFO' }, topics: [{ topic: { slug: 'advertising' } }] },
  ]);
  expect(data.paraphrases.totalCount).toBe(10);
  expect(data.comments.totalCount).toBe(1);
  expect(data.comments.nodes[0]).toMatchObject({
    event: null,
    speaker: { name: 'Deepak Sharma' },
    analyst: { title: 'Co-Founder & Managing Partner' },
    firm: { name: 'IA', kind: 'VENTURE' },
    about: [{ slug: 'meta' }, { slug: 'deepseek' }],
  });
  expect(JSON.stringify(data.comments.nodes[0].topics)).toMatch(/deepseek.*open-source/);
});

test('6 and 7. the call and its quarter', async () => {
  const data = await ask(
    '{ company(symbol: "META") { quarter(period: "Q4 2024") { label startDate endDate period calendarPeriod events { type date startsAt } } } }',
  );
  expect(data.company.quarter).toEqual({
    label: 'Q4 2024',
    startDate: '2024-10-01',
    endDate: '2024-12-31',
    period: 'FY2024Q4',
    calendarPeriod: 'CY2024Q4',
    events: [{ type: 'EARNINGS_CALL', date: '2025-01-29', startsAt: null }],
  });
});

test('20 and 22. words byte for byte, proved by their source', async () => {
  const data = await ask(
    `{ statements(filter: { topics: ["government"] }) { nodes { text source { start end text before(chars: 3) document { title publisher url publishedAt publishedAtText text } } } } }`,
  );
  const [{ text, source }] = data.statements.nodes;
  expect(text).toContain('prioritises American technology winning');
  expect(source.text).toBe(text);
  expect([...source.document.text].slice(source.start, source.end).join('')).toBe(text);
  expect(source.before).toBe([...source.document.text].slice(source.start - 3, source.start).join(''));
  expect(source.document).toMatchObject({
    publisher: 'Earshot',
    publishedAt: '2025-01-30T11:44:00.000Z',
    publishedAtText: 'Updated Jan 30, 2025, 5:14 PM IST',
  });
});

test('30, 32 and 33. derived revenue, eight quarters in few statements, and what was known on a day', async () => {
  const { company, sql } = await ask(`{ company(symbol: "META") {
    series(metric: "revenue", periods: 8, to: "2024Q4", asOf: "2025-02-01") { period value derivation formula evidence { accession } yoy { percent from } qoq { percent } }
  } }`);
  expect(sql).toBeLessThanOrEqual(3);
  expect(company.series).toHaveLength(8);
  expect(company.series[7]).toMatchObject({
    period: 'FY2024Q4',
    value: '48385000000',
    derivation: 'DERIVED',
    formula: 'FY2024 − 9M2024',
    yoy: { percent: '20.6278', from: 'FY2023Q4' },
  });
  expect(company.series[7].evidence.map((e: { accession: string }) => e.accession).sort()).toEqual([
    '0001326801-24-000081',
    '0001326801-25-000017',
  ]);
  const before = await ask(
    '{ company(symbol: "META") { metric(name: "revenue", period: "2024Q4", asOf: "2024-12-31") { value derivation } } }',
  );
  // No filing was known then; the article came a month later.
  expect(before.company.metric).toEqual({ value: null, derivation: 'NOT_DERIVABLE' });
});

test('35 and 36. symbols and offices as of a day', async () => {
  const data = await ask(`{
    fb: company(symbol: "FB", asOf: "2021-06-01") { cik name(asOf: "2021-06-01") }
    etf: company(symbol: "META", asOf: "2021-12-01") { slug }
    meta: company(symbol: "META") { cik executives(role: [CFO], asOf: "2022-06-01") { person { name } } now: executives(role: [CFO], asOf: "2025-01-29") { person { name } } }
  }`);
  expect(data.fb).toEqual({ cik: '1326801', name: 'Facebook, Inc.' });
  expect(data.etf.slug).not.toBe('meta');
  expect(data.meta).toEqual({
    cik: '1326801',
    executives: [{ person: { name: 'David Wehner' } }],
    now: [{ person: { name: 'Susan Li' } }],
  });
});
