import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { importSources } from '../../src/ingest/import-source';
import { Source } from '../../src/ingest/source';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';

const schema = buildGraph();
let database: TestDatabase;
let reader: Reader;

const CALL = `Brindle Outfitters Inc. (BRND) Q3 2025 Earnings Call
October 28, 2025

Operator: Good morning and welcome to the third quarter 2025 earnings call of Brindle Outfitters.

Ada Lindqvist, Chief Financial Officer: Revenue was $640 million. In our Footwear segment, sales were $353 million. Net income was $54 million. Sales in Europe were $90 million. Now turning to the outlook. We raised our full year adjusted earnings per share guidance to $26 to $28, up from prior guidance of $21.5 to $25. Our share count was 412 million.
`;
/** Nothing in it says whose call it is. */
const NOBODYS = 'Operator: Good morning.\n\nSpeaker 1: Revenue was $777 million in the quarter.\n';

beforeAll(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
  await importSources(database.url, [
    new Source('call.txt', Buffer.from(CALL)),
    new Source('nobody.txt', Buffer.from(NOBODYS)),
  ]);
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema, poolSize: 2 });
}, 60_000);

afterAll(async () => {
  await reader.close();
  await database.drop();
});

const claims = async (filter: string, fields: string) =>
  JSON.parse((await runBoth(reader, schema, `{ claims(filter: ${filter}) { nodes { ${fields} } } }`)).walked).claims
    .nodes;

test('a metric is the company’s unless scopes say more', async () => {
  expect(await claims('{metrics: ["revenue", "net_income"], symbols: ["BRND"]}', 'asserted scope subject')).toEqual([
    { asserted: '640000000', scope: 'COMPANY', subject: null },
  ]);
  expect(
    await claims('{metrics: ["revenue", "net_income"], scopes: [SEGMENT, REGION]}', 'asserted scope subject'),
  ).toEqual([
    { asserted: '353000000', scope: 'SEGMENT', subject: 'Footwear segment' },
    { asserted: '54000000', scope: 'SEGMENT', subject: 'Footwear segment' },
    { asserted: '90000000', scope: 'REGION', subject: 'Europe' },
  ]);
});

test('a metric is found by what people call it', async () =>
  expect(await claims('{metrics: ["share count"]}', 'asserted metric { name }')).toEqual([
    { asserted: '412000000', metric: { name: 'basic_shares' } },
  ]));

test('one outlook is current, and leads to the one that it replaces', async () =>
  expect(await claims('{isGuidance: true}', 'low high replaces { low high isGuidance kind }')).toEqual([
    { low: '26', high: '28', replaces: { low: '21.5', high: '25', isGuidance: false, kind: 'FORECAST' } },
  ]));

test('a number of nobody known is kept without a company', async () => {
  const found = await claims('{metrics: ["revenue"]}', 'asserted company { name }');
  expect(
    found.map(({ asserted, company }: { asserted: string; company: object | null }) => [asserted, company !== null]),
  ).toEqual([
    ['640000000', true],
    ['777000000', false],
  ]);
});
