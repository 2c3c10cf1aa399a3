import { Client } from 'pg';
import pino from 'pino';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { readConfig } from '../../src/platform/config';
import { createApiKey } from '../../src/platform/database/api-key';
import { type RunningServer, startServer } from '../../src/server/server';
import { ask, send } from '../security/small-graph';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { callOf } from '../support/invented';

const IMPORT = `mutation ($input: ImportDocumentInput!) { importDocument(input: $input) {
  document { id } userErrors { field code message } } }`;

jest.setTimeout(90_000);

let database: TestDatabase;
let server: RunningServer;
let key: string;
const lines: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
  ({ key } = await createApiKey(database.url, { name: 'a test', scopes: ['read', 'import'], expiresAt: null }));
  server = await startServer({
    config: readConfig({ PORT: '0' }),
    databaseUrl: database.url,
    log: pino({ level: 'error' }, { write: (line: string) => void lines.push(line) }),
  });
});

afterAll(async () => {
  await server.close();
  await database.drop();
});

const importing = (input: object) => ask(server.url, IMPORT, { input }, { 'x-api-key': key });

test('what the database says of a document is in the log under the request id, and not in the answer', async () => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(`CREATE FUNCTION test_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'new row for relation "utterance" violates secret_words' USING ERRCODE = '23514'; END $$`);
  await client.query('CREATE TRIGGER test_refuse BEFORE INSERT ON utterance EXECUTE FUNCTION test_refuse()');
  const { body, text, headers } = await importing({ content: callOf('Brightmoor Tools') });
  await client.query('DROP TRIGGER test_refuse ON utterance');
  await client.end();
  expect(body.errors).toBeUndefined();
  const id = headers.get('x-request-id') as string;
  expect(body.data.importDocument).toMatchObject({ document: null, userErrors: [{ code: 'NOT_STORED' }] });
  expect(body.data.importDocument.userErrors[0].message).toContain(id);
  expect(text).not.toMatch(/relation|secret_words|utterance"/);
  expect(lines.filter((line) => line.includes('secret_words') && line.includes(id))).toHaveLength(1);
});

test('a publisher beyond its bound is refused with both', async () => {
  const { body } = await importing({ content: callOf('Calder Pumps'), publisher: 'p'.repeat(10_000) });
  const message = expect.stringMatching(/document\.publisher has 10000 characters; at most 300/);
  expect(body.data.importDocument.userErrors).toMatchObject([{ message }]);
});

test('8 MB of brackets from a key that may import are refused before they are parsed', async () => {
  const variables = `{"input":${'['.repeat(7_000_000)}`;
  const answer = await send(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key },
    body: `{"query":${JSON.stringify(IMPORT)},"variables":${variables}}`,
  });
  expect(answer.body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(answer.body.errors[0].message).toMatch(/nested more than/);
});
