import pino from 'pino';
import { TextAccess } from '../../src/domain/document.entity';
import { changeTextAccess } from '../../src/ingest/change-text-access';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { importSources } from '../../src/ingest/import-source';
import { Source } from '../../src/ingest/source';
import { dropAccessRule, keepAccessRule, listAccessRules } from '../../src/ingest/text-access-rule';
import { migrate, readMigrationStatus, revertMigrations } from '../../src/platform/database/migrate';
import { runCli } from '../support/cli';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { ARTICLE } from '../support/invented';
import { queryRows } from '../support/stored';

jest.setTimeout(120_000);
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

let made = 0;

/** Imports an article that nobody has seen, or the text; its number, its access, and what was warned of. */
async function bring(
  textAccess: TextAccess | null,
  text = ARTICLE.replaceAll('Brightmoor', `Company${made++}`),
  url: string | null = null,
) {
  const report: { id: number; codes: string[] }[] = [];
  await importSources(database.url, [new Source('a.txt', Buffer.from(text))], {
    hints: { ...NO_HINTS, textAccess, url },
    onItem: ({ documents, warnings }) => report.push({ id: documents[0]!, codes: warnings.map(({ code }) => code) }),
  });
  const { id, codes } = report[0]!;
  const [{ access }] = await queryRows(database.url, 'SELECT text_access AS access FROM document WHERE id = $1', [id]);
  return { id, access, codes };
}

test('the stricter of the rules for publisher and format holds, unless the import says otherwise', async () => {
  expect(await bring(null)).toMatchObject({ access: 'FULL' });
  await keepAccessRule(database.url, { kind: 'publisher', value: 'REUTERS', textAccess: TextAccess.EXCERPT });
  expect(await bring(null)).toMatchObject({ access: 'EXCERPT' });
  await keepAccessRule(database.url, { kind: 'format', value: 'ARTICLE_TEXT', textAccess: TextAccess.NONE });
  expect(await bring(null)).toMatchObject({ access: 'NONE' });
  expect(await bring(TextAccess.EXCERPT)).toMatchObject({ access: 'EXCERPT' });
  expect(await listAccessRules(database.url)).toEqual([
    { kind: 'format', value: 'ARTICLE_TEXT', textAccess: 'NONE' },
    { kind: 'publisher', value: 'reuters', textAccess: 'EXCERPT' },
  ]);
  expect(await dropAccessRule(database.url, { kind: 'format', value: 'ARTICLE_TEXT' })).toBe(true);
  expect(await dropAccessRule(database.url, { kind: 'publisher', value: 'Reuters' })).toBe(true);
  expect(await bring(null)).toMatchObject({ access: 'FULL' });
});

test('sending a document again opens nothing: neither the same bytes nor a corrected revision', async () => {
  const url = 'https://news.example.com/orders';
  const first = await bring(TextAccess.EXCERPT, ARTICLE, url);
  expect(await bring(TextAccess.FULL, ARTICLE, url)).toEqual({
    id: first.id,
    access: 'EXCERPT',
    // The address came as a hint with a document that stands already.
    codes: ['READ_BEFORE', 'TEXT_ACCESS_KEPT'],
  });
  const second = await bring(TextAccess.FULL, ARTICLE.replace('$310 million', '$320 million'), url);
  expect([second.id > first.id, second.access]).toEqual([true, 'EXCERPT']);
  // One that gave way gives out nothing beside the one in its place, and both follow a change.
  const excerpts = () =>
    queryRows(database.url, 'SELECT isempty(excerpt) AS e FROM document WHERE id = ANY ($1) ORDER BY id', [
      [first.id, second.id],
    ]);
  expect(await excerpts()).toEqual([{ e: true }, { e: false }]);
  expect(await changeTextAccess(database.url, first.id, TextAccess.FULL)).toMatchObject({
    documents: [second.id, first.id],
  });
  expect(await excerpts()).toEqual([{ e: null }, { e: null }]);
});

test('a revision that is more closed than the one before it closes that one too', async () => {
  const url = 'https://news.example.com/closed-later';
  const text = ARTICLE.replaceAll('Brightmoor', 'Hollins');
  const first = await bring(TextAccess.FULL, text, url);
  const second = await bring(TextAccess.NONE, text.replace('$310 million', '$320 million'), url);
  const rows = await queryRows(
    database.url,
    'SELECT text_access AS access, isempty(excerpt) AS e FROM document WHERE id = ANY ($1)',
    [[first.id, second.id]],
  );
  expect(rows).toEqual([
    { access: 'NONE', e: true },
    { access: 'NONE', e: true },
  ]);
});

test('documents of an older schema get their excerpts with the migration, and have all words again without it', async () => {
  const log = pino({ level: 'silent' });
  const { id } = await bring(TextAccess.EXCERPT);
  const state = () =>
    queryRows(
      database.url,
      `SELECT d.excerpt::text, array_agg(u.text ORDER BY u.id) AS texts, array_agg(u.words ORDER BY u.id) AS words FROM document d
       JOIN utterance u ON u.document_id = d.id WHERE d.id = $1 GROUP BY d.id`,
      [id],
    );
  const before = await state();
  expect(before[0].texts.join('')).toContain('…');
  const names = (await readMigrationStatus(database.url)).map(({ name }) => name);
  await revertMigrations(database.url, log, names.length - names.findIndex((name) => name.startsWith('KeepExcerpts')));
  const [{ whole }] = await queryRows(
    database.url,
    `SELECT bool_and(u.text = substr(d.text, u.span_start + 1, u.span_end - u.span_start)) AS whole FROM utterance u JOIN document d ON d.id = u.document_id`,
  );
  expect(whole).toBe(true);
  await migrate(database.url, log);
  expect(await state()).toEqual(before);
});

test('the command changes a document and keeps rules', async () => {
  const { id } = await bring(null);
  const run = (...args: string[]) => runCli(['text-access', ...args], { env: { DATABASE_URL: database.url } });
  const done = await run(String(id), 'excerpt', '--json');
  expect(done.json).toMatchObject({ before: 'FULL', after: 'EXCERPT', documents: [id] });
  expect((await run('publisher:Calder Wire', 'NONE', '--json')).json).toEqual({
    kind: 'publisher',
    value: 'Calder Wire',
    textAccess: 'NONE',
  });
  expect((await run()).stdout).toBe('publisher:calder wire NONE\n');
  expect([(await run(String(id), 'SOME')).code, (await run('format:WORD', 'NONE')).code]).toEqual([2, 2]);
});
