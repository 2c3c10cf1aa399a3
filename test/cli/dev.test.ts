import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { endOf, waitUntil } from '../support/wait-until';

const ROOT = join(__dirname, '../..');
/** A build, and a server; ms, on a machine that does much else. */
const PATIENCE = 90_000;

let folder: string;
let database: TestDatabase;
let child: ChildProcess;
let output = '';

/** On a copy: it writes into dist/, and sources are changed. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-dev-'));
  for (const name of ['src', 'migrations', 'schema', 'lexicon', 'explorer', 'scripts', '.swcrc', 'package.json'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  for (const name of ['tsconfig.json', 'tsconfig.build.json']) cpSync(join(ROOT, name), join(folder, name));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  database = await createTestDatabase({ sample: true });
  child = spawn(process.execPath, ['scripts/dev.mjs'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'warn' },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
}, PATIENCE);

afterAll(async () => {
  child.kill('SIGTERM');
  expect(await endOf(child)).toBe(0);
  await database.drop();
  rmSync(folder, { recursive: true });
});

const addresses = () => [...output.matchAll(/listens on (http:\S+)\/graphql/g)].map(([, url]) => url as string);
const serverAfter = (count: number) =>
  waitUntil('a server that listens', () => (addresses().length > count ? addresses().at(-1) : undefined), PATIENCE);

function change(file: string, from: string, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

test(
  'a change of a source is served by a new server; one that is no program leaves the old one alone',
  async () => {
    const first = await serverAfter(0);
    const ask = async (url: string) => (await fetch(`${url}/nowhere`)).text();
    expect(await ask(first)).toContain('There is nothing here');
    change('src/server/routes.ts', 'There is nothing here;', 'There is nothing there;');
    const second = await serverAfter(1);
    expect(await ask(second)).toContain('There is nothing there;');
    await expect(fetch(`${first}/live`)).rejects.toThrow();

    change('src/server/routes.ts', 'export function createHandler', 'export funktion createHandler');
    await waitUntil('the word that it is no program', () => output.includes('the server of before goes on'), PATIENCE);
    expect(await ask(second)).toContain('There is nothing there;');
    // The page waits for the next server, so the bundle of development has to hold that.
    const page = await (await fetch(`${second}/graphql`, { headers: { accept: 'text/html' } })).text();
    const script = /\/explorer\/explorer-\w+\.js/.exec(page)?.[0] as string;
    expect(await (await fetch(`${second}${script}`)).text()).toContain('"/live"');
  },
  PATIENCE,
);
