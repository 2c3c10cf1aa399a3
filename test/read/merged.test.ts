import { Client } from 'pg';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { type NodeType, printGlobalId } from '../../src/domain/global-id';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { mergeCompanies } from '../../src/ingest/merge-companies';
import { mergePeople } from '../../src/ingest/merge-people';
import { findCompanies, findDocuments, findPeople } from '../../src/ingest/named-node';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { type MadeDocument, writeMade } from '../support/made-document';
import { queryRows } from '../support/stored';

const schema = buildGraph();
const log = pino({ level: 'silent' });
let database: TestDatabase;
let readers: Reader[];
/** Ids from before the merges: of what goes, and of what it becomes. */
let old: Record<'Person' | 'Company' | 'Quarter' | 'Event', number>;
let kept: typeof old;

const call = (company: string, symbol: string, ceo: string): MadeDocument => ({
  document: { title: `${company} call`, publisher: company },
  event: { company, symbol },
  speakers: [{ name: ceo, title: 'CEO' }],
  turns: [
    [0, `${company} has picked more apples than ever.`],
    [0, `So says ${ceo}.`],
  ],
});

async function idsOf(company: string, person: string): Promise<typeof old> {
  const [row] = await queryRows(
    database.url,
    `SELECT c.id AS "Company", p.id AS "Person", q.id AS "Quarter", e.id AS "Event" FROM company c JOIN person p ON p.name = $2
     JOIN quarter q ON q.company_id = c.id JOIN event e ON e.company_id = c.id WHERE c.name = $1`,
    [company, person],
  );
  return row;
}

beforeAll(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await writeMade(client, call('Pear Robotics', 'PEAR', 'Nan Okafor'));
  await writeMade(client, call('Orchard Robotics', 'ORCH', 'Nadia Okafor'));
  await client.end();
  old = await idsOf('Pear Robotics', 'Nan Okafor');
  kept = await idsOf('Orchard Robotics', 'Nadia Okafor');
  const open = (referenceBudget?: number) => Reader.open({ databaseUrl: database.url, log, schema, referenceBudget });
  // One that holds every node, one that holds a single node of each kind that may outgrow memory.
  readers = [await open(), await open(512)];
  await mergePeople(database.url, old.Person, kept.Person);
  await mergeCompanies(database.url, old.Company, kept.Company);
  await Promise.all(readers.map((reader) => reader.catchUp()));
  // And one that comes later.
  readers.push(await open());
});

afterAll(async () => {
  await Promise.all(readers.map((reader) => reader.close()));
  await database.drop();
});

async function ask(
  source: string,
  variables: Record<string, unknown>,
): Promise<{ data: Record<string, unknown>[]; texts: string[] }> {
  const answers = [];
  for (const reader of readers) answers.push(await runBoth(reader, schema, source, variables));
  for (const { errors, compiled, walked } of answers) {
    expect(errors).toEqual([]);
    expect(compiled).toBe(walked);
  }
  return { data: answers.map(({ walked }) => JSON.parse(walked)), texts: answers.map(({ walked }) => walked) };
}

test.each(['Person', 'Company', 'Quarter', 'Event'] as const)(
  'the id of a merged %s answers with what it became',
  async (type) => {
    const id = printGlobalId(type, old[type]);
    const now = printGlobalId(type, kept[type]);
    expect(id).not.toBe(now);
    const { data } = await ask(
      'query($id: ID!, $ids: [ID!]!) { node(id: $id) { __typename id } nodes(ids: $ids) { id } }',
      {
        id,
        ids: [id, now, printGlobalId(type, 999_999)],
      },
    );
    for (const answer of data) {
      expect(answer).toEqual({ node: { __typename: type, id: now }, nodes: [{ id: now }, { id: now }, null] });
    }
  },
);

test.each([
  ['speakerIds', 'Person', 4],
  ['companyIds', 'Company', 4],
  ['excludeSpeakerIds', 'Person', 0],
] as const)('filter.%s takes the old id for the new one', async (field, type, count) => {
  const source = `query($ids: [ID!]) { statements(filter: { ${field}: $ids }) { totalCount nodes { text speaker { id } company { id } } } }`;
  const byOld = await ask(source, { ids: [printGlobalId(type as NodeType, old[type])] });
  const byNew = await ask(source, { ids: [printGlobalId(type as NodeType, kept[type])] });
  const both = await ask(source, { ids: [old[type], kept[type]].map((key) => printGlobalId(type as NodeType, key)) });
  expect(byOld.texts).toEqual(byNew.texts);
  expect(both.texts).toEqual(byNew.texts);
  for (const answer of byOld.data) expect(answer.statements).toMatchObject({ totalCount: count });
});

test('whoever names nodes at a command line may use any of their names, old ids too', async () => {
  const person = [{ key: kept.Person, id: printGlobalId('Person', kept.Person), label: 'Nadia Okafor' }];
  for (const typed of [
    'Nadia Okafor',
    'nan okafor',
    String(old.Person),
    printGlobalId('Person', old.Person),
    String(kept.Person),
  ]) {
    expect([typed, await findPeople(database.url, typed)]).toEqual([typed, person]);
  }
  expect(await findPeople(database.url, 'Okafor')).toEqual([]);
  const company = [{ key: kept.Company, id: printGlobalId('Company', kept.Company), label: 'Orchard Robotics' }];
  for (const typed of [
    'orch',
    'PEAR',
    'orchard-robotics',
    String(old.Company),
    printGlobalId('Company', old.Company),
  ]) {
    expect([typed, await findCompanies(database.url, typed)]).toEqual([typed, company]);
  }
  expect(await findCompanies(database.url, printGlobalId('Person', kept.Person))).toEqual([]);
  const [{ sha256, id }] = await queryRows(database.url, 'SELECT sha256, id FROM document ORDER BY id LIMIT 1');
  for (const typed of [sha256, sha256.slice(0, 12).toUpperCase(), String(id), printGlobalId('Document', id)]) {
    expect((await findDocuments(database.url, typed)).map(({ key }) => key)).toEqual([id]);
  }
  expect(await findDocuments(database.url, 'ffffff')).toEqual([]);
  expect(await findDocuments(database.url, '99999999999999')).toEqual([]);
});

test('an own name beats an alias, and two of one name are both told', async () => {
  await queryRows(database.url, "INSERT INTO person (name, aliases) VALUES ('Nan Okafor', '{}')");
  const [only, ...others] = await findPeople(database.url, 'Nan Okafor');
  expect([only?.label, others]).toEqual(['Nan Okafor', []]);
  await queryRows(database.url, "INSERT INTO person (name, aliases) VALUES ('Nan Okafor', '{}')");
  expect(await findPeople(database.url, 'Nan Okafor')).toHaveLength(2);
});
