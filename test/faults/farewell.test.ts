import { openApiKeyStore } from '../../src/platform/database/api-key';
import { openKeyUse } from '../../src/platform/database/key-use';
import { withClient } from '../../src/platform/database/session';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { FaultProxy } from '../support/fault-proxy';
import { queryRows } from '../support/stored';
import { waitUntil, within } from '../support/wait-until';

/** A second for the farewell, two for what is under way; the rest is for a busy machine. Longer would keep a server from its end. */
const SOON_MS = 8_000;

/** It has written and waits for the next time. */
const IDLE = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'earshot key use'
  AND state = 'idle' AND query LIKE 'UPDATE%'`;

let database: TestDatabase;
let proxy: FaultProxy;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  proxy = await FaultProxy.open(database.url);
});
afterEach(() => proxy.close());
afterAll(() => database.drop());

test('whoever looks keys up, or notes their use, takes leave of a database that has fallen silent', async () => {
  const keys = openApiKeyStore(proxy.url);
  const uses = openKeyUse(proxy.url);
  expect(await keys.find(Buffer.alloc(32))).toBeNull();
  uses.note(1);
  const isNoted = async () => (await queryRows(database.url, IDLE)).length === 1;
  await waitUntil('the note', isNoted);
  proxy.hole();
  await within('the end of both', Promise.all([keys.close(), uses.close()]), SOON_MS);
});

test('so does a connection for one piece of work', async () => {
  await within(
    'its end',
    withClient(proxy.url, async () => proxy.hole()),
    SOON_MS,
  );
});
