import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { importSources } from '../../src/ingest/import-source';
import { Source } from '../../src/ingest/source';
import { Reader } from '../../src/read/reader';
import { createTestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { callOf } from '../support/invented';

const schema = buildGraph();
const ARTICLE = `Brightmoor Tools raises its outlook as orders climb

LEEDS, England, Feb 6, 2025 (Reuters) - Brightmoor Tools raised its revenue outlook for 2025 after orders for its cutters climbed.

"We will double our compute this year," Chief Executive Officer Ada Lindqvist told analysts on the fourth quarter 2024 earnings call on February 6, 2025.
`;
const article = ['article.txt', ARTICLE] as const;
const call = ['call.txt', callOf('Brightmoor Tools')] as const;

/** ACCEPTANCE 41: a call and an article of the same day that retells it. */
test.each([
  ['the article first', [article, call]],
  ['the call first', [call, article]],
])('of one day the spoken words are the first mention, with %s imported', async (_, order) => {
  const database = await createTestDatabase();
  await syncCatalogue(database.url);
  const reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema });
  const first = async () => {
    await reader.catchUp();
    const { walked, compiled, errors } = await runBoth(
      reader,
      schema,
      '{ topic(slug: "compute") { firstMention { text saidOn directness speaker { name } } } }',
    );
    expect(errors).toEqual([]);
    expect(compiled).toBe(walked);
    return JSON.parse(walked).topic.firstMention;
  };
  const found: Record<string, unknown>[] = [];
  for (const [name, text] of order) {
    await importSources(database.url, [new Source(name, Buffer.from(text))]);
    found.push(await first());
  }
  const said = { saidOn: '2025-02-06', speaker: { name: 'Ada Lindqvist' } };
  const spoken = {
    ...said,
    directness: 'TRANSCRIPT',
    text: expect.stringContaining('We need more compute for training.'),
  };
  const quoted = {
    ...said,
    directness: 'DIRECT_QUOTE',
    text: expect.stringContaining('We will double our compute this year'),
  };
  expect(found).toEqual([order[0] === article ? quoted : spoken, spoken]);
  await reader.close();
  await database.drop();
});
