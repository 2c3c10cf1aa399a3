import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { runCli, startCli } from '../support/cli';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { ARTICLE, callOf, VENDOR_ERROR } from '../support/invented';
import { expectTrueCounts, queryRows } from '../support/stored';
import { endOf, within } from '../support/wait-until';

// Processes are slow to start on a busy machine.
jest.setTimeout(120_000);

let database: TestDatabase;
let folder: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'watch-'));
});

afterAll(async () => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
  await expectTrueCounts(database.url);
  await database.drop();
});

// biome-ignore lint/suspicious/noExplicitAny: whatever a command printed
type Line = any;

/** A watch that runs, its lines as they come. */
function watch(...args: string[]) {
  const child = startCli(['watch', folder, '--json', ...args], {
    DATABASE_URL: database.url,
    EARSHOT_WATCH_SETTLE: '300ms',
  });
  started.push(child);
  const lines: Line[] = [];
  let tell = (): void => {};
  createInterface({ input: child.stdout! }).on('line', (line) => {
    lines.push(JSON.parse(line));
    tell();
  });
  let stderr = '';
  child.stderr!.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  /** Files have to settle first, and others use the machine. */
  const patience = 60_000;
  return {
    /** Lines about documents: name without the folder, and outcome. */
    items: () =>
      lines
        .filter(({ event }) => event === 'item')
        .map(({ name, outcome }) => `${name.replace(`${folder}/`, '')} ${outcome}`),
    async until(isTrue: (lines: readonly Line[]) => boolean): Promise<void> {
      while (!isTrue(lines)) {
        const told = new Promise<void>((resolve) => {
          tell = resolve;
        });
        const failed = ended.then((code) => Promise.reject(new Error(`ended with ${code} before: ${stderr}`)));
        await within(`more than ${JSON.stringify(lines)}`, Promise.race([told, failed]), patience);
      }
    },
    async stop(): Promise<{ code: number | null; last: Line; stderr: string }> {
      child.kill('SIGTERM');
      return { code: await within('the end of a watch', ended), last: lines.at(-1), stderr };
    },
  };
}

const itemsIn = (lines: readonly Line[]) => lines.filter(({ event }) => event === 'item').length;
const documents = () => queryRows(database.url, 'SELECT count(*)::int AS n FROM document').then(([row]) => row.n);

test('what is there and what arrives is imported, what cannot be read is told and left, and a restart reads only what is new', async () => {
  writeFileSync(join(folder, 'a.txt'), callOf('Brightmoor Tools'));
  writeFileSync(join(folder, 'limit.json'), VENDOR_ERROR);
  const first = watch();
  await first.until((lines) => itemsIn(lines) === 2);
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'deep/.b.txt.part'), callOf('Calder Pumps').slice(0, 200));
  writeFileSync(join(folder, 'deep/.b.txt.part'), callOf('Calder Pumps'));
  renameSync(join(folder, 'deep/.b.txt.part'), join(folder, 'deep/b.txt'));
  await first.until((lines) => itemsIn(lines) === 3);
  expect(first.items().sort()).toEqual(['a.txt created', 'deep/b.txt created', 'limit.json refused']);
  const { code, last, stderr } = await first.stop();
  expect([code, stderr]).toEqual([0, '']);
  expect(last).toMatchObject({ event: 'stopped', created: 2, refused: 1 });
  expect(await documents()).toBe(2);

  writeFileSync(join(folder, 'c.txt'), ARTICLE);
  const second = watch('--jobs', '2');
  await second.until((lines) => itemsIn(lines) === 1);
  writeFileSync(join(folder, 'limit.json'), JSON.stringify({ 'Error Message': 'Still not.' }));
  await second.until((lines) => itemsIn(lines) === 2);
  expect(second.items()).toEqual(['c.txt created', 'limit.json refused']);
  expect((await second.stop()).code).toBe(0);

  const third = watch('--retry');
  await third.until((lines) => itemsIn(lines) === 1);
  expect(third.items()).toEqual(['limit.json refused']);
  expect((await third.stop()).code).toBe(0);
  expect(await documents()).toBe(3);
});

test('a file that changes is a revision, and a watch that is killed is made up for', async () => {
  const path = join(folder, 'a.txt');
  const killed = watch();
  await killed.until((lines) => lines.some(({ event }) => event === 'watching'));
  const [child] = started.slice(-1) as [ChildProcess];
  child.kill('SIGKILL');
  await endOf(child);
  writeFileSync(path, callOf('Brightmoor Tools').replace('up 9%', 'up 10%'));
  const next = watch();
  await next.until((lines) => itemsIn(lines) === 1);
  expect(next.items()).toEqual(['a.txt updated']);
  expect((await next.stop()).code).toBe(0);
});

test('what is no folder is a usage error', async () => {
  const { code, stderr } = await runCli(['watch', join(folder, 'nowhere')], { env: { DATABASE_URL: database.url } });
  expect([code, stderr]).toEqual([2, expect.stringContaining('is no folder')]);
});
