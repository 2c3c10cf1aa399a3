import { syncCatalogue } from '../../src/ingest/catalogue';
import { NO_HINTS } from '../../src/ingest/formats/format';
import type { ItemReport } from '../../src/ingest/import-report';
import { importSources } from '../../src/ingest/import-source';
import { Source } from '../../src/ingest/source';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { expectTrueCounts, queryRows } from '../support/stored';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
});
afterEach(async () => {
  await expectTrueCounts(database.url);
  await database.drop();
});

const query = (sql: string) => queryRows(database.url, sql);

async function bring(text: string): Promise<ItemReport> {
  const items: ItemReport[] = [];
  const onItem = (item: ItemReport) => items.push(item);
  await importSources(database.url, [new Source('a.txt', Buffer.from(text))], { hints: NO_HINTS, onItem });
  return items[0]!;
}

/** `company: words` of everything said, in order. */
const said = () =>
  query(
    `SELECT coalesce(c.name, '-') AS company, coalesce(p.name, u.speaker_label) AS speaker, u.event_id IS NOT NULL AS called FROM utterance u
     LEFT JOIN company c ON c.id = u.company_id LEFT JOIN person p ON p.id = u.speaker_id ORDER BY u.position`,
  );
const offices = () =>
  query(
    'SELECT p.name, e.title, c.name AS company FROM executive e JOIN person p ON p.id = e.person_id JOIN company c ON c.id = e.company_id ORDER BY p.name',
  );
const claims = () =>
  query(
    `SELECT coalesce(s.symbol, '-') AS symbol, l.asserted::text AS value, l.unit FROM claim l LEFT JOIN company_symbol s ON s.company_id = l.company_id ORDER BY l.span_start, l.kind`,
  );

test('of two companies in one release each keeps its people, its words and its numbers', async () => {
  await bring(`Chip makers see strong demand

SAN JOSE, Calif., May 6, 2025 /PRNewswire/ -- Alder Chips Inc (NASDAQ: ALDC) and Birch Silicon Corp (NYSE: BRSI) both reported first quarter results on Tuesday.

"We doubled our capacity," Alder Chips Chief Executive Officer Mona Reyes said on the company's earnings call.

"We see demand weakening," Birch Silicon Chief Executive Officer Karl Voss said on Birch's earnings call. Birch Silicon revenue fell 12% to $2.4 billion in the first quarter.

"Our capex will be $900 million this year," said Lena Park, chief financial officer of Birch Silicon.
`);
  expect((await said()).map(({ company, speaker }) => [company, speaker])).toEqual([
    ['Alder Chips Inc', 'Mona Reyes'],
    ['Birch Silicon Corp', 'Karl Voss'],
    ['Birch Silicon Corp', 'Lena Park'],
  ]);
  expect(await offices()).toEqual([
    { name: 'Karl Voss', title: 'Chief Executive Officer', company: 'Birch Silicon Corp' },
    { name: 'Lena Park', title: 'chief financial officer', company: 'Birch Silicon Corp' },
    { name: 'Mona Reyes', title: 'Chief Executive Officer', company: 'Alder Chips Inc' },
  ]);
  for (const { symbol } of await claims()) expect(symbol).toBe('BRSI');
});

const INTERVIEW = `Tariffs split toolmakers

By Ellen Marsh

CHICAGO, April 24, 2025 (Trade Ledger) - Two makers of factory equipment gave different accounts of the new tariffs on Thursday.

Calder Machine Corp (NYSE: CLDM) said it would raise list prices by 6% from June 1. "Tariffs will cost us about $45 million in the second quarter," Chief Financial Officer Renata Osei told analysts on the company's earnings call.

Vantry Robotics Inc (NASDAQ: VNTR) took the other side. "We are not raising prices this year," Chief Executive Officer Daniel Whitlock said in an interview.

Calder's revenue rose 4% to $1.21 billion in the first quarter, while Vantry reported revenue of $388 million, down 3% from a year earlier.

"Whitlock is betting on volume, Osei on margin," said Priyanka Shah, an analyst at Lowell Street Research.
`;

test('an interview with another company’s chief is no word of the first one’s call, and makes no office there', async () => {
  await bring(INTERVIEW);
  const words = await said();
  expect(words.filter(({ speaker }) => speaker === 'Daniel Whitlock')).toEqual([
    { company: 'Vantry Robotics Inc', speaker: 'Daniel Whitlock', called: false },
  ]);
  expect(words.filter(({ speaker }) => speaker === 'Renata Osei').map(({ company }) => company)).toEqual([
    'Calder Machine Corp',
  ]);
  for (const { name, company } of await offices())
    expect([name, company]).toEqual([name, name === 'Daniel Whitlock' ? 'Vantry Robotics Inc' : 'Calder Machine Corp']);
  expect(await claims()).toEqual(
    expect.arrayContaining([
      { symbol: 'CLDM', value: '1210000000', unit: 'USD' },
      { symbol: 'VNTR', value: '388000000', unit: 'USD' },
    ]),
  );
  expect(await query('SELECT count(*)::int AS n FROM document_company')).toEqual([{ n: 2 }]);
});

test('whoever’s company is not certain has none, with a warning, and no office', async () => {
  const { warnings } = await bring(
    INTERVIEW.replace(
      'Vantry Robotics Inc (NASDAQ: VNTR) took the other side.',
      'Vantry Robotics Inc (NASDAQ: VNTR) took the other side of Calder Machine Corp.',
    ),
  );
  expect(warnings.map(({ code }) => code)).toContain('OTHER_COMPANY');
  expect((await said()).find(({ speaker }) => speaker === 'Daniel Whitlock')?.company).toBe('-');
  expect((await offices()).map(({ name }) => name)).not.toContain('Daniel Whitlock');
});

test('numbers of a document without a company are kept, and are nobody’s', async () => {
  const { warnings } = await bring(
    'Prices climb\n\nLEEDS, England, Feb 6 (Reuters) - "Revenue was $412 million in the quarter," a spokesman said on Thursday.\n',
  );
  expect(await claims()).toEqual([{ symbol: '-', value: '412000000', unit: 'USD' }]);
  expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['NO_COMPANY', 'CLAIMS_WITHOUT_COMPANY']));
});

test('a partner who is quoted in a release speaks for nobody who is known, and not for the company', async () => {
  await bring(`Harlow Pumps reports second quarter results

OSLO, July 17, 2025 /PRNewswire/ -- Harlow Pumps Inc (NYSE: HRLW) today reported revenue of $310 million for the second quarter of 2025.

"We won three large orders," said Signe Moe, chief executive officer of Harlow Pumps.

"Their pumps save us a third of the energy," said Ruben Falk, chief executive officer of Osterdal Water.
`);
  expect((await said()).map(({ company, speaker }) => [company, speaker])).toEqual([
    ['Harlow Pumps Inc', 'Signe Moe'],
    ['-', 'Ruben Falk'],
  ]);
  expect(await offices()).toEqual([
    { name: 'Signe Moe', title: 'chief executive officer', company: 'Harlow Pumps Inc' },
  ]);
  expect(await claims()).toEqual([{ symbol: 'HRLW', value: '310000000', unit: 'USD' }]);
});

const companies = () =>
  query('SELECT c.name, s.symbol FROM company c LEFT JOIN company_symbol s ON s.company_id = c.id ORDER BY c.name');

test('a symbol is that of the name right before it: two who are named together are no company', async () => {
  await bring(`Orsino and Halberd Tools see demand

OSLO, July 17, 2025 (Trade Ledger) - Orsino and Halberd Tools (NYSE: HLBD) said on Thursday that demand rose.

"We will spend more this year," said Signe Moe, chief financial officer of Halberd Tools.
`);
  expect(await companies()).toEqual([{ name: 'Halberd Tools', symbol: 'HLBD' }]);
});

test('whoever is only named in the news of another gets none of its numbers', async () => {
  await bring(`Orsino wins an order

OSLO, July 17, 2025 (Trade Ledger) - Orsino makes pumps.

Orsino said on Thursday that it had won an order from Halberd Tools (NYSE: HLBD). Revenue was $412 million in the second quarter.
`);
  expect((await claims()).map(({ symbol }) => symbol)).not.toContain('HLBD');
});

test('and where the last of two stands nowhere else, its symbol tells; a name with an "and" stays whole', async () => {
  await bring(
    'Makers see demand\n\nOSLO, July 17, 2025 (Trade Ledger) - Orsino and Halberd Tools (NYSE: HLBD) said on Thursday that demand rose.',
  );
  await bring(
    'Soap makers see demand\n\nOSLO, July 18, 2025 (Trade Ledger) - Pemberly and Garth (NYSE: PG) said on Friday that demand rose.',
  );
  expect(await companies()).toEqual([
    { name: 'Halberd Tools', symbol: 'HLBD' },
    { name: 'Pemberly and Garth', symbol: 'PG' },
  ]);
});

test.each([
  'Calder Pumps, which supplies Brightmoor (NYSE: BRTM), raises prices',
  'Calder Pumps, supplier to Brightmoor (NYSE: BRTM), raises prices',
  'Calder Pumps wins an order from Brightmoor (NYSE: BRTM)',
])('a listed customer in the title takes no news of another: %s', async (title) => {
  await bring(
    `${title}\n\nOSLO, July 17, 2025 (Trade Ledger) - Calder Pumps said on Thursday that revenue was $412 million in the second quarter.`,
  );
  const of = await query('SELECT c.name FROM claim l LEFT JOIN company c ON c.id = l.company_id');
  expect(of).not.toContainEqual({ name: 'Brightmoor' });
  expect(await companies()).toEqual([
    { name: 'Brightmoor', symbol: 'BRTM' },
    { name: 'Calder Pumps', symbol: null },
  ]);
});

test.each([
  'Orsino Motors (NYSE: ORSM) raises prices',
  'Why Orsino Motors (NYSE: ORSM) fell',
  'Orsino Motors, Inc. (NYSE: ORSM), raises prices',
])('but whom the title is about has it: %s', async (title) => {
  await bring(
    `${title}\n\nOSLO, July 17, 2025 (Trade Ledger) - Orsino said on Thursday that revenue was $412 million in the second quarter.`,
  );
  expect((await companies()).map(({ symbol }) => symbol)).toEqual(['ORSM']);
});

test.each(['The bakery on Elm Street said', 'A shop at Orsino Square reported', 'Analysts on Wall Street said'])(
  'where something stands is no company: %s',
  async (words) => {
    await bring(`Bread sells\n\nOSLO, July 17, 2025 (Trade Ledger) - ${words} its revenue was $2 million.`);
    expect(await companies()).toEqual([]);
  },
);

test('a day before the name is no place', async () => {
  await bring(
    'Bread sells\n\nOSLO, July 17, 2025 (Trade Ledger) - Demand rose. On Thursday Orsino Mills said its revenue was $2 million.',
  );
  expect(await companies()).toEqual([{ name: 'Orsino Mills', symbol: null }]);
});

test('a symbol beside a name that only may stand for a known company is not learned', async () => {
  await bring(
    'Halberd sees demand\n\nOSLO, July 17, 2025 (Trade Ledger) - Halberd said on Thursday that revenue was $412 million.',
  );
  await bring(
    'Halberd Tools sees demand\n\nOSLO, July 18, 2025 (Trade Ledger) - Halberd Tools (NYSE: HLBD) said on Friday that demand rose.',
  );
  expect(await companies()).toEqual([{ name: 'Halberd', symbol: null }]);
});

test('a listed rival who is named in the news of a private firm gets the sentence that is its own, and nobody’s words', async () => {
  await bring(`Maker Tellur AI hits $700 million in annualized revenue, founder says

By Ellen Marsh

BOSTON, Sept 9, 2025 (Trade Ledger) - Tellur AI, the privately held maker of drawing assistants, has reached annualized revenue of $700 million, founder and chief executive Ivo Reyer told staff.

"We will be profitable by the end of 2026," Reyer wrote. The company competes with Halberd Tools Inc's (NASDAQ: HLBD) Sketch, and Ovid Capital led a round of Tellur's last spring.

Halberd Tools reported $76.4 billion of revenue in its most recent quarter.

Tellur spent $450 million on computers last year.
`);
  expect((await said()).map(({ company }) => company)).not.toContain('Halberd Tools');
  expect((await offices()).map(({ company }) => company)).not.toContain('Halberd Tools');
  expect((await claims()).filter(({ symbol }) => symbol !== '-')).toEqual([
    { symbol: 'HLBD', value: '76400000000', unit: 'USD' },
  ]);
});

test('whoever is not of the company speaks for nobody, and so do their numbers', async () => {
  await bring(`Farmers balk as Marl Seed lifts prices

DES MOINES, Iowa, Feb. 20, 2025 - Marl Seed Co (NYSE: MRSD) reported a 7% rise in second-quarter net sales to $940 million on Thursday.

"My corn revenue fell 20% last year," said Walt Jurgens, who farms 1,200 acres near Ames.

"My revenue fell 30%," said Hank Bell, a farmer near Ames.

"Our revenue fell 40% last year," a farmer near Nevada said.

"Our revenue doubled when I was there," said Sir Colin Abara, a former finance director of Marl Seed.

"Nobody likes a price increase," Marl Seed's chief executive, Tina Brecht, said.

"Our revenue rose 9% in May," a spokesman said.
`);
  expect((await said()).map(({ company, speaker }) => [company, speaker])).toEqual([
    ['-', 'Walt Jurgens'],
    ['-', 'Hank Bell'],
    ['-', 'a farmer near Nevada'],
    ['-', 'Colin Abara'],
    ['Marl Seed Co', 'Tina Brecht'],
    ['Marl Seed Co', 'a spokesman'],
  ]);
  expect((await offices()).map(({ name }) => name)).toEqual(['Tina Brecht']);
  const values = (of: string) => claims().then((all) => all.filter(({ symbol }) => symbol === of));
  expect((await values('MRSD')).map(({ value }) => value)).toEqual(['7', '940000000', '9']);
  expect((await values('-')).map(({ value }) => value)).toEqual(['-20', '1200', '-30', '-40']);
});

test.each([
  ['a day on the line before', 'Jan 3, 2025\n\nOrsino Motors (NYSE: ORSM) said revenue was $3 million.'],
  ['a day right before', 'Jan 3, 2025\nOrsino Motors (NYSE: ORSM) said revenue was $3 million.'],
  [
    'a year',
    'OSLO, July 17, 2025 (Trade Ledger) - Demand rose, and in 2024, Orsino Motors (NYSE: ORSM) said revenue was $3 million.',
  ],
  [
    'an office',
    'OSLO, July 17, 2025 (Trade Ledger) - The Chief Executive Officer of Orsino Motors (NYSE: ORSM) said revenue was $3 million.',
  ],
  [
    'a headline of capitals',
    'Car Makers Rise\n\nOrsino Motors (NYSE: ORSM) said on July 17, 2025 that revenue was $3 million.',
  ],
])('what stands before a name is no part of it: %s', async (_, words) => {
  await bring(`Prices climb\n\n${words}`);
  expect((await companies()).map(({ name }) => name)).toEqual(['Orsino Motors']);
});

test('a company that speaks is nobody in office', async () => {
  await bring(
    'Orsino grows\n\nOrsino Motors (NYSE: ORSM) said revenue was $3 million.\n\n"We grew in all of our markets," Orsino Motors said in a statement.',
  );
  const words = await query('SELECT speaker_role AS role FROM utterance');
  expect(words.map(({ role }) => role)).toEqual(words.map(() => 'OTHER'));
  expect(words).not.toEqual([]);
});
