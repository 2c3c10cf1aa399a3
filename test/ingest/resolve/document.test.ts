import { Client } from 'pg';
import { DocumentKind } from '../../../src/domain/document.entity';
import { AttributionMethod, Directness, Section, SpeakerRole } from '../../../src/domain/utterance-enums';
import { syncCatalogue } from '../../../src/ingest/catalogue';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { type MadeDocument, type MadeTurn, topic, writeMade } from '../../support/made-document';
import { countRows, expectTrueCounts } from '../../support/stored';

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

const SPEAKERS: MadeDocument['speakers'] = [
  { name: 'Nadia Okafor', title: 'Chief Executive Officer' },
  { name: 'Ronald Birch', title: 'CFO' },
  { name: 'Priya Raman', role: SpeakerRole.ANALYST, firm: 'Harbor Lane Securities' },
  { name: 'Operator', role: SpeakerRole.OPERATOR },
];
const QUESTION = { isComment: true, section: Section.QUESTION, role: SpeakerRole.ANALYST } as const;
const TURNS: readonly MadeTurn[] = [
  [3, 'Good afternoon and welcome to the call of Orchard Robotics about its third quarter.'],
  [
    0,
    'Orders for our pickers doubled, and we are buying more compute to train the arms. \u{1F34E}',
    { topics: [topic('compute')] },
  ],
  [
    1,
    'Revenue was 120 million dollars, up 30% from a year ago, and we expect 130 to 140 million for the fourth quarter.',
  ],
  [
    2,
    'How do you think about spending on compute next year, and what about margins?',
    { ...QUESTION, topics: [topic('compute'), topic('margins')] },
  ],
  [
    1,
    'We will spend less than we did this year, since most of the machines are paid for.',
    { section: Section.ANSWER },
  ],
];
const MADE: MadeDocument = {
  speakers: SPEAKERS,
  turns: TURNS,
  exchanges: [{ questions: [3], answers: [4] }],
  figures: [
    {
      words: '120 million dollars',
      metric: 'revenue',
      label: 'Revenue',
      value: '120000000',
      currency: 'USD',
      changePercent: '30',
      period: 'FY2024Q3',
      comparedTo: 'FY2023Q3',
      assertedBy: 1,
    },
    {
      words: '130 to 140 million',
      label: 'we expect',
      low: '130000000',
      high: '140000000',
      qualifier: 'RANGE',
      guidance: true,
      period: 'FY2024Q4',
      assertedBy: 1,
    },
  ],
};

test('a call into an empty database makes its company, people, offices, quarter, event, exchange and claims', async () => {
  const report = await writeMade(client, MADE);
  expect(report).toMatchObject({
    outcome: 'created',
    statements: { created: 4, updated: 0, unchanged: 0 },
    analystComments: { created: 1, updated: 0, unchanged: 0 },
    claims: { created: 3, updated: 0, unchanged: 0 },
    warnings: [],
  });
  expect(await query('SELECT slug, name, statement_count FROM company')).toEqual([
    { slug: 'orchard-robotics', name: 'Orchard Robotics, Inc.', statement_count: 4 },
  ]);
  expect(await query('SELECT symbol, valid_from::text, valid_to FROM company_symbol')).toEqual([
    { symbol: 'ORCH', valid_from: '2024-10-24', valid_to: null },
  ]);
  expect(
    await query(
      'SELECT p.name, e.title, e.role, e.valid_from, e.valid_to FROM executive e JOIN person p ON p.id = e.person_id ORDER BY 1',
    ),
  ).toEqual([
    { name: 'Nadia Okafor', title: 'Chief Executive Officer', role: 'CEO', valid_from: null, valid_to: null },
    { name: 'Ronald Birch', title: 'CFO', role: 'CFO', valid_from: null, valid_to: null },
  ]);
  expect(
    await query('SELECT fiscal_year, fiscal_quarter, start_date::text, end_date::text, is_assumed FROM quarter'),
  ).toEqual([
    { fiscal_year: 2024, fiscal_quarter: 3, start_date: '2024-07-01', end_date: '2024-09-30', is_assumed: true },
  ]);
  expect(await query('SELECT type, date::text, quarter_id IS NOT NULL AS placed, starts_at FROM event')).toEqual([
    { type: 'EARNINGS_CALL', date: '2024-10-24', placed: true, starts_at: null },
  ]);
  expect(
    await query(
      `SELECT u.type, p.name, f.name AS firm, a.id IS NOT NULL AS analyst, u.comment_kind, u.exchange_id IS NOT NULL AS exchanged, u.text = substr(d.text, u.span_start + 1, u.span_end - u.span_start) AS exact
       FROM utterance u JOIN document d ON d.id = u.document_id LEFT JOIN person p ON p.id = u.speaker_id LEFT JOIN firm f ON f.id = u.firm_id LEFT JOIN analyst a ON a.id = u.analyst_id ORDER BY position`,
    ),
  ).toEqual([
    { type: 'Statement', name: null, firm: null, analyst: false, comment_kind: null, exchanged: false, exact: true },
    {
      type: 'Statement',
      name: 'Nadia Okafor',
      firm: null,
      analyst: false,
      comment_kind: null,
      exchanged: false,
      exact: true,
    },
    {
      type: 'Statement',
      name: 'Ronald Birch',
      firm: null,
      analyst: false,
      comment_kind: null,
      exchanged: false,
      exact: true,
    },
    {
      type: 'AnalystComment',
      name: 'Priya Raman',
      firm: 'Harbor Lane Securities',
      analyst: true,
      comment_kind: 'QUESTION',
      exchanged: true,
      exact: true,
    },
    {
      type: 'Statement',
      name: 'Ronald Birch',
      firm: null,
      analyst: false,
      comment_kind: null,
      exchanged: true,
      exact: true,
    },
  ]);
  expect(
    await query(
      `SELECT c.kind, c.asserted::text, c.low::text, c.high::text, c.unit, c.period, c.compared_to, c.fiscal_quarter, c.calendar_quarter, c.is_guidance, m.name AS metric, p.name AS by,
         u.position FROM claim c LEFT JOIN metric m ON m.id = c.metric_id LEFT JOIN person p ON p.id = c.asserted_by_id LEFT JOIN utterance u ON u.id = c.utterance_id ORDER BY c.id`,
    ),
  ).toEqual([
    {
      kind: 'LEVEL',
      asserted: '120000000',
      low: null,
      high: null,
      unit: 'USD',
      period: 'FY2024Q3',
      compared_to: null,
      fiscal_quarter: 3,
      calendar_quarter: 3,
      is_guidance: false,
      metric: 'revenue',
      by: 'Ronald Birch',
      position: 2,
    },
    {
      kind: 'CHANGE',
      asserted: '30',
      low: null,
      high: null,
      unit: 'percent',
      period: 'FY2024Q3',
      compared_to: 'FY2023Q3',
      fiscal_quarter: 3,
      calendar_quarter: 3,
      is_guidance: false,
      metric: 'revenue',
      by: 'Ronald Birch',
      position: 2,
    },
    {
      kind: 'LEVEL',
      asserted: null,
      low: '130000000',
      high: '140000000',
      unit: 'USD',
      period: 'FY2024Q4',
      compared_to: null,
      fiscal_quarter: 4,
      calendar_quarter: null,
      is_guidance: true,
      metric: null,
      by: 'Ronald Birch',
      position: 2,
    },
  ]);
});

test('twice is the same as once; a dry run keeps nothing', async () => {
  const dry = await writeMade(client, MADE, {}, false);
  expect(dry).toMatchObject({ outcome: 'created', statements: { created: 4 } });
  expect(await countRows(database.url)).toEqual({});
  await writeMade(client, MADE);
  const before = await countRows(database.url);
  expect(await writeMade(client, MADE)).toMatchObject({
    outcome: 'unchanged',
    statements: { created: 0, updated: 0, unchanged: 4 },
    analystComments: { created: 0, updated: 0, unchanged: 1 },
    claims: { created: 0, updated: 0, unchanged: 3 },
  });
  expect(await countRows(database.url)).toEqual(before);
});

test('a corrected document is a revision: words that stay keep their ids, changed ones do not, and the old text stays', async () => {
  await writeMade(client, MADE);
  const before = await query('SELECT id, position, text, updated_at FROM utterance ORDER BY position');
  const claims = await query('SELECT id FROM claim ORDER BY id');
  const exchanges = await query('SELECT id FROM exchange');
  const turns = [...TURNS];
  turns[1] = [1, TURNS[1]![1], { topics: [topic('compute')] }];
  turns[4] = [1, 'We will spend no more than we did this year.', { section: Section.ANSWER }];
  const inserted: MadeTurn = [0, 'Before that, a word on the harvest.'];
  const report = await writeMade(client, {
    ...MADE,
    turns: [turns[0]!, inserted, ...turns.slice(1)],
    exchanges: [{ questions: [4], answers: [5] }],
  });
  expect(report).toMatchObject({
    outcome: 'updated',
    statements: { created: 2, updated: 1, unchanged: 2 },
    analystComments: { created: 0, updated: 0, unchanged: 1 },
    claims: { created: 0, updated: 0, unchanged: 3 },
  });
  const after = await query(
    'SELECT id, position, text, revision, document_id, updated_at FROM utterance ORDER BY position',
  );
  const idOf = (text: string) => after.find((u) => u.text === text)?.id;
  expect(after.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5]);
  for (const i of [0, 1, 2, 3]) expect(idOf(before[i].text)).toBe(before[i].id);
  expect(after.map(({ id }) => id)).not.toContain(before[4].id);
  expect(new Set(after.map(({ document_id }) => document_id))).toEqual(new Set([report.documentId]));
  expect(after[3].updated_at).toEqual(before[2].updated_at);
  // The second reading of who spoke keeps the first one.
  expect(
    await query('SELECT r.revision, p.name FROM utterance_revision r JOIN person p ON p.id = r.speaker_id'),
  ).toEqual([{ revision: 1, name: 'Nadia Okafor' }]);
  expect(after[2].revision).toBe(2);
  expect(await query('SELECT id FROM claim ORDER BY id')).toEqual(claims);
  expect(await query('SELECT id FROM exchange')).toEqual(exchanges);
  expect(
    await query('SELECT revision, superseded_by_id IS NULL AS current, length > 0 AS kept FROM document ORDER BY 1'),
  ).toEqual([
    { revision: 1, current: false, kept: true },
    { revision: 2, current: true, kept: true },
  ]);
});

test('a surname finds the officer of the company, a nickname the known person; neither makes another person', async () => {
  await writeMade(client, MADE);
  const report = await writeMade(client, {
    document: { kind: DocumentKind.NEWS_ARTICLE, title: 'Robots at harvest', publisher: 'The Gazette' },
    event: { type: null, date: '2024-11-02', company: 'Orchard', symbol: null },
    speakers: [{ name: 'Okafor' }, { name: 'Ron Birch', title: 'finance chief' }, { name: 'Quill' }],
    turns: [
      [0, 'The arms learn at night'],
      [1, 'Cash is there'],
      [2, 'Nobody knows me'],
    ],
  });
  expect(report.warnings).toEqual([expect.objectContaining({ code: 'UNKNOWN_SPEAKER' })]);
  expect(await query('SELECT name, aliases, utterance_count FROM person ORDER BY name')).toEqual([
    { name: 'Nadia Okafor', aliases: [], utterance_count: 2 },
    { name: 'Priya Raman', aliases: [], utterance_count: 1 },
    { name: 'Ronald Birch', aliases: ['Ron Birch'], utterance_count: 3 },
  ]);
  expect(await query('SELECT slug FROM company')).toEqual([{ slug: 'orchard-robotics' }]);
  expect(await query("SELECT title FROM executive WHERE role = 'CFO'")).toEqual([{ title: 'CFO' }]);
});

test('a name in its long and its short form, in one office: one person, one office', async () => {
  const tell = (name: string, title: string) =>
    writeMade(client, {
      document: { title: `About ${name}` },
      speakers: [{ name, title: 'CEO' }],
      turns: [[0, title]],
    });
  await tell('Kathleen Brown', 'We ship in May.');
  await tell('Kathy Brown', 'We ship in June.');
  expect(await query('SELECT name, aliases FROM person')).toEqual([
    { name: 'Kathleen Brown', aliases: ['Kathy Brown'] },
  ]);
  expect(await query('SELECT role FROM executive')).toEqual([{ role: 'CEO' }]);
});

test('what is ambiguous stays open, with those who could be meant', async () => {
  await writeMade(client, {
    speakers: [
      { name: 'Dana Wells', title: 'Chief Operating Officer' },
      { name: 'Iris Wells', title: 'Head of Design' },
    ],
    turns: [
      [0, 'We ship.'],
      [1, 'We draw.'],
    ],
  });
  const report = await writeMade(client, {
    document: { title: 'Another text', kind: DocumentKind.NEWS_ARTICLE },
    event: { date: '2024-11-02', type: null },
    speakers: [{ name: 'Wells' }],
    turns: [[0, 'We like apples']],
  });
  expect(report.warnings).toEqual([expect.objectContaining({ code: 'AMBIGUOUS_SPEAKER' })]);
  const people = await query('SELECT id FROM person ORDER BY id');
  expect(
    await query(
      "SELECT speaker_id, alternative_speaker_ids, attribution_confidence FROM utterance WHERE text = 'We like apples'",
    ),
  ).toEqual([{ speaker_id: null, alternative_speaker_ids: people.map(({ id }) => id), attribution_confidence: 0.5 }]);
  expect(people).toHaveLength(2);
});

describe('the same call from a second source', () => {
  const other: MadeDocument = {
    ...MADE,
    document: { publisher: 'Second Scribes', title: 'ORCH Q3 2024 transcript' },
    event: { date: '2024-10-25', startsAt: '2024-10-24T21:00:00Z' },
    labelOf: (name) => `** ${name.toUpperCase()} **`,
    turns: [
      // Cut elsewhere than the first source cuts, with a word of its own spelling.
      [
        0,
        'Orders for our pickers doubled and we are buying more computers to train the arms.',
        { topics: [topic('compute')] },
      ],
      [1, TURNS[2]![1]],
      [2, 'How do you think about spending on compute next year?', QUESTION],
      [2, 'And what about margins?', QUESTION],
      [0, TURNS[4]![1], { section: Section.ANSWER }],
      [
        0,
        'Thank you all, and do visit the orchard in spring when the trees are in bloom.',
        { section: Section.ANSWER },
      ],
    ],
    exchanges: [{ questions: [2, 3], answers: [4, 5] }],
  };

  test('is one event and one set of statements; the second gives renderings, its own words stay its own', async () => {
    await writeMade(client, MADE);
    const report = await writeMade(client, other);
    expect(await query('SELECT date::text, starts_at IS NOT NULL AS timed FROM event')).toEqual([
      { date: '2024-10-24', timed: true },
    ]);
    expect(report.statements).toEqual({ created: 1, updated: 0, unchanged: 3 });
    expect(report.analystComments).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(
      await query(
        `SELECT u.position, substr(d.text, r.span_start + 1, r.span_end - r.span_start) AS words FROM rendering r JOIN utterance u ON u.id = r.utterance_id
         JOIN document d ON d.id = r.document_id WHERE d.publisher = 'Second Scribes' ORDER BY 1`,
      ),
    ).toEqual([
      { position: 1, words: 'Orders for our pickers doubled and we are buying more computers to train the arms.' },
      { position: 2, words: TURNS[2]![1] },
      {
        position: 3,
        words: expect.stringMatching(
          /^How do you think about spending on compute next year\?[\s\S]*And what about margins\?$/,
        ),
      },
      { position: 4, words: TURNS[4]![1] },
    ]);
    expect(
      await query(
        "SELECT u.text FROM utterance u JOIN document d ON d.id = u.document_id WHERE d.publisher = 'Second Scribes'",
      ),
    ).toEqual([{ text: 'Thank you all, and do visit the orchard in spring when the trees are in bloom.' }]);
    expect(await query('SELECT count(*)::int AS n FROM claim')).toEqual([{ n: 3 }]);
  });

  test('an article that quotes the call renders its words, whichever came first; altered words do not', async () => {
    const article: MadeDocument = {
      document: { kind: DocumentKind.NEWS_ARTICLE, title: 'Robots spend less', publisher: 'The Gazette' },
      event: { symbol: null },
      speakers: [{ name: 'Ronald Birch' }],
      turns: [
        [
          0,
          'We will spend less than we did this year since most machines are paid for',
          { directness: Directness.DIRECT_QUOTE, section: Section.ARTICLE },
        ],
        [
          0,
          'We will spend more than anybody expects us to spend this year',
          { directness: Directness.DIRECT_QUOTE, section: Section.ARTICLE },
        ],
      ],
    };
    const rendered = `SELECT u.text, substr(d.text, r.span_start + 1, r.span_end - r.span_start) AS words FROM rendering r
      JOIN utterance u ON u.id = r.utterance_id JOIN document d ON d.id = r.document_id WHERE d.publisher = 'The Gazette'`;
    await writeMade(client, article);
    await writeMade(client, MADE);
    const expected = [{ text: TURNS[4]![1], words: article.turns[0]![1] }];
    expect(await query(rendered)).toEqual(expected);
    const second = await writeMade(client, { ...article, document: { ...article.document, title: 'Robots again' } });
    expect(second.outcome).toBe('unchanged');
    await writeMade(client, { ...article, turns: [...article.turns, [0, 'Apples']] });
    expect(await query(rendered)).toEqual(expected);
  });

  test('labels that disagree lower the confidence and are reported; the first reading stays', async () => {
    await writeMade(client, MADE);
    const report = await writeMade(client, other);
    expect(report.warnings).toEqual([
      expect.objectContaining({
        code: 'SPEAKER_DISAGREES',
        start: expect.any(Number),
        message: expect.stringContaining('Nadia Okafor'),
      }),
    ]);
    expect(
      await query(
        `SELECT p.name, u.attribution_confidence AS sure, (SELECT name FROM person WHERE id = u.alternative_speaker_ids[1]) AS or
         FROM utterance u JOIN person p ON p.id = u.speaker_id WHERE u.section = 'ANSWER' AND u.attribution_confidence < 0.9`,
      ),
    ).toEqual([{ name: 'Ronald Birch', sure: 0.5, or: 'Nadia Okafor' }]);
  });

  test('a source without names is told by one with names', async () => {
    await writeMade(client, {
      ...MADE,
      turns: TURNS.map(([, words, more]) => [null, words, { ...more, isComment: false }]),
      exchanges: [],
    });
    await writeMade(client, other);
    expect(
      await query(
        'SELECT u.type, p.name, u.revision, u.attribution_method AS method FROM utterance u JOIN document d ON d.id = u.document_id LEFT JOIN person p ON p.id = u.speaker_id WHERE d.publisher IS NULL ORDER BY u.position',
      ),
    ).toEqual([
      { type: 'Statement', name: null, revision: 1, method: AttributionMethod.SPEAKER_LABEL },
      { type: 'Statement', name: 'Nadia Okafor', revision: 2, method: AttributionMethod.SPEAKER_LABEL },
      { type: 'Statement', name: 'Ronald Birch', revision: 2, method: AttributionMethod.SPEAKER_LABEL },
      { type: 'AnalystComment', name: 'Priya Raman', revision: 2, method: AttributionMethod.SPEAKER_LABEL },
      { type: 'Statement', name: 'Nadia Okafor', revision: 2, method: AttributionMethod.SPEAKER_LABEL },
    ]);
  });
});
