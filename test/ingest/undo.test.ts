import { DocumentKind } from '../../src/domain/document.entity';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { forgetDocument } from '../../src/ingest/forget-document';
import { NO_HINTS, type ParseHints } from '../../src/ingest/formats/format';
import type { ItemReport } from '../../src/ingest/import-report';
import { type ImportOptions, importSources } from '../../src/ingest/import-source';
import { mergeCompanies } from '../../src/ingest/merge-companies';
import { importNative } from '../../src/ingest/native/import-native';
import { removeDocument } from '../../src/ingest/remove-document';
import { Source } from '../../src/ingest/source';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { callOf } from '../support/invented';
import { countRows, expectTrueCounts, queryRows } from '../support/stored';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
});
afterEach(() => expectTrueCounts(database.url));
afterAll(() => database.drop());

const query = (sql: string, parameters?: unknown[]) => queryRows(database.url, sql, parameters);

async function bring(text: string, hints: Partial<ParseHints> = {}, options: ImportOptions = {}): Promise<ItemReport> {
  const items: ItemReport[] = [];
  await importSources(database.url, [new Source('a.txt', Buffer.from(text))], {
    ...options,
    hints: { ...NO_HINTS, ...hints },
    describe: true,
    onItem: (item) => items.push(item),
  });
  return items[0]!;
}

const idOf = ({ documents }: ItemReport): number => documents[0]!;
const codesOf = ({ warnings }: ItemReport): string[] => warnings.map(({ code }) => code);

/** Everything that stands beside the words, by what it is and not by its number. */
const NODES = `SELECT 'company' AS kind, name FROM company UNION ALL SELECT 'person', name FROM person UNION ALL SELECT 'office', title FROM executive
  UNION ALL SELECT 'firm', name FROM firm UNION ALL SELECT 'event', title FROM event UNION ALL SELECT 'symbol', symbol FROM company_symbol
  UNION ALL SELECT 'quarter', fiscal_year || 'Q' || fiscal_quarter FROM quarter ORDER BY 1, 2`;

test('what was forgotten is gone as if it had never come, and may come again', async () => {
  await bring(callOf('Calder Pumps'));
  const [rows, nodes] = [await countRows(database.url), await query(NODES)];
  const call = callOf('Brightmoor Tools (BRTM)');
  const first = await bring(call);
  expect(await query(NODES)).not.toEqual(nodes);
  const report = await forgetDocument(database.url, idOf(first));
  expect(report).toMatchObject({ documents: [idOf(first)], utterances: 6, facts: 0 });
  expect(report?.nodes).toBeGreaterThan(3);
  expect(await countRows(database.url)).toEqual(rows);
  expect(await query(NODES)).toEqual(nodes);
  expect(await query("SELECT summary FROM audit_entry WHERE action = 'FORGET'")).toHaveLength(1);
  expect((await bring(call)).outcome).toBe('created');
  expect(await forgetDocument(database.url, 999_999)).toBeNull();
});

test('what another document tells as well stays, until that is forgotten too', async () => {
  const before = await query(NODES);
  const call = callOf('Dunmore Optics');
  const later = call
    .replace('Q4 2024', 'Q1 2025')
    .replace('February 6', 'May 8')
    .replaceAll('fourth quarter', 'first quarter');
  const [one, two] = [await bring(call), await bring(later)];
  await forgetDocument(database.url, idOf(one));
  expect(
    await query("SELECT title FROM executive e JOIN company c ON c.id = e.company_id WHERE c.name LIKE 'Dunmore%'"),
  ).toEqual([{ title: 'Chief Executive Officer' }]);
  expect(
    await query("SELECT date::text FROM event e JOIN company c ON c.id = e.company_id WHERE c.name LIKE 'Dunmore%'"),
  ).toEqual([{ date: '2025-05-08' }]);
  await forgetDocument(database.url, idOf(two));
  expect(await query(NODES)).toEqual(before);
});

test('what was read wrongly goes with a takedown as well, and its words stay out', async () => {
  const before = await query(NODES);
  const call = callOf('Elstow Glass');
  await removeDocument(database.url, idOf(await bring(call)), 'licence ended');
  expect(await query(NODES)).toEqual(before);
  expect(await bring(call)).toMatchObject({ outcome: 'refused', faults: [{ code: 'REMOVED' }] });
});

test('what a NATIVE file names by itself stays when the document that had made it is forgotten', async () => {
  const call = callOf('Fernside Motors');
  const made = await bring(call);
  await importNative(database.url, [
    JSON.stringify({
      format: 'earshot/1',
      companies: [{ slug: 'fernside-motors', name: 'Fernside Motors', sector: 'Cars' }],
    }),
  ]);
  await forgetDocument(database.url, idOf(made));
  expect(await query("SELECT sector FROM company WHERE name = 'Fernside Motors'")).toEqual([{ sector: 'Cars' }]);
});

/** Symbols, numbers, names and offices, with their days. */
const STATED = `SELECT c.slug, 'symbol' AS kind, s.symbol || ' ' || s.exchange AS what, s.valid_from, s.valid_to FROM company_symbol s JOIN company c ON c.id = s.company_id
  UNION ALL SELECT c.slug, i.scheme, i.value, i.valid_from, i.valid_to FROM company_identifier i JOIN company c ON c.id = i.company_id
  UNION ALL SELECT c.slug, 'name', n.name, n.valid_from, n.valid_to FROM company_name n JOIN company c ON c.id = n.company_id
  UNION ALL SELECT c.slug, p.name, e.title, e.valid_from, e.valid_to FROM executive e JOIN company c ON c.id = e.company_id JOIN person p ON p.id = e.person_id
  ORDER BY 1, 2, 3, 4`;

const newsOf = (company: string, listed: string, chief = 'Ada Lindqvist') => `${company} lifts spending

NEW YORK, Oct 24, 2025 (Reuters) - ${company} (${listed}) lifted spending.

"We need the cutters," Chief Executive ${chief} said.
`;

const stated = (slug: string, name: string, symbol: string, chief: string) =>
  JSON.stringify({
    format: 'earshot/1',
    companies: [
      {
        slug,
        name,
        symbols: [{ symbol, exchange: 'NYSE', from: '2012-05-18' }],
        identifiers: [{ scheme: 'CIK', value: String(880_000 + symbol.charCodeAt(0)) }],
        names: [{ name, from: '2012-05-18' }],
      },
    ],
    people: [{ name: chief }],
    executives: [{ person: chief, company: slug, title: 'Chief Executive Officer', role: 'CEO', from: '2014-01-01' }],
  });

test('what a NATIVE file stated of a company stays when a document that told it again is forgotten, taken down or read again', async () => {
  await importNative(database.url, [stated('norwick-tools', 'Norwick Tools', 'NWCK', 'Olga Brandt')]);
  const before = await query(STATED);
  const news = newsOf('Norwick Tools', 'NYSE: NWCK', 'Olga Brandt');
  const told = await bring(news);
  expect(told.filed[0]?.companies).toEqual([{ name: 'Norwick Tools', symbol: 'NWCK' }]);
  await forgetDocument(database.url, idOf(told));
  expect(await query(STATED)).toEqual(before);
  await bring(news);
  const again = await bring(news, { publisher: 'Reuters' }, { again: true });
  expect(await query(STATED)).toEqual(before);
  await removeDocument(database.url, idOf(again), 'licence ended');
  expect(await query(STATED)).toEqual(before);
});

test('a symbol that a document told first stays where a NATIVE file states it', async () => {
  const told = await bring(newsOf('Oxley Pumps', 'NYSE: OXLY'));
  await importNative(database.url, [stated('oxley-pumps', 'Oxley Pumps', 'OXLY', 'Ada Lindqvist')]);
  await forgetDocument(database.url, idOf(told));
  expect(await query("SELECT symbol FROM company_symbol WHERE symbol = 'OXLY'")).toHaveLength(1);
});

test('of companies that were merged the symbol stays as long as a document of either tells it', async () => {
  const [one, two] = [
    await bring(newsOf('Penrith Tools', 'NYSE: PNRT', 'Ines Halloway')),
    await bring(newsOf('Penrith Pumps', 'NYSE: PNRP', 'Greta Thorne')),
  ];
  const [kept, old] = await query("SELECT id FROM company WHERE name LIKE 'Penrith%' ORDER BY id");
  await mergeCompanies(database.url, Number(old?.id), Number(kept?.id));
  await forgetDocument(database.url, idOf(two));
  expect(await query("SELECT symbol FROM company_symbol WHERE symbol LIKE 'PNR%'")).toEqual([{ symbol: 'PNRT' }]);
  await forgetDocument(database.url, idOf(one));
  expect(await query("SELECT symbol FROM company_symbol WHERE symbol LIKE 'PNR%'")).toEqual([]);
});

test('a company that is made by name and was known without a symbol gets the symbol, or is told why not', async () => {
  const made = { name: 'Quenby Mills', symbol: 'QNBY' };
  const news = NAMELESS.replace('Ines Halloway', 'Cleo Marsh');
  const symbols = () => query("SELECT symbol FROM company_symbol WHERE symbol LIKE 'QN%'");
  await bring(callOf('Quenby Mills'));
  expect(codesOf(await bring(news, { createCompany: made }))).toContain('SYMBOL_WITHOUT_DAY');
  expect(await symbols()).toEqual([]);
  const dated = { createCompany: made, publishedAt: '2025-02-06T12:00:00Z' };
  expect(codesOf(await bring(news, dated, { again: true }))).not.toContain('SYMBOL_WITHOUT_DAY');
  expect(await symbols()).toEqual([{ symbol: 'QNBY' }]);
  const other = await bring(news, { ...dated, createCompany: { ...made, symbol: 'QNZZ' } }, { again: true });
  expect(other.faults[0]?.message).toMatch(/Quenby Mills is known by the symbol QNBY/);
});

test('a company named beside a document that prints another one’s symbol is not used, and the report says so', async () => {
  const news = newsOf('Rothwell Boats', 'NYSE: RTHW').replace(
    'lifted spending.',
    'lifted spending in the third quarter of 2025.',
  );
  const first = await bring(news);
  await bring(newsOf('Selby Cranes', 'NYSE: SLBY', 'Cleo Marsh'));
  for (const hints of [{ company: 'SLBY' }, { createCompany: { name: 'Tolland Silk', symbol: 'TLLD' } }]) {
    const again = await bring(news, hints, { again: true });
    expect(again.filed[0]).toMatchObject({ companies: first.filed[0]!.companies, quarters: first.filed[0]!.quarters });
    expect(codesOf(again)).toEqual([...codesOf(first), 'HINT_NOT_USED'].sort());
  }
  expect(codesOf(await bring(news, { company: 'RTHW' }, { again: true }))).toEqual(codesOf(first));
  expect(await query("SELECT FROM company WHERE name = 'Tolland Silk'")).toEqual([]);
});

const NAMELESS = `Orders climb

LEEDS, England, Feb 6 (Reuters) - "We will double our compute this year," Chief Executive Officer Ines Halloway told analysts.

Halloway said the plant would cost $310 million.
`;

test('a warning’s advice works: what was filed under nobody is read again, and keeps its ids', async () => {
  const first = await bring(NAMELESS);
  expect(codesOf(first)).toEqual(expect.arrayContaining(['NO_COMPANY', 'NO_DAY']));
  const words = await query('SELECT id, text FROM utterance WHERE document_id = $1 ORDER BY position', [idOf(first)]);
  const hints = {
    createCompany: { name: 'Garth Yarns', symbol: 'GRTH' },
    period: 'FY2024Q4',
    publishedAt: '2025-02-06T12:00:00Z',
  };
  const kept = await bring(NAMELESS, hints);
  expect(kept).toMatchObject({ outcome: 'unchanged' });
  expect(codesOf(kept)).toEqual(['READ_BEFORE']);
  const again = await bring(NAMELESS, hints, { again: true });
  expect(again).toMatchObject({
    outcome: 'updated',
    filed: [{ companies: [{ name: 'Garth Yarns', symbol: 'GRTH' }], quarters: ['FY2024Q4'] }],
  });
  expect(codesOf(again)).not.toEqual(expect.arrayContaining(['NO_COMPANY']));
  expect(await query('SELECT id, text FROM utterance WHERE document_id = $1 ORDER BY position', [idOf(again)])).toEqual(
    words,
  );
  expect(
    await query('SELECT revision, superseded_by_id FROM document WHERE id = ANY ($1) ORDER BY id', [
      [idOf(first), idOf(again)],
    ]),
  ).toEqual([
    { revision: 1, superseded_by_id: idOf(again) },
    { revision: 2, superseded_by_id: null },
  ]);
  expect((await bring(NAMELESS)).outcome).toBe('unchanged');
  await forgetDocument(database.url, idOf(again));
  expect(await query("SELECT FROM company WHERE name = 'Garth Yarns'")).toEqual([]);
  expect(await query("SELECT FROM person WHERE name = 'Ines Halloway'")).toEqual([]);
});

test('a document is read again where another key has its current revision', async () => {
  const text = NAMELESS.replaceAll('Halloway', 'Marchbank').replaceAll('310', '311');
  const first = await bring(text);
  const second = await bring(text.replace('would cost', 'costs'), { url: 'https://news.example.com/m' });
  const [one, two] = [idOf(first), idOf(second)];
  await query('UPDATE document SET superseded_by_id = $2 WHERE id = $1', [one, two]);
  const again = await bring(text, {}, { again: true });
  expect(again).toMatchObject({ outcome: 'updated', faults: [] });
  expect(await query('SELECT superseded_by_id AS next FROM document WHERE id = $1', [two])).toEqual([
    { next: idOf(again) },
  ]);
  await query('UPDATE document SET superseded_by_id = id WHERE id = ANY ($1)', [[two, idOf(again)]]);
  expect(await bring(text, {}, { again: true })).toMatchObject({
    outcome: 'refused',
    faults: [{ message: expect.stringContaining('has no current revision') }],
  });
});

test('a NATIVE file is taken as it stands, and it is said', async () => {
  const file = JSON.stringify({
    format: 'earshot/1',
    documents: [{ key: 'as-it-stands', kind: 'NOTE', title: 'A note', text: 'Orders doubled.' }],
  });
  expect(codesOf(await bring(file))).not.toContain('TAKEN_AS_IT_STANDS');
  expect(codesOf(await bring(file, { textAccess: 'NONE' as never }))).not.toContain('TAKEN_AS_IT_STANDS');
  for (const report of [await bring(file, {}, { again: true }), await bring(file, { period: 'FY2024Q4' })]) {
    expect(report.outcome).toBe('unchanged');
    expect(codesOf(report)).toContain('TAKEN_AS_IT_STANDS');
  }
});

test('what only the wrong reading had made goes when a document is read again', async () => {
  const before = await query(NODES);
  const wrong = await bring(NAMELESS, { createCompany: { name: 'Hallam Steel', symbol: null } });
  expect(
    await query("SELECT title FROM executive e JOIN company c ON c.id = e.company_id WHERE c.name = 'Hallam Steel'"),
  ).toHaveLength(1);
  const right = await bring(NAMELESS, { createCompany: { name: 'Ibstock Lamps', symbol: null } }, { again: true });
  expect(await query("SELECT FROM company WHERE name = 'Hallam Steel'")).toEqual([]);
  expect(
    await query(
      "SELECT p.name FROM executive e JOIN company c ON c.id = e.company_id JOIN person p ON p.id = e.person_id WHERE c.name = 'Ibstock Lamps'",
    ),
  ).toEqual([{ name: 'Ines Halloway' }]);
  expect((await forgetDocument(database.url, idOf(right)))?.documents).toEqual([idOf(right), idOf(wrong)]);
  expect(await query(NODES)).toEqual(before);
});

test('a company that nobody bears is refused with those that may be meant, and nothing is made of it', async () => {
  await bring(callOf('Jarrow Turbines (JRWT)'));
  const before = await countRows(database.url);
  const typed = await bring(NAMELESS, { company: 'Jarow Turbines' });
  expect(typed).toMatchObject({ outcome: 'refused', faults: [{ path: 'company', code: 'UNKNOWN' }] });
  expect(typed.faults[0]?.message).toMatch(/known are Jarrow Turbines \(JRWT\)/);
  const taken = await bring(NAMELESS, { createCompany: { name: 'Kelso Boats', symbol: 'JRWT' } });
  expect(taken.faults[0]?.message).toMatch(/the symbol JRWT is that of Jarrow Turbines/);
  expect(await countRows(database.url)).toEqual(before);
  for (const company of ['JRWT', 'jarrow-turbines', 'jarrow turbines']) {
    const { filed } = await bring(NAMELESS, { company }, { dryRun: true });
    expect(filed[0]?.companies).toEqual([{ name: 'Jarrow Turbines', symbol: 'JRWT' }]);
  }
});

test('the report tells where a document was filed, and what stayed open', async () => {
  const { filed } = await bring(callOf('Lowick Paper (LWCK)'));
  expect(filed).toEqual([
    {
      id: expect.any(String),
      key: expect.any(Number),
      kind: DocumentKind.TRANSCRIPT,
      title: expect.stringContaining('Lowick Paper'),
      day: '2025-02-06',
      companies: [{ name: 'Lowick Paper', symbol: 'LWCK' }],
      quarters: ['FY2024Q4'],
      events: [{ type: 'EARNINGS_CALL', title: expect.stringContaining('Lowick Paper'), date: '2025-02-06' }],
      speakers: [
        { name: 'Ada Lindqvist', isKnown: true, role: 'EXECUTIVE', title: 'Chief Executive Officer', passages: 2 },
        { name: 'Tom Reyes', isKnown: true, role: 'ANALYST', title: 'Harbor Lane', passages: 1 },
      ],
      open: { speaker: 0, company: 0, quarter: 0, claims: 0 },
    },
  ]);
});

const filing = (accession: string, filed: string, value: number) =>
  JSON.stringify({
    cik: 7701,
    entityName: 'Marlow Chemicals',
    facts: {
      'us-gaap': {
        Revenues: {
          label: null,
          description: null,
          units: {
            USD: [
              {
                start: '2024-01-01',
                end: '2024-03-31',
                val: value,
                accn: accession,
                fy: 2024,
                fp: 'Q1',
                form: '10-Q',
                filed,
              },
            ],
          },
        },
      },
    },
  });

test('filed numbers go with what brought them; the vintage before is current again', async () => {
  const before = await query(NODES);
  const first = await bring(filing('0000007701-24-000001', '2024-04-30', 5));
  const second = await bring(filing('0000007701-24-000002', '2024-07-30', 6).replace('"fp":"Q1"', '"fp":"Q2"'), {
    url: 'https://facts.example/two',
  });
  const facts = () => query('SELECT value::text, is_current FROM fact ORDER BY filed_at');
  expect(await facts()).toEqual([
    { value: '5', is_current: false },
    { value: '6', is_current: true },
  ]);
  expect((await forgetDocument(database.url, idOf(second)))?.facts).toBe(1);
  expect(await facts()).toEqual([{ value: '5', is_current: true }]);
  await forgetDocument(database.url, idOf(first));
  expect([await facts(), await query(NODES)]).toEqual([[], before]);
});
