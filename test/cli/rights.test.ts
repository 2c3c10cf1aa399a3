import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processActor } from '../../src/platform/actor';
import { runCli } from '../support/cli';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { callOf } from '../support/invented';
import { queryRows } from '../support/stored';

// Each command is a process of its own, which a busy machine is slow to start.
jest.setTimeout(180_000);

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

const run = (args: readonly string[], env: Record<string, string> = {}) =>
  runCli(args, { env: { DATABASE_URL: database.url, ...env } });
const CLOSED = { EARSHOT_REQUIRE_KEY: 'on' };
const hoursUntil = (instant: string) => (Date.parse(instant) - Date.now()) / 3_600_000;

test('a key reads alone unless told, and ends after a year where reading needs one', async () => {
  const plain = (await run(['keys', 'create', 'dashboard', '--json'])).json;
  expect([plain.scopes, plain.expiresAt, plain.lastUsedAt]).toEqual([['read'], null, null]);
  const closed = await run(['keys', 'create', 'nightly', '--scope', 'import,audit'], CLOSED);
  expect(closed.stdout).toContain('It ends after a year');
  const short = (await run(['keys', 'create', 'short', '--expires', '12h', '--json'], CLOSED)).json;
  expect(hoursUntil(short.expiresAt)).toBeGreaterThan(11.9);
  expect(hoursUntil(short.expiresAt)).toBeLessThanOrEqual(12);
  expect((await run(['keys', 'create', 'ever', '--expires', 'never', '--json'], CLOSED)).json.expiresAt).toBeNull();
  const listed = (await run(['keys', 'list', '--json'])).json;
  expect(listed.map(({ name }: { name: string }) => name)).toEqual(['ever', 'short', 'nightly', 'dashboard']);
  expect(Math.round(hoursUntil(listed[2].expiresAt) / 24)).toBe(365);
});

test('audit tells who did what, as lines, JSON and CSV, and prune drops what is old', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  const file = join(folder, 'call.txt');
  writeFileSync(file, callOf('Brightmoor Tools').replace('Brightmoor', '=Brightmoor'));
  expect((await run(['import', file])).code).toBe(0);
  rmSync(folder, { recursive: true });
  const [{ id, title, sha256 }] = await queryRows(database.url, 'SELECT id, title, sha256 FROM document');
  const imported = {
    id: expect.any(Number),
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    actorKind: 'USER',
    keyId: null,
    actor: processActor().name,
    action: 'IMPORT',
    subject: 'DOCUMENT',
    ids: [id],
    titles: [title],
    summary: expect.objectContaining({ sha256, outcome: 'created' }),
  };
  expect((await run(['audit', '--action', 'import', '--json'])).json).toEqual([imported]);
  await run(['remove', String(id), '--reason', 'licence ended', '--yes']);
  const lines = (await run(['audit', '--limit', '2'])).stdout.trim().split('\n');
  expect(lines).toEqual([
    expect.stringMatching(new RegExp(`${processActor().name}  REMOVE DOCUMENT ${id}  .*licence ended`)),
    expect.not.stringContaining('Brightmoor'),
  ]);
  const csv = (await run(['audit', '--actor', processActor().name.toUpperCase(), '--csv'])).stdout.trim().split('\r\n');
  expect(csv[0]).toBe('id,at,actorKind,keyId,actor,action,subject,ids,titles,summary');
  expect(csv.length).toBe(7);
  expect((await run(['audit', '--since', '2999-01-01'])).stdout).toBe('There are no such entries.\n');
  expect((await run(['audit', 'prune', '--before', '2999-01-01'])).code).toBe(5);
  const pruned = await run(['audit', 'prune', '--before', '2999-01-01', '--yes', '--json']);
  expect(pruned.json).toEqual({ before: expect.any(String), pruned: 6 });
  const left = (await run(['audit', '--json'])).json;
  expect(left).toMatchObject([{ action: 'PRUNE_AUDIT', subject: 'AUDIT', summary: { entries: 6 } }]);
});
