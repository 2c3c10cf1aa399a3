import { ImportFormat } from '../../src/domain/import-format';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { NO_HINTS } from '../../src/ingest/formats/format';
import type { ItemReport } from '../../src/ingest/import-report';
import { importSources } from '../../src/ingest/import-source';
import { Source } from '../../src/ingest/source';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
});
afterAll(() => database.drop());

const WORDS = 'Operator: Good day.\nAnn Lee: We built a plant this year.\nBob Roe: Thank you.';
const call = (values: object) =>
  JSON.stringify([{ symbol: 'BRKL', quarter: 3, year: 2024, date: '2024-10-29 17:00:00', content: WORDS, ...values }]);
const FACT = {
  start: '2024-01-01',
  end: '2024-03-31',
  val: 5,
  accn: '0000000077-24-000001',
  form: '10-Q',
  filed: '2024-04-30',
};
const facts = (concept: string, unit: string) =>
  JSON.stringify({
    cik: 77,
    entityName: 'Brookline Foods',
    facts: {
      'us-gaap': {
        [concept]: { label: null, description: null, units: { [unit]: [{ ...FACT, fy: 2024, fp: 'Q1' }] } },
      },
    },
  });

/** The hostile document first, then a good one: what is wrong with one must not keep out the other. */
async function importBoth(hostile: string): Promise<ItemReport[]> {
  const items: ItemReport[] = [];
  const sources = [hostile, call({})].map((text, index) => new Source(`${index}.json`, Buffer.from(text)));
  await importSources(database.url, sources, { dryRun: true, onItem: (item) => items.push(item) });
  return items;
}

test.each([
  ['the last day of calendars', call({ date: '9999-12-31 23:59:59' }), /^event\.date is 9999-12-31; years go from/],
  ['the first day of calendars', call({ date: '0001-01-01 00:00:00' }), /^event\.date is 0001-01-01; years go from/],
  ['a symbol of 10,000 letters', call({ symbol: 'X'.repeat(10_000) }), /^event\.symbol has 10000 characters/],
  ['a concept of 10,000 letters', facts('C'.repeat(10_000), 'USD'), /^facts\[0\]\.concept has 10000 characters/],
  ['a unit of 10,000 letters', facts('Revenues', 'u'.repeat(10_000)), /^facts\[0\]\.unit has 10000 characters/],
])('%s is refused with its place, and the next document is taken in', async (_, hostile, reason) => {
  const [first, second] = await importBoth(hostile);
  expect(first?.outcome).toBe('refused');
  expect(first?.faults.map(({ path, message }) => `${path} ${message}`)[0]).toMatch(reason);
  expect(second?.outcome).toBe('created');
});

test('letters without an end are no name, and the article is kept', async () => {
  const endless = `Brookline Foods said on Monday that Ann${'x'.repeat(9_000)} Lee${'y'.repeat(9_000)} joined Harbor Lantern Inc.`;
  const [first, second] = await importBoth(endless);
  expect(first).toMatchObject({ outcome: 'created', faults: [] });
  expect(second?.outcome).toBe('created');
});

test('an address of 9,000 letters is named; a title of letters beyond the Latin ones is looked up all the same', async () => {
  const items: ItemReport[] = [];
  const hints = { ...NO_HINTS, url: `https://example.com/${'a'.repeat(9_000)}`, publisher: 'Ƣ'.repeat(290) };
  const article = `${'漢字語'.repeat(190)}\n\nBrookline Foods grew. “We will build a plant this year,” Ann Lee said.`;
  const source = () => new Source('a.txt', Buffer.from(article));
  const format = ImportFormat.ARTICLE_TEXT;
  const onItem = (item: ItemReport) => items.push(item);
  await importSources(database.url, [source()], { format, hints, dryRun: true, onItem });
  await importSources(database.url, [source()], { format, hints: { ...hints, url: null }, dryRun: true, onItem });
  expect(items[0]?.faults).toMatchObject([{ path: 'document.url', message: expect.stringContaining('at most 2000') }]);
  expect(items[1]).toMatchObject({ outcome: 'created', faults: [] });
});

test('names in a NATIVE file are bounded where they stand, and no words of the database come out', async () => {
  const file = (company: object) =>
    new Source('n.json', Buffer.from(JSON.stringify({ format: 'earshot/1', companies: [company] })));
  const items: ItemReport[] = [];
  await importSources(database.url, [file({ slug: 'a', name: 'x'.repeat(9_000) })], {
    dryRun: true,
    onItem: (item) => items.push(item),
  });
  expect(items[0]?.faults[0]).toMatchObject({ path: 'companies[0].name', message: expect.stringContaining('300') });
});
