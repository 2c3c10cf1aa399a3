import { syncCatalogue } from '../../src/ingest/catalogue';
import type { ImportError } from '../../src/ingest/fault';
import { importNative } from '../../src/ingest/native/import-native';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
});
afterAll(() => database.drop());

test('a name that is not known, and a number out of bounds, are told with their place and what is allowed', async () => {
  const file = (utterance: object, more: object = {}) =>
    JSON.stringify({
      format: 'earshot/1',
      documents: [
        {
          key: 'k',
          kind: 'NOTE',
          title: 'A note',
          text: 'We grew.',
          utterances: [{ directness: 'PARAPHRASE', text: 'We grew.', ...utterance }],
          ...more,
        },
      ],
    });
  const at = 'documents[0].utterances[0]';
  const cases: readonly (readonly [source: string, path: string, message: RegExp])[] = [
    [file({ speaker: 'Nobody Known' }), `${at}.speaker`, /^names the person "Nobody Known", which is not known$/],
    [file({ topics: ['no-such-topic'] }), `${at}.topics[0]`, /^names the topic/],
    [file({ firm: 'No Such House' }), `${at}.firm`, /^names the firm/],
    [file({}, { companies: ['no-such'] }), 'documents[0].companies[0]', /^names the company/],
    [file({ start: -1 }), `${at}.start`, /^must be 0 or more$/],
    [file({ attribution: { confidence: 2 } }), `${at}.attribution.confidence`, /^must be 1 or less$/],
    [
      file({ priceTarget: { amount: 'a lot', currency: 'USD' } }),
      `${at}.priceTarget.amount`,
      /^must be a whole number or an exact decimal as text/,
    ],
  ];
  for (const [source, path, message] of cases) {
    const faults = await Promise.resolve()
      .then(() => importNative(database.url, [source]))
      .then(
        () => [],
        (error: ImportError) => error.faults,
      );
    expect(faults).toContainEqual(expect.objectContaining({ path, message: expect.stringMatching(message) }));
  }
});
