import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CliResult, runCli } from '../support/cli';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { ARTICLE, callOf, VENDOR_ERROR, vendorCall } from '../support/invented';
import { countRows, expectTrueCounts, queryRows } from '../support/stored';
import { zipOf } from '../support/zip';

// Each command is a process of its own, which a busy machine is slow to start.
jest.setTimeout(120_000);

let database: TestDatabase;
let folder: string;

/** Each test has companies of its own, so that one database does for all. */
beforeAll(async () => {
  database = await createTestDatabase();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

afterAll(async () => {
  await expectTrueCounts(database.url);
  await database.drop();
});

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const run = (args: readonly string[], input?: string): Promise<CliResult> =>
  runCli(['import', ...args], { env: { DATABASE_URL: database.url }, input });

// biome-ignore lint/suspicious/noExplicitAny: whatever a command printed
const reportOf = ({ stdout }: CliResult): any => JSON.parse(stdout);

const query = (sql: string) => queryRows(database.url, sql);
const articleOf = (company: string): string => ARTICLE.replaceAll('Brightmoor', company);

/** How many rows of each kind are stored. */
const stored = async (): Promise<Record<string, number>> => {
  const [row] =
    await query(`SELECT (SELECT count(*)::int FROM document) AS documents, (SELECT count(*)::int FROM company) AS companies,
    (SELECT count(*)::int FROM exchange) AS exchanges, (SELECT count(*)::int FROM utterance WHERE type = 'Statement') AS statements,
    (SELECT count(*)::int FROM utterance WHERE type <> 'Statement') AS comments, (SELECT count(*)::int FROM claim) AS claims`);
  return row;
};

test('one file: what became of it for people, nothing on stderr, and the same again changes nothing', async () => {
  const path = write('article.txt', ARTICLE);
  const first = await run([path]);
  expect([first.code, first.stderr]).toEqual([0, '']);
  expect(first.stdout).toMatch(new RegExp(`^created   ${path} \\(ARTICLE_TEXT\\): 3 statements`));
  expect(first.stdout).toContain('1 created, 0 updated, 0 unchanged, 0 refused, 0 set aside');
  for (const line of [
    / {4}document \d+: Brightmoor Tools raises its outlook as orders climb\n/,
    / {4}companies: Brightmoor Tools\n/,
    / {4}speakers: Ada Lindqvist \(executive, Chief Executive Officer: 3\)\n/,
    / {4}open: 3 passages without a quarter/,
    /\n\{ nodes\(ids: \["\w+"\]\) .*\}\n$/,
  ])
    expect(first.stdout).toMatch(line);
  const before = await countRows(database.url);
  const again = await run([path]);
  expect(again.stdout).toMatch(
    /^unchanged .*\n {4}document \d+: Brightmoor Tools raises its outlook .*\n0 created, 0 updated, 1 unchanged/s,
  );
  expect(await countRows(database.url)).toEqual(before);
});

test('a document in which nothing was found is told, by a code of its own and the second time too', async () => {
  const empty = write(
    'empty.txt',
    'A headline without a story\n\nThe shop is on the corner of the square and opens at nine.\n',
  );
  const first = await run([empty]);
  expect(first.code).toBe(8);
  expect(first.stdout).toMatch(/^created .*\n {4}document .*\n {4}NOTHING_READ: Nothing was read from this document/s);
  expect(first.stdout).toContain('1 with a document from which nothing was read');
  const [article, broken] = [
    write('article.txt', articleOf('Fenwick')),
    write('broken.json', '{"symbol": "A", "content": "cut'),
  ];
  const again = await run([empty, article, '--json']);
  expect(again.code).toBe(8);
  expect(reportOf(again)).toMatchObject({ created: 1, unchanged: 1, nothingRead: 1 });
  expect(reportOf(again).items[0].warnings).toEqual([expect.objectContaining({ code: 'NOTHING_READ' })]);
  expect((await run([empty, broken])).code).toBe(6);
});

test('a folder, a ZIP, lines of JSON and standard input, in one go and side by side', async () => {
  const before = await stored();
  write('calls/deep/a.txt', callOf('Aldous Ropes'));
  write('calls/b.txt', callOf('Calder Pumps'));
  const zip = write('dump.zip', zipOf([{ name: 'x/c.txt', bytes: Buffer.from(callOf('Dunmore Optics')) }]));
  const lines = write(
    'calls.ndjson',
    `${JSON.stringify(vendorCall('EBBW'))}\n\n${JSON.stringify(vendorCall('FNCH'))}\n`,
  );
  const result = await run([join(folder, 'calls'), zip, lines, '-', '--jobs', '2', '--json'], callOf('Garth Yarns'));
  expect([result.code, result.stderr]).toEqual([0, '']);
  const report = reportOf(result);
  expect(report).toMatchObject({
    created: 6,
    updated: 0,
    unchanged: 0,
    refused: 0,
    'set-aside': 0,
    interrupted: false,
  });
  const names = report.items.map(({ name }: { name: string }) => name.replace(`${folder}/`, '')).sort();
  expect(names).toEqual(
    ['<stdin>', 'calls.ndjson:1', 'calls.ndjson:3', 'calls/b.txt', 'calls/deep/a.txt', 'dump.zip!x/c.txt'].sort(),
  );
  // Six calls of six companies, each with one analyst of the same name and firm, whom two threads may not both have made.
  expect(await query("SELECT count(*)::int AS n FROM person WHERE name = 'Tom Reyes'")).toEqual([{ n: 1 }]);
  const { statements, analystComments, claims } = report;
  const brought = {
    documents: 6,
    companies: 6,
    exchanges: 6,
    statements: statements.created,
    comments: analystComments.created,
    claims: claims.created,
  };
  const after = await stored();
  expect(Object.fromEntries(Object.entries(after).map(([kind, n]) => [kind, n - (before[kind] as number)]))).toEqual(
    brought,
  );
});

test.each([
  ['1', 'Isley Grain', 'Jarvis Cloth'],
  ['2', 'Kelso Mills', 'Lorne Cranes'],
])(
  'a bad file in a batch is put aside with its reason, the rest goes on, and the exit code is 6 (--jobs %s)',
  async (jobs, one, other) => {
    const good = write('good.txt', callOf(one));
    const image = write('scan.txt', Buffer.from('\x89PNG\r\n\x1a\nIHDR', 'latin1'));
    const error = write('limit.json', VENDOR_ERROR);
    const last = write('last.txt', callOf(other));
    const missing = join(folder, 'nothing.txt');
    const result = await run([good, image, error, missing, last, '--json', '--jobs', jobs]);
    expect([result.code, result.stderr]).toEqual([6, '']);
    const report = reportOf(result);
    expect(report).toMatchObject({ created: 2, refused: 3 });
    const faults = new Map(
      report.items.map(({ name, faults: list }: { name: string; faults: { message: string }[] }) => [
        name,
        list.map(({ message }) => message).join(),
      ]),
    );
    expect(faults.get(good)).toBe('');
    expect(faults.get(last)).toBe('');
    expect(faults.get(image)).toContain('is an image');
    expect(faults.get(error)).toContain('Limit Reach. Please upgrade your plan.');
    expect(faults.get(missing)).toBe('does not exist');
    const told = await run([image, good]);
    expect(told.code).toBe(6);
    expect(told.stdout).toMatch(/^refused {3}.*scan\.txt\n {4}is an image.*\nunchanged .*good\.txt/);
  },
);

test('--dry-run says what would happen and keeps nothing', async () => {
  const path = write('call.txt', callOf('Morven Boats'));
  const before = await countRows(database.url);
  const dry = await run([path, '--dry-run', '--json']);
  expect(dry.code).toBe(0);
  expect(dry.json).toMatchObject({ created: 1, dryRun: true, items: [{ outcome: 'created', documents: [] }] });
  expect(await countRows(database.url)).toEqual(before);
  expect((await run([path, '--dry-run'])).stdout).toContain('Nothing was kept. It would be:\n1 created');
  const real = await run([path, '--json']);
  const counts = ({ statements, analystComments, claims, facts }: Record<string, unknown>) => ({
    statements,
    analystComments,
    claims,
    facts,
  });
  expect(counts(real.json)).toEqual(counts(dry.json));
});

test('what is said beside a document fills what it leaves open', async () => {
  const words = articleOf('Kendal')
    .replace(/^LEEDS.*?- /m, '')
    .replace(' on Thursday', '')
    .replace('2025', 'the year');
  const unknown = await run([write('a.txt', words), '--company', 'KNDL']);
  expect([unknown.code, unknown.stdout]).toEqual([6, expect.stringContaining('"KNDL" is no symbol')]);
  const args = [
    '--create-company',
    'Kendal',
    '--symbol',
    'KNDL',
    '--period',
    '2024Q4',
    '--publisher',
    'The Leeds Ledger',
  ];
  const when = ['--published-at', '2025-02-06T18:30:00+01:00', '--url', 'https://ledger.example/kendal'];
  const { code } = await run([write('a.txt', words), ...args, ...when, '--text-access', 'EXCERPT']);
  expect(code).toBe(0);
  expect((await run([write('a.txt', words), '--text-access', 'SOME'])).code).toBe(2);
  expect(
    await query(`SELECT d.text_access AS access, d.publisher, d.url, d.published_at AT TIME ZONE 'UTC' = '2025-02-06 17:30' AS at, s.symbol, q.fiscal_year AS y, q.fiscal_quarter AS q
      FROM document d JOIN document_company c ON c.document_id = d.id JOIN company_symbol s ON s.company_id = c.company_id
      JOIN quarter q ON q.company_id = c.company_id WHERE s.symbol = 'KNDL'`),
  ).toEqual([
    {
      access: 'EXCERPT',
      publisher: 'The Leeds Ledger',
      url: 'https://ledger.example/kendal',
      at: true,
      symbol: 'KNDL',
      y: 2024,
      q: 4,
    },
  ]);
});

test.each([
  [['--period', 'Q9']],
  [['--published-at', 'yesterday']],
  [['--url', 'ledger']],
  [['--jobs', '0']],
  [['--format', 'WORD']],
  [['--company', ' ']],
])('%p is refused before anything is read', async (args) => {
  const { code, stderr, stdout } = await run(['nothing.txt', ...args]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(args[0]);
});

test('a format that is named is tried alone, and says why it cannot be that', async () => {
  const before = await stored();
  const result = await run([write('a.txt', articleOf('Nairn')), '--format', 'FMP', '--json']);
  expect(result.code).toBe(6);
  expect(reportOf(result).items[0]).toMatchObject({ outcome: 'refused', documents: [] });
  expect(await stored()).toEqual(before);
});

test('a database that cannot be reached is told as such', async () => {
  const url = 'postgres://nobody:secret@127.0.0.1:1/nothing';
  const { code, stderr } = await runCli(['import', write('a.txt', ARTICLE)], { env: { DATABASE_URL: url } });
  expect(code).toBe(4);
  expect(stderr).not.toContain('secret');
});
