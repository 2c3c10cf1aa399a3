import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { importNative } from '../../src/ingest/native/import-native';
import { createTestDatabase } from '../support/database';
import { queryRows } from '../support/stored';

test('the example of docs/native-format.md imports as it stands there', async () => {
  const page = readFileSync(join(__dirname, '../../docs/native-format.md'), 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const database = await createTestDatabase();
  await syncCatalogue(database.url);
  expect(await importNative(database.url, [example])).toMatchObject({
    documents: { created: 1 },
    statements: { created: 2 },
    analystComments: { created: 1 },
    facts: { created: 1 },
  });
  expect(
    await queryRows(database.url, 'SELECT count(*)::int AS n FROM utterance WHERE exchange_id IS NOT NULL'),
  ).toEqual([{ n: 2 }]);
  await database.drop();
});
