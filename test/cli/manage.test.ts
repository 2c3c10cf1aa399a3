import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printGlobalId } from '../../src/domain/global-id';
import { taxonomyVersion } from '../../src/language/topic/topic-taxonomy';
import { runCli } from '../support/cli';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { callOf } from '../support/invented';
import { expectTrueCounts, queryRows } from '../support/stored';

// Each command is a process of its own, which a busy machine is slow to start.
jest.setTimeout(120_000);

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'manage-'));
  for (const company of ['Brightmoor Tools', 'Calder Pumps']) {
    writeFileSync(
      join(folder, `${company}.txt`),
      callOf(company).replaceAll('Ada Lindqvist', `Ada ${company[0]}. Lindqvist`),
    );
  }
  const { code, stdout, stderr } = await run('import', folder);
  if (code !== 0) throw new Error(stdout + stderr);
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await expectTrueCounts(database.url);
  await database.drop();
});

const run = (...args: string[]) => runCli(args, { env: { DATABASE_URL: database.url } });
const query = (sql: string) => queryRows(database.url, sql);

test('documents lists what is here, newest first, and finds by a part of the title', async () => {
  const { code, json } = await run('documents', '--json');
  expect(code).toBe(0);
  expect(json.map(({ title }: { title: string }) => title)).toEqual([
    expect.stringContaining('Calder Pumps'),
    expect.stringContaining('Brightmoor Tools'),
  ]);
  const [{ id, sha256 }] = await query("SELECT id, sha256 FROM document WHERE title LIKE 'Calder%'");
  expect(json[0]).toEqual({
    id: printGlobalId('Document', id),
    key: id,
    title: expect.any(String),
    kind: 'TRANSCRIPT',
    format: 'TRANSCRIPT_TEXT',
    publisher: null,
    publishedAt: null,
    importedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    sha256,
    revision: 1,
    superseded: false,
    removedAt: null,
    removalReason: null,
  });
  expect((await run('documents', 'BRIGHTMOOR', '--json')).json).toHaveLength(1);
  expect((await run('documents', '--limit', '1', '--json')).json).toHaveLength(1);
  expect((await run('documents', '100%')).stdout).toBe('There are no such documents.\n');
  expect((await run('documents')).stdout).toContain(`${id}  ${sha256.slice(0, 12)}`);
});

test('retag says that all is of this version, and does it again when forced', async () => {
  const [{ words }] = await query('SELECT count(*)::int AS words FROM utterance');
  const none = { version: taxonomyVersion(), documents: 0, changed: 0, unchanged: 0, interrupted: false };
  expect((await run('retag', '--json')).json).toEqual(none);
  expect((await run('retag')).stdout).toBe(`everything is tagged by version ${taxonomyVersion()} of the taxonomy\n`);
  expect((await run('retag', '--force', '--json')).json).toEqual({ ...none, documents: 2, unchanged: words });
});

test('merge asks for a yes, makes one of two, and says so when they are one already', async () => {
  const names = ['Ada B. Lindqvist', 'Ada C. Lindqvist'] as const;
  const asked = await run('merge', 'person', ...names);
  expect([asked.code, asked.stderr]).toEqual([5, expect.stringContaining('--yes')]);
  const [old, kept] = await query("SELECT id FROM person WHERE name LIKE 'Ada%' ORDER BY name");
  const done = await run('merge', 'person', ...names, '--yes', '--json');
  expect(done.json).toEqual({
    old: { id: printGlobalId('Person', old.id), name: names[0] },
    kept: { id: printGlobalId('Person', kept.id), name: names[1] },
    merged: true,
  });
  expect(await query("SELECT name, aliases FROM person WHERE name LIKE 'Ada%'")).toEqual([
    { name: names[1], aliases: [names[0]] },
  ]);
  const again = await run('merge', 'person', String(old.id), names[1], '--yes', '--json');
  expect([again.code, again.json.merged]).toEqual([0, false]);
  const wrong = await run('merge', 'person', 'Nobody Known', names[1], '--yes');
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('There is no person "Nobody Known"')]);
});

test('companies that count their quarters differently stay two, and nothing has changed', async () => {
  const move = (days: number, years: number) =>
    query(`UPDATE quarter q SET start_date = start_date + (${days}), end_date = end_date + (${days}), fiscal_year = fiscal_year + (${years})
      FROM company c WHERE c.id = q.company_id AND c.slug = 'calder-pumps'`);
  await move(-30, 1);
  const before = await query('SELECT id, company_id, fiscal_year FROM quarter ORDER BY id');
  const { code, stderr } = await run('merge', 'company', 'calder-pumps', 'brightmoor-tools', '--yes');
  expect([code, stderr]).toEqual([5, expect.stringContaining('count their quarters differently')]);
  expect(await query('SELECT id, company_id, fiscal_year FROM quarter ORDER BY id')).toEqual(before);
  await move(30, -1);
});

test('remove needs a reason and a yes, takes the words away for good, and the same file is refused', async () => {
  const [{ id, sha256 }] = await query("SELECT id, sha256 FROM document WHERE title LIKE 'Brightmoor%'");
  expect((await run('remove', String(id))).code).toBe(2);
  expect((await run('remove', String(id), '--reason', ' ', '--yes')).code).toBe(2);
  const asked = await run('remove', sha256.slice(0, 10), '--reason', 'licence ended', '--json');
  expect(asked.code).toBe(5);
  expect(JSON.parse(asked.stderr).error).toMatchObject({ code: 5, reason: 'refused' });
  const [{ n }] = await query(`SELECT count(*)::int AS n FROM utterance WHERE document_id = ${id}`);
  expect(n).toBeGreaterThan(0);
  const { json } = await run('remove', sha256.slice(0, 10), '--reason', 'licence ended', '--yes', '--json');
  expect(json).toMatchObject({
    id: printGlobalId('Document', id),
    removed: true,
    documents: [id],
    utterances: n,
    bereft: [],
  });
  expect(await query(`SELECT count(*)::int AS n FROM utterance WHERE document_id = ${id}`)).toEqual([{ n: 0 }]);
  const again = await run('remove', String(id), '--reason', 'again', '--yes');
  expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('was taken down before')]);
  const back = await run('import', join(folder, 'Brightmoor Tools.txt'));
  expect([back.code, back.stdout]).toEqual([
    6,
    expect.stringMatching(/was taken down on \d{4}-\d\d-\d\d and stays out/),
  ]);
  expect((await run('documents', '--json')).json).toHaveLength(1);
  const all = (await run('documents', '--all', '--json')).json;
  expect(all.find(({ key }: { key: number }) => key === id)).toMatchObject({
    removalReason: 'licence ended',
    superseded: false,
  });
  const wrong = await run('remove', '999999', '--reason', 'x', '--yes');
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('There is no document "999999"')]);
});

test('remove-person says what would go, needs a reason and a yes, and takes the person out', async () => {
  const name = 'Ada C. Lindqvist';
  const [{ id }] = await query(`SELECT id FROM person WHERE name = '${name}'`);
  const why = ['--reason', 'asked for'];
  expect((await run('remove-person', name)).code).toBe(2);
  const asked = await run('remove-person', name, ...why);
  expect([asked.code, asked.stderr]).toEqual([5, expect.stringContaining('--yes')]);
  const tried = (await run('remove-person', name, ...why, '--dry-run', '--json')).json;
  expect(tried).toMatchObject({ id: printGlobalId('Person', id), dryRun: true, sharedNames: 0 });
  expect(await query(`SELECT count(*)::int AS n FROM utterance WHERE speaker_id = ${id}`)).toEqual([
    { n: tried.utterances },
  ]);
  const done = (await run('remove-person', String(id), ...why, '--yes', '--json')).json;
  expect(done).toEqual({ ...tried, dryRun: false });
  expect(await query(`SELECT id FROM person WHERE id = ${id} OR name = '${name}'`)).toEqual([]);
  expect(await query(`SELECT id FROM document WHERE text LIKE '%${name}%'`)).toEqual([]);
  const gone = await run('remove-person', name, ...why, '--yes');
  expect([gone.code, gone.stderr]).toEqual([2, expect.stringContaining(`There is no person "${name}"`)]);
});
