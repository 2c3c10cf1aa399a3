import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { printStatements, traceStatements } from '../../src/read/print-statements';
import { Reader } from '../../src/read/reader';
import type { Statement } from '../../src/read/sql/sql';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { operations } from '../support/operations';
import { explain, scannedTables } from '../support/query-plan';
import { runCount } from '../support/settings';
import { fillSynthetic } from '../support/synthetic';

/** So many that the planner shuns a scan of them. */
const UTTERANCES = runCount('UTTERANCES', 25_000);

let sample: TestDatabase;
let large: TestDatabase;
let reader: Reader;
let planner: Client;

beforeAll(async () => {
  [sample, large] = [await createTestDatabase({ sample: true }), await createTestDatabase()];
  reader = await Reader.open({ databaseUrl: sample.url, log: pino({ level: 'silent' }), schema: buildGraph() });
  await fillSynthetic(large.url, { companies: 50, people: 1_000, quartersEach: 16, utterances: UTTERANCES });
  planner = new Client({ connectionString: large.url });
  await planner.connect();
}, 120_000);

afterAll(async () => {
  await planner.end();
  await reader.close();
  await Promise.all([sample.drop(), large.drop()]);
});

test('schema/statements.sql is what the examples send; `npm run sync` writes it', async () => {
  const kept = readFileSync(join(__dirname, '../../schema/statements.sql'), 'utf8');
  expect(await printStatements(reader, operations)).toBe(kept);
});

test('every statement is named in a comment, and holds no value', async () => {
  for (const operation of operations) {
    for (const { text } of (await traceStatements(reader, operation)).flat()) {
      expect(text).toMatch(/^\/\* earshot:[\w .]+ \*\/ (SELECT|WITH) /);
      expect(text).not.toMatch(/zuckerberg|compute|META/i);
    }
  }
});

/** Over the sample each example sends what it sends anywhere; how that is done is asked where the table is large. */
test.each(operations)('$name scans no large table', async (operation) => {
  const statements = (await traceStatements(reader, operation)).flat();
  for (const statement of statements) {
    const plan = await explain(planner, statement);
    const scanned = scannedTables(plan).filter((table) => table === 'utterance' || table === 'topic_mention');
    expect({ statement: statement.label, scanned }).toEqual({ statement: statement.label, scanned: [] });
  }
});

test('the same check finds a scan where there is one', async () => {
  const scan: Statement = { label: 'scan', text: 'SELECT * FROM utterance u WHERE u.text = $1::text', values: ['x'] };
  expect(scannedTables(await explain(planner, scan))).toEqual(['utterance']);
});
