import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { REGISTER } from '../support/cli';
import { createTestDatabase, type TestDatabase } from '../support/database';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
});
afterAll(() => database.drop());

test('a server that takes in a long document goes on answering others', async () => {
  const script = join(__dirname, '../support/import-apart.ts');
  const run = promisify(execFile)(process.execPath, ['--require', REGISTER, script, database.url]);
  const { longest, total, created, refusals } = JSON.parse((await run).stdout);
  expect(refusals).toEqual([]);
  expect(created).toBeGreaterThan(0);
  // Were it read in the server's own thread, the longest wait would be nearly all of the time that it takes.
  expect(longest).toBeLessThan(total / 3);
});
