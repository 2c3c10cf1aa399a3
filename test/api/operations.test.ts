import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';

const schema = buildGraph();
const FOLDER = join(__dirname, '../../schema/operations');
const operations = readdirSync(FOLDER).filter((name) => name.endsWith('.graphql'));
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

test('there are examples enough', () => {
  expect(operations.length).toBeGreaterThanOrEqual(12);
});

test.each(operations)('%s is valid, is compiled, and both executors answer it alike', async (file) => {
  const answers = await runBoth(reader, schema, readFileSync(join(FOLDER, file), 'utf8'));
  expect(answers.errors).toEqual([]);
  expect(answers.compiled).not.toBeNull();
  expect(answers.compiled).toBe(answers.walked);
  console.log(`${file}: ${answers.statements} statements in ${answers.roundTrips} round trips`);
});
