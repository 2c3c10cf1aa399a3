import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { version as packageVersion } from '../../package.json';
import { isAlive } from '../../src/platform/process-identity';
import { MAIN, REGISTER, runCli, startCli } from '../support/cli';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { endOf, firstLineOf, waitUntil } from '../support/wait-until';

// Each command is a process of its own, which a busy machine is slow to start.
jest.setTimeout(120_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
const started: number[] = [];
afterAll(async () => {
  for (const pid of started) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  await database.drop();
});

const run = (...args: string[]) => runCli(args, { env: { DATABASE_URL: database.url } });

test('the help lists the commands, and each command shows examples', async () => {
  const { code, stdout } = await run('--help');
  expect(code).toBe(0);
  const commands = [...stdout.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name as string);
  const own = commands.filter((name) => !['help', 'sync', 'extract'].includes(name));
  expect(own).toEqual(expect.arrayContaining(['serve', 'migrate', 'sample', 'explain', 'backup', 'restore']));
  const helps = await Promise.all(own.map((name) => run(name, '--help')));
  for (const [index, help] of helps.entries()) {
    expect([own[index], help.code]).toEqual([own[index], 0]);
    expect(help.stdout).toContain(`earshot ${own[index]}`);
    expect(help.stdout).toContain('Examples:');
  }
});

test.each([[['banana']], [['serve', '--banana']], [['migrate', 'down', '--steps', 'many']], [['backup']]])(
  '%p is a usage error: exit code 2, help offered, no stack',
  async (args) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: .*\n/);
    expect(stderr).not.toMatch(/^\s+at /m);
  },
);

test.each([
  ['imprt', 'import'],
  ['serv', 'serve'],
])('%s is taken for no argument of another command, and %s is offered', async (typed, meant) => {
  const { code, stderr } = await run(typed, 'x');
  expect([code, stderr]).toEqual([2, expect.stringMatching(new RegExp(`unknown command '${typed}'[^]*${meant}\\?`))]);
});

test('--version prints the version of the package', async () => {
  const { code, stdout } = await run('--version');
  expect([code, stdout]).toEqual([0, `${packageVersion}\n`]);
});

test.each(['PORT', 'EARSHOT_METRICS_PORT'])(
  'a %s that is taken ends serve before a database is made',
  async (setting) => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = String((taken.address() as AddressInfo).port);
    const home = await mkdtemp(join(tmpdir(), 'earshot-port-'));
    // Without a command, which means serve.
    const { code, stderr } = await runCli([], {
      env: { PORT: '0', [setting]: port, EARSHOT_HOME: join(home, 'state') },
      alone: false,
    });
    taken.close();
    expect([code, stderr]).toEqual([3, expect.stringMatching(new RegExp(`Port ${port} .* is taken.*${setting}=`))]);
    expect(await readdir(home)).toEqual([]);
    await rm(home, { recursive: true });
  },
);

test('faults are one JSON text on stderr where JSON was asked for', async () => {
  const answer = await runCli(['migrate', 'status', '--json'], {
    env: { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/nothing' },
  });
  expect(answer.code).toBe(4);
  expect(JSON.parse(answer.stderr)).toEqual({
    error: { code: 4, reason: 'database', message: expect.stringContaining('127.0.0.1:1') },
  });
  expect(answer.stderr).not.toContain('secret');
  const settings = await runCli(['migrate'], { env: { PORT: 'x', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://a' } });
  expect(settings.code).toBe(2);
  for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL']) expect(settings.stderr).toContain(`${name}:`);
});

test('migrate, sample load and remove say what they did, and twice is no fault', async () => {
  const status = (await run('migrate', 'status', '--json')).json as { name: string; applied: boolean }[];
  expect(status.length).toBeGreaterThan(0);
  expect(status.every(({ applied }) => applied)).toBe(true);
  expect((await run('migrate', 'up', '--json')).json).toEqual([]);
  const loaded = await run('sample', 'load', '--json');
  expect(loaded.json.documents).toMatchObject({ created: 12 });
  expect((await run('sample', 'load', '--json')).json.documents).toMatchObject({ created: 0 });
  expect((await run('sample', 'remove', '--json')).json).toEqual(expect.any(Object));
  expect((await run('sample', 'load')).stdout).toMatch(/^the sample is loaded\n {2}documents: created 12/);
});

test('serve ends with the shell in which npm has started it', async () => {
  const command = `'${process.execPath}' --require '${REGISTER}' '${MAIN}' serve --json; true`;
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'warn' };
  const shell = spawn('/bin/sh', ['-c', command], { cwd: '/', env: { ...env, npm_lifecycle_event: 'start' } });
  const { pid } = JSON.parse(await firstLineOf(shell));
  started.push(pid);
  expect(pid).not.toBe(shell.pid);
  shell.kill('SIGTERM');
  // Its output closes when the server, which holds it too, has ended; the server's number goes a moment later.
  await endOf(shell);
  await waitUntil('the end of the server', () => !isAlive(pid));
});

test('serve prints where it listens as JSON, and SIGTERM ends it with 0', async () => {
  const child = startCli(['serve', '--json'], { DATABASE_URL: database.url, PORT: '0' });
  const { url, pid } = JSON.parse(await firstLineOf(child));
  started.push(pid);
  expect(pid).toBe(child.pid);
  const answer = await fetch(new URL('/ready', url));
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready' }]);
  const { port } = new URL(url);
  const second = await runCli(['serve'], { env: { DATABASE_URL: database.url, PORT: port } });
  expect([second.code, second.stderr]).toEqual([3, expect.stringMatching(new RegExp(`Port ${port} .* is taken`))]);
  child.kill('SIGTERM');
  expect(await endOf(child)).toBe(0);
  const refused = await new Promise((resolve) =>
    connect(Number(port), '127.0.0.1')
      .once('error', () => resolve(true))
      .once('connect', () => resolve(false)),
  );
  expect(refused).toBe(true);
});
