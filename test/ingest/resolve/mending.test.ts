import { Client } from 'pg';
import { Section, SpeakerRole } from '../../../src/domain/utterance-enums';
import { syncCatalogue } from '../../../src/ingest/catalogue';
import { correctSpeaker } from '../../../src/ingest/correct-speaker';
import { mergeCompanies } from '../../../src/ingest/merge-companies';
import { mergePeople } from '../../../src/ingest/merge-people';
import { removeDocument } from '../../../src/ingest/remove-document';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { type MadeDocument, makeDocument, topic, writeMade } from '../../support/made-document';
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

const QUESTION = { isComment: true, section: Section.QUESTION, role: SpeakerRole.ANALYST } as const;
const MADE: MadeDocument = {
  speakers: [
    { name: 'Nadia Okafor', title: 'CEO' },
    { name: 'Ronald Birch', title: 'CFO' },
    { name: 'Priya Raman', role: SpeakerRole.ANALYST, firm: 'Harbor Lane' },
  ],
  turns: [
    [0, 'Orders for pickers doubled in the quarter.', { topics: [topic('demand')] }],
    [2, 'What do you plan to spend on machines?', { ...QUESTION, topics: [topic('compute')] }],
    [1, 'Less than this year.', { section: Section.ANSWER, topics: [topic('compute')] }],
  ],
  exchanges: [{ questions: [1], answers: [2] }],
  figures: [{ words: 'doubled', label: 'Orders', changePercent: '100', kind: 'CHANGE', assertedBy: 0 }],
  organisations: ['Orchard Robotics'],
};

describe('a correction of the speaker', () => {
  test('keeps the id and the old reading, and moves the counts', async () => {
    await writeMade(client, MADE);
    const [{ id }] = await query("SELECT id::int FROM utterance WHERE text LIKE 'Less%'");
    const report = await correctSpeaker(database.url, {
      utteranceIds: [id],
      person: 'nadia okafor',
      reason: 'heard it',
    });
    expect(report).toEqual({ corrected: [id], unchanged: [], faults: [] });
    expect(await query('SELECT name, utterance_count AS n FROM person ORDER BY 1')).toEqual([
      { name: 'Nadia Okafor', n: 2 },
      { name: 'Priya Raman', n: 1 },
      { name: 'Ronald Birch', n: 0 },
    ]);
    expect(
      await query(
        'SELECT r.revision, p.name, r.reason, r.method, u.revision AS now, u.attribution_method FROM utterance_revision r JOIN utterance u ON u.id = r.utterance_id JOIN person p ON p.id = r.speaker_id',
      ),
    ).toEqual([
      {
        revision: 1,
        name: 'Ronald Birch',
        reason: 'heard it',
        method: 'SPEAKER_LABEL',
        now: 2,
        attribution_method: 'MANUAL',
      },
    ]);
    expect(
      await query(
        'SELECT array_agg(p.name ORDER BY p.name) AS names FROM exchange x JOIN person p ON p.id = ANY (x.speaker_ids)',
      ),
    ).toEqual([{ names: ['Nadia Okafor', 'Priya Raman'] }]);
    const again = await correctSpeaker(database.url, { utteranceIds: [id], person: 'Nadia Okafor', reason: 'again' });
    expect(again).toEqual({ corrected: [], unchanged: [id], faults: [] });
  });

  test('changes the concrete type with the part, and outlives a new revision of the source', async () => {
    await writeMade(client, MADE);
    const [{ id }] = await query("SELECT id::int FROM utterance WHERE text LIKE 'Less%'");
    await correctSpeaker(database.url, { utteranceIds: [id], person: 'Priya Raman', reason: 'it was a question' });
    const reading = `SELECT u.id::int, u.type, u.speaker_role AS role, u.comment_kind AS kind, f.name AS firm, p.name, cardinality(u.about_company_ids) AS about
      FROM utterance u JOIN person p ON p.id = u.speaker_id LEFT JOIN firm f ON f.id = u.firm_id WHERE u.text LIKE 'Less%'`;
    const corrected = [
      {
        id,
        type: 'AnalystComment',
        role: 'ANALYST',
        kind: 'COMMENT',
        firm: 'Harbor Lane',
        name: 'Priya Raman',
        about: 1,
      },
    ];
    expect(await query(reading)).toEqual(corrected);
    expect(await query('SELECT statement_count FROM company')).toEqual([{ statement_count: 1 }]);
    await expectTrueCounts(database.url);
    const turns = [...MADE.turns, [0, 'One more thing about the harvest.'] as const];
    expect(await writeMade(client, { ...MADE, turns })).toMatchObject({
      outcome: 'updated',
      statements: { created: 1 },
    });
    expect(await query(reading)).toEqual(corrected);
  });

  test('is refused as a whole where a part of it is wrong', async () => {
    await writeMade(client, MADE);
    await client.query("INSERT INTO person (name, aliases) VALUES ('N. Okafor', ARRAY['Nadia Okafor'])");
    const [{ id }] = await query("SELECT id::int FROM utterance WHERE text LIKE 'Less%'");
    const one = await correctSpeaker(database.url, { utteranceIds: [id, 999_999], person: 'Nobody Known', reason: '' });
    expect(one.faults.map(({ path }) => path)).toEqual(['utteranceIds[1]', 'person']);
    const two = await correctSpeaker(database.url, { utteranceIds: [id], person: 'Nadia Okafor', reason: '' });
    expect(two.faults).toEqual([{ path: 'person', message: expect.stringContaining('N. Okafor'), code: 'AMBIGUOUS' }]);
    expect(await query('SELECT count(*)::int AS n FROM utterance_revision')).toEqual([{ n: 0 }]);
  });
});

describe('a takedown', () => {
  test('empties the document and all its revisions, leaves a row, and refuses the same source', async () => {
    await writeMade(client, MADE);
    const turns = [...MADE.turns, [0, 'One more thing about the harvest.'] as const];
    const { documentId } = await writeMade(client, { ...MADE, turns });
    const report = await removeDocument(database.url, documentId, 'the publisher asked for it');
    expect(report).toMatchObject({ utterances: 4, bereft: [] });
    expect(report?.documents).toHaveLength(2);
    expect(await query('SELECT text, length, raw, removal_reason FROM document')).toEqual(
      [0, 1].map(() => ({ text: '', length: 0, raw: null, removal_reason: 'the publisher asked for it' })),
    );
    // What it alone had made went with it.
    expect(Object.keys(await countRows(database.url)).sort()).toEqual(['banned_source', 'document']);
    await expect(writeMade(client, MADE)).rejects.toThrow(/was taken down on \d{4}-\d\d-\d\d/);
    expect(await removeDocument(database.url, documentId, 'again')).toBeNull();
    expect(await removeDocument(database.url, 999_999, 'nothing')).toBeNull();
  });

  test('of the first source names the second, whose words went with it and come back by a new import', async () => {
    const first = await writeMade(client, MADE);
    const other = { ...MADE, document: { publisher: 'Second Scribes' }, labelOf: (name: string) => `> ${name}` };
    const second = await writeMade(client, other);
    expect(second.statements).toMatchObject({ created: 0, unchanged: 2 });
    const report = await removeDocument(database.url, first.documentId, 'gone');
    expect(report?.bereft).toEqual([second.documentId]);
    expect(await query('SELECT count(*)::int AS n FROM utterance')).toEqual([{ n: 0 }]);
    expect(await writeMade(client, other)).toMatchObject({ outcome: 'updated', statements: { created: 2 } });
    expect(makeDocument(other).source.sha256).toBe(
      (await query('SELECT sha256 FROM document ORDER BY id DESC LIMIT 1'))[0].sha256,
    );
  });
});

test('people are merged: words, offices, analysts and counts are one person’s, and old ids lead to them, through chains too', async () => {
  await writeMade(client, MADE);
  const speakers = [
    { name: 'R. Birch', title: 'CFO' },
    { name: 'Ronny Birchwood', role: SpeakerRole.ANALYST, firm: 'Harbor Lane' },
  ];
  await writeMade(client, {
    event: { company: 'Plum Drones', symbol: null },
    document: { title: 'Plum' },
    speakers,
    turns: [
      [0, 'We fly.'],
      [1, 'How high do you fly?', QUESTION],
    ],
  });
  const idOf = async (name: string) => (await query(`SELECT id FROM person WHERE name = '${name}'`))[0].id as number;
  const [ronald, r, ronny, priya] = [
    await idOf('Ronald Birch'),
    await idOf('R. Birch'),
    await idOf('Ronny Birchwood'),
    await idOf('Priya Raman'),
  ];
  await mergePeople(database.url, r, ronald);
  await mergePeople(database.url, ronny, priya);
  await mergePeople(database.url, ronald, priya);
  expect(await query('SELECT id, name, aliases, utterance_count FROM person ORDER BY 1')).toEqual([
    { id: expect.any(Number), name: 'Nadia Okafor', aliases: [], utterance_count: 1 },
    { id: priya, name: 'Priya Raman', aliases: ['R. Birch', 'Ronald Birch', 'Ronny Birchwood'], utterance_count: 4 },
  ]);
  expect(await query("SELECT old_id, new_id FROM merged_node WHERE type = 'Person' ORDER BY 1")).toEqual(
    [ronald, r, ronny].sort((a, b) => a - b).map((old_id) => ({ old_id, new_id: priya })),
  );
  expect(await query(`SELECT count(*)::int AS n FROM executive WHERE person_id = ${priya}`)).toEqual([{ n: 2 }]);
  expect(await query('SELECT count(*)::int AS n FROM analyst')).toEqual([{ n: 1 }]);
  await expect(mergePeople(database.url, priya, priya)).rejects.toThrow(/Two people are needed/);
});

test('companies are merged: quarters, events, words, rollups and facts are one company’s', async () => {
  await writeMade(client, MADE);
  await writeMade(client, {
    ...MADE,
    event: { company: 'Fruit Machines', symbol: 'FRUT', date: '2024-10-25' },
    document: { title: 'Fruit', publisher: 'Somebody' },
    turns: MADE.turns.map(([speaker, words, more]) => [speaker, `${words} So it is.`, more] as const),
    figures: [],
  });
  const [one, two] = await query('SELECT id FROM company ORDER BY id');
  const fact = "'us-gaap', 'Revenues', 'USD', 5, '2024-07-01'::date, '2024-09-30'::date, '10-Q'";
  await client.query(`INSERT INTO fact (company_id, taxonomy, concept, unit, value, period_start, period_end, form, accession, filed_at, is_current)
    SELECT c, ${fact}, a, f::date, true FROM (VALUES (${one.id}, 'a-1', '2024-10-30'), (${two.id}, 'a-1', '2024-10-30')) v(c, a, f)`);
  // A comment on the first's call that is about both.
  await client.query(
    `UPDATE utterance SET about_company_ids = ARRAY[${two.id}, ${one.id}] WHERE company_id = ${two.id} AND type = 'AnalystComment'`,
  );
  await mergeCompanies(database.url, two.id, one.id);
  expect(
    await query("SELECT about_company_ids AS about FROM utterance WHERE type = 'AnalystComment' ORDER BY id"),
  ).toEqual([{ about: [one.id] }, { about: [one.id] }]);
  expect(await query('SELECT id, statement_count FROM company')).toEqual([{ id: one.id, statement_count: 4 }]);
  const { quarter, event, fact: facts, topic_count, exchange } = await countRows(database.url);
  expect({ quarter, event, facts, topic_count, exchange }).toEqual({
    quarter: 1,
    event: 1,
    facts: 1,
    topic_count: 2,
    exchange: 2,
  });
  expect(await query('SELECT position FROM exchange ORDER BY 1')).toEqual([{ position: 0 }, { position: 1 }]);
  expect(await query('SELECT type FROM merged_node ORDER BY 1')).toEqual(
    ['Company', 'Event', 'Executive', 'Executive', 'Quarter'].map((type) => ({ type })),
  );
});
