import { Client } from 'pg';
import { ImportFormat } from '../../src/domain/import-format';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { importSource } from '../../src/ingest/import-source';
import { Source } from '../../src/ingest/source';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { DRESSES, type Dress } from '../support/hostile-dress';
import { HOSTILE_TEXTS, type HostileText } from '../support/hostile-text';
import { processorMs } from '../support/processor-time';
import { runCount } from '../support/settings';

/** What a document costs between being read and being stored: processor time here, and statements, each of which is a round trip. */
const SIZE = Math.min(runCount('HOSTILE', 5_000), 200_000);
/** For 100 KB, on a machine that does other things beside; quadratic work takes far more. */
const SECONDS = 6;
const GRACE = 2;
/** However many people, houses and companies a document names. */
const STATEMENTS = 60;

let database: TestDatabase;
let client: Client;
let statements = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
  client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('SET enable_seqscan = off');
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  Object.assign(client, {
    query: (...args: unknown[]) => {
      statements++;
      return query(...args);
    },
  });
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const cpuSeconds = (): number => processorMs() / 1_000;

async function measure(bytes: Buffer, format: ImportFormat, hints = NO_HINTS) {
  statements = 0;
  const began = cpuSeconds();
  const { outcome, faults } = await importSource(client, new Source('hostile', bytes), { format, hints });
  return { outcome, faults, seconds: cpuSeconds() - began, statements, bytes: bytes.length };
}

function expectCheap({ seconds, bytes, statements: sent }: Awaited<ReturnType<typeof measure>>): void {
  expect(seconds).toBeLessThan(GRACE + (SECONDS * bytes) / 100_000);
  expect(sent).toBeLessThan(STATEMENTS);
}

const dressNamed = (name: string): Dress => DRESSES.find((dress) => dress.name === name) as Dress;

test.each([
  ['abbreviations', 'article', 'voices with numbers'],
  ['companies with symbols', 'article', 'transcript'],
  ['full names, then surnames', 'article', 'FMP'],
  ['one surname of many', 'article', 'Finnhub'],
  ['quotations of many', 'article', 'one paragraph of a page'],
  ['turns of one word', 'transcript', 'Aiera'],
  ['announcements of many', 'transcript', 'FMP'],
  ['labels with titles', 'transcript', 'API Ninjas'],
  ['different participants', 'transcript', 'Quartr'],
  ['labels of many', 'transcript', 'Alpha Vantage'],
  ['one-word paragraphs', 'transcript', 'S&P'],
  ['amounts that differ', 'article', 'EarningsCall, text'],
])(
  '%s: stored in bounded time, by few statements, as an article and as another record of it',
  async (text, ...names) => {
    const symbol = `H${[...text].map((letter) => letter.charCodeAt(0) % 26).reduce((sum, n) => (sum * 31 + n) % 9973, 7)}`;
    for (const { format, bytesOf } of names.map(dressNamed)) {
      const bytes = bytesOf((HOSTILE_TEXTS[text] as HostileText)(SIZE));
      const hints = { ...NO_HINTS, company: symbol, period: 'FY2024Q1', publishedAt: '2024-05-02T12:00:00Z' };
      expectCheap(await measure(bytes, format, hints));
    }
  },
  600_000,
);

const many = <T>(make: (index: number) => T, characters: number): T[] =>
  Array.from({ length: Math.ceil(SIZE / characters) }, (_, index) => make(index));

test('people, firms and words of a NATIVE file: stored in bounded time, by few statements', async () => {
  const words = many((index) => `Words ${index} of mine.`, 160);
  const file = {
    format: 'earshot/1',
    people: many((index) => ({ name: `Ann Q${index}` }), 160),
    firms: many((index) => ({ name: `Firm ${index}`, kind: 'OTHER' }), 160),
    documents: [
      {
        key: 'hostile',
        kind: 'NEWS_ARTICLE',
        title: 'Hostile',
        text: words.join('\n'),
        utterances: words.map((text, index) => ({ text, speaker: `Ann Q${index}`, directness: 'DIRECT_QUOTE' })),
        mentions: words.map((_, index) => ({ kind: 'PERSON', name: `Words ${index}`, person: `Ann Q${index}` })),
      },
    ],
  };
  const measured = await measure(Buffer.from(JSON.stringify(file)), ImportFormat.NATIVE);
  expect(measured).toMatchObject({ outcome: 'created', faults: [] });
  expectCheap(measured);
});

test('mentions of a name that stands everywhere are refused beyond what a text has', async () => {
  const text = 'a '.repeat(1_000);
  const mentions = Array.from({ length: 201 }, () => ({ kind: 'PERSON', name: 'a' }));
  const document = { key: 'everywhere', kind: 'NEWS_ARTICLE', title: 'Everywhere', text, mentions };
  const { outcome, faults } = await measure(
    Buffer.from(JSON.stringify({ format: 'earshot/1', documents: [document] })),
    ImportFormat.NATIVE,
  );
  expect(outcome).toBe('refused');
  expect(faults).toEqual([expect.objectContaining({ message: expect.stringMatching(/more than 200000 places/) })]);
});

test('facts of a company: stored in bounded time, by few statements', async () => {
  const facts = many(
    (index) => [
      `Concept${index}`,
      {
        label: null,
        description: null,
        units: {
          USD: [
            {
              start: '2023-01-01',
              end: '2023-03-31',
              val: index,
              accn: `0000000001-23-${String(index).padStart(6, '0')}`,
              fy: 2023,
              fp: 'Q1',
              form: '10-Q',
              filed: '2023-05-01',
            },
          ],
        },
      },
    ],
    180,
  );
  const file = { cik: 4242, entityName: 'Hostile Facts Inc', facts: { 'us-gaap': Object.fromEntries(facts) } };
  const measured = await measure(Buffer.from(JSON.stringify(file)), ImportFormat.SEC_COMPANYFACTS);
  expect(measured).toMatchObject({ outcome: 'created', faults: [] });
  expectCheap(measured);
});
