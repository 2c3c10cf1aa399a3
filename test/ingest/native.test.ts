import { Client } from 'pg';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { importNative } from '../../src/ingest/native/import-native';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { expectTrueCounts } from '../support/stored';

let database: TestDatabase;
let client: Client;

beforeEach(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterEach(async () => {
  await expectTrueCounts(database.url);
  await client.end();
  await database.drop();
});

const query = async (sql: string) => (await client.query(sql)).rows;
const load = async (file: object) => importNative(database.url, [JSON.stringify({ format: 'earshot/1', ...file })]);

const PEOPLE = {
  companies: [{ slug: 'orchard', name: 'Orchard Robotics', identifiers: [{ scheme: 'CIK', value: '77' }] }],
  people: [{ name: 'Nadia Okafor' }, { name: 'Priya Raman' }],
  executives: [{ person: 'Nadia Okafor', company: 'orchard', title: 'Chief Executive Officer', role: 'CEO' }],
  analysts: [{ person: 'Priya Raman' }],
  quarters: [{ company: 'orchard', period: 'FY2024Q3', start: '2024-07-01', end: '2024-09-30' }],
  events: [{ company: 'orchard', type: 'EARNINGS_CALL', title: 'The call', date: '2024-10-24', quarter: 'FY2024Q3' }],
};
const CALL = {
  key: 'orchard-call',
  kind: 'TRANSCRIPT',
  title: 'The call',
  text: ['Orders doubled.', 'What about machines?', 'We buy fewer of them.'],
  companies: ['orchard'],
  quarter: 'FY2024Q3',
  events: ['orchard/EARNINGS_CALL/2024-10-24'],
  raw: { encoding: 'BASE64', content: Buffer.from([1, 2, 0, 255]).toString('base64') },
  utterances: [
    { key: 'a', text: 'Orders doubled.', directness: 'TRANSCRIPT', speaker: 'Nadia Okafor', topics: ['demand'] },
    {
      key: 'q',
      text: 'What about machines?',
      directness: 'TRANSCRIPT',
      speaker: 'Priya Raman',
      kind: 'QUESTION',
      section: 'QUESTION',
      discusses: ['a'],
    },
    { key: 'b', text: 'We buy fewer of them.', directness: 'TRANSCRIPT', speaker: 'Nadia Okafor', section: 'ANSWER' },
  ],
  exchanges: [{ questions: ['q'], answers: ['b'] }],
};
const ARTICLE = {
  key: 'orchard-article',
  kind: 'NEWS_ARTICLE',
  title: 'Robots at harvest',
  text: 'Okafor said: “Orders doubled.”',
  companies: ['orchard'],
};

test('raw sources, exchanges, links and renderings of a file are stored', async () => {
  const quoted = [{ document: 'orchard-article', start: 14, end: 29 }];
  const call = { ...CALL, utterances: [{ ...CALL.utterances[0], renderings: quoted }, ...CALL.utterances.slice(1)] };
  const report = await load({ ...PEOPLE, documents: [ARTICLE, call] });
  expect(report).toMatchObject({
    documents: { created: 2 },
    statements: { created: 2 },
    analystComments: { created: 1 },
  });
  expect(await query("SELECT raw, sha256 FROM document WHERE title = 'The call'")).toEqual([
    // Of the four raw bytes, not of the file.
    {
      raw: Buffer.from([1, 2, 0, 255]),
      sha256: (await query("SELECT encode(sha256('\\x010200ff'), 'hex') AS h"))[0].h,
    },
  ]);
  expect(
    await query(`SELECT x.position, array_agg(u.text ORDER BY u.position) AS words, x.said_on::text, array_length(x.speaker_ids, 1) AS speakers
      FROM exchange x JOIN utterance u ON u.exchange_id = x.id GROUP BY x.id`),
  ).toEqual([
    { position: 0, words: ['What about machines?', 'We buy fewer of them.'], said_on: '2024-10-24', speakers: 2 },
  ]);
  expect(
    await query(
      'SELECT c.text AS comment, s.text AS statement FROM comment_statement l JOIN utterance c ON c.id = l.comment_id JOIN utterance s ON s.id = l.statement_id',
    ),
  ).toEqual([{ comment: 'What about machines?', statement: 'Orders doubled.' }]);
  expect(
    await query(
      'SELECT substr(d.text, r.span_start + 1, r.span_end - r.span_start) AS words FROM rendering r JOIN document d ON d.id = r.document_id',
    ),
  ).toEqual([{ words: 'Orders doubled.' }]);
  expect((await load({ ...PEOPLE, documents: [ARTICLE, call] })).documents).toEqual({
    created: 0,
    updated: 0,
    unchanged: 2,
  });
});

test('a corrected document keeps ids of words that stay, their renderings and links; an older form again changes nothing', async () => {
  const quoted = [{ document: 'orchard-article', start: 14, end: 29 }];
  const call = { ...CALL, utterances: [{ ...CALL.utterances[0], renderings: quoted }, ...CALL.utterances.slice(1)] };
  await load({ ...PEOPLE, documents: [ARTICLE, call] });
  const before = await query('SELECT id, text FROM utterance ORDER BY position');
  const corrected = {
    ...call,
    text: ['Thank you.', 'Orders doubled.', 'What about machines?', 'We buy none of them.'],
    utterances: [
      { text: 'Thank you.', directness: 'TRANSCRIPT', speaker: 'Nadia Okafor' },
      ...call.utterances.slice(0, 2),
      { ...call.utterances[2], text: 'We buy none of them.' },
    ],
  };
  const report = await load({ documents: [corrected] });
  expect(report).toMatchObject({
    documents: { updated: 1 },
    statements: { created: 2, unchanged: 1 },
    analystComments: { unchanged: 1 },
  });
  const after = await query('SELECT id, text FROM utterance ORDER BY position');
  expect(after.map(({ text }) => text)).toEqual(corrected.text);
  expect([after[1].id, after[2].id]).toEqual([before[0].id, before[1].id]);
  expect(after.map(({ id }) => id)).not.toContain(before[2].id);
  const links = { renderings: 1, links: 1, exchanges: 1 };
  const count =
    'SELECT (SELECT count(*)::int FROM rendering) AS renderings, (SELECT count(*)::int FROM comment_statement) AS links, (SELECT count(*)::int FROM exchange) AS exchanges';
  expect(await query(count)).toEqual([links]);
  expect((await load({ documents: [call] })).documents).toEqual({ created: 0, updated: 0, unchanged: 1 });
  expect(await query('SELECT count(*)::int AS n FROM document')).toEqual([{ n: 3 }]);
});

test.each([
  [{ exchanges: [{ questions: ['x'] }] }, /documents\[0\]\.exchanges\[0\]\.questions\[0\]: names the utterance "x"/],
  [{ exchanges: [{ questions: ['a'] }] }, /documents\[0\]\.exchanges\[0\]\.questions\[0\]: "a" is not of the kind/],
  [{ events: [] }, /documents\[0\]\.exchanges\[0\]\.event: is missing/],
  [
    { utterances: [{ ...CALL.utterances[0], renderings: [{ document: 'nowhere', start: 0, end: 1 }] }], exchanges: [] },
    /renderings\[0\]\.document: names the document "nowhere"/,
  ],
  [
    { utterances: [{ ...CALL.utterances[0], discusses: ['z'] }], exchanges: [] },
    /utterances\[0\]\.discusses: names the utterance "z"/,
  ],
])('a document with a fault is refused by path, and nothing of the file is kept: %#', async (change, message) => {
  await expect(load({ ...PEOPLE, documents: [{ ...CALL, ...change }] })).rejects.toThrow(message);
  expect(
    await query('SELECT (SELECT count(*)::int FROM company) AS c, (SELECT count(*)::int FROM document) AS d'),
  ).toEqual([{ c: 0, d: 0 }]);
});

test('what is stored is filled where it is empty, and never overridden', async () => {
  await client.query("INSERT INTO company (slug, name, sector) VALUES ('orchard-robotics', 'Orchard', 'Farming')");
  await client.query("INSERT INTO company_identifier (company_id, scheme, value) SELECT id, 'CIK', '77' FROM company");
  await client.query(
    "INSERT INTO company_symbol (company_id, symbol, exchange, valid_from) SELECT id, 'ORCH', 'UNKNOWN', '2024-01-01' FROM company",
  );
  await client.query("INSERT INTO person (name, aliases) VALUES ('Nadia Okafor', ARRAY['N. Okafor'])");
  await client.query(
    "INSERT INTO executive (person_id, company_id, title, role) SELECT p.id, c.id, 'Chief Executive Officer', 'CEO' FROM person p, company c",
  );
  await client.query(`INSERT INTO quarter (company_id, fiscal_year, fiscal_quarter, start_date, end_date, calendar_year, calendar_quarter, is_assumed)
    SELECT id, 2024, 3, '2024-04-01', '2024-06-30', 2024, 2, true FROM company`);
  await load({
    ...PEOPLE,
    companies: [
      {
        slug: 'orchard',
        name: 'Orchard Robotics',
        sector: 'Machines',
        country: 'DE',
        symbols: [{ symbol: 'ORCH', exchange: 'NYSE', from: '2020-02-02' }],
        identifiers: [{ scheme: 'CIK', value: '77' }],
      },
    ],
    people: [{ name: 'Nadia Okafor', aliases: ['N. Okafor', 'Nadia A. Okafor'] }, { name: 'Priya Raman' }],
    executives: [{ ...PEOPLE.executives[0], from: '2019-05-05' }],
  });
  expect(await query('SELECT slug, name, sector, country FROM company')).toEqual([
    { slug: 'orchard-robotics', name: 'Orchard', sector: 'Farming', country: 'DE' },
  ]);
  expect(await query('SELECT symbol, exchange, valid_from::text FROM company_symbol')).toEqual([
    { symbol: 'ORCH', exchange: 'NYSE', valid_from: '2020-02-02' },
  ]);
  expect(await query("SELECT aliases FROM person WHERE name = 'Nadia Okafor'")).toEqual([
    { aliases: ['N. Okafor', 'Nadia A. Okafor'] },
  ]);
  expect(await query('SELECT title, valid_from::text FROM executive')).toEqual([
    { title: 'Chief Executive Officer', valid_from: '2019-05-05' },
  ]);
  expect(await query('SELECT start_date::text, calendar_quarter, is_assumed FROM quarter')).toEqual([
    { start_date: '2024-07-01', calendar_quarter: 3, is_assumed: false },
  ]);
});

const CLAIM = { kind: 'LEVEL', label: 'orders', period: 'FY2024Q3', unit: 'units' };

test('claims are stored with their place, their period in both counts and whose word they are', async () => {
  const claims = [
    {
      ...CLAIM,
      text: 'Orders doubled',
      kind: 'CHANGE',
      value: 100,
      unit: 'percent',
      comparedTo: 'FY2023Q3',
      utterance: 'a',
      assertedBy: 'Nadia Okafor',
    },
    {
      ...CLAIM,
      text: 'fewer of them',
      low: '1.5',
      high: '20',
      qualifier: 'RANGE',
      period: 'CY2025',
      guidance: true,
      confidence: 0.5,
    },
  ];
  const report = await load({ ...PEOPLE, documents: [{ ...CALL, claims }] });
  expect(report.claims).toEqual({ created: 2, updated: 0, unchanged: 0 });
  expect(
    await query(`SELECT c.kind, c.asserted, c.low, c.high, c.fiscal_year AS fy, c.fiscal_quarter AS fq, c.calendar_year AS cy, c.calendar_quarter AS cq, c.is_guidance AS guidance,
      c.directness, p.name, u.text AS said, substr(d.text, c.span_start + 1, c.span_end - c.span_start) AS words
      FROM claim c JOIN document d ON d.id = c.document_id LEFT JOIN person p ON p.id = c.asserted_by_id LEFT JOIN utterance u ON u.id = c.utterance_id ORDER BY c.id`),
  ).toEqual([
    {
      kind: 'CHANGE',
      asserted: '100',
      low: null,
      high: null,
      fy: 2024,
      fq: 3,
      cy: 2024,
      cq: 3,
      guidance: false,
      directness: 'TRANSCRIPT',
      name: 'Nadia Okafor',
      said: 'Orders doubled.',
      words: 'Orders doubled',
    },
    {
      kind: 'LEVEL',
      asserted: null,
      low: '1.5',
      high: '20',
      fy: null,
      fq: null,
      cy: 2025,
      cq: null,
      guidance: true,
      directness: null,
      name: null,
      said: null,
      words: 'fewer of them',
    },
  ]);
  const again = await load({ ...PEOPLE, documents: [{ ...CALL, claims }] });
  expect(again.claims).toEqual({ created: 0, updated: 0, unchanged: 2 });
});

test.each([
  [{ text: 'Orders' }, 'documents[0].claims[0]: needs either a value or a bound of a range'],
  [{ text: 'Orders', value: 1, low: 1 }, 'documents[0].claims[0]: needs either a value or a bound of a range'],
  [{ text: 'Orders', low: '2', high: '1.9' }, 'documents[0].claims[0]: 2 to 1.9 is no range'],
  [{ text: 'Orders', value: 1, utterance: 'z' }, 'documents[0].claims[0].utterance: names the utterance "z"'],
  [{ text: 'Robots', value: 1 }, 'documents[0].claims[0]: "Robots" does not stand in the text'],
  [{ text: 'Orders', value: 1, kind: 'GUESS' }, 'documents[0].claims[0].kind: must be one of'],
])('a claim that says %p is refused, and nothing of the file stays', async (claim, message) => {
  const documents = [{ ...CALL, claims: [{ ...CLAIM, ...claim }] }];
  await expect(load({ ...PEOPLE, documents })).rejects.toThrow(message);
  expect(await query('SELECT count(*)::int AS n FROM company')).toEqual([{ n: 0 }]);
});
