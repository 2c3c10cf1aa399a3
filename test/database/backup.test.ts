import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Header } from 'tar';
import { withClient } from '../../src/platform/database/session';
import { type BackupNote, encodeNote } from '../../src/platform/embedded/backup-file';
import { type EmbeddedServer, startEmbedded } from '../../src/platform/embedded/embedded';
import { findPostmaster } from '../../src/platform/embedded/postmaster-file';
import { replaceData, settleReplacement } from '../../src/platform/embedded/replace-data';
import { layOut } from '../../src/platform/embedded/state-folder';
import { createLog } from '../../src/platform/log';
import { runCli } from '../support/cli';
import { runCount } from '../support/settings';
import { waitUntil } from '../support/wait-until';

// Databases are started and stopped in between, which takes a busy machine its time.
jest.setTimeout(300_000);

const log = createLog({ logLevel: 'silent' });
// Under /tmp: where root runs the tests, Postgres runs as another user, who has to reach it.
const top = mkdtempSync('/tmp/earshot-backup-');
chmodSync(top, 0o755);
afterAll(() => rmSync(top, { recursive: true, force: true }));

// Neither of them leaves a database running, so they may share a process, which is slow to start.
const run = (home: string, ...args: string[]) => runCli(args, { env: { EARSHOT_HOME: home }, alone: false });

/** Every file of a database that does not run, with its size and the time at which it was written. */
const filesOf = (home: string): string[] =>
  readdirSync(join(home, 'data'), { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, about: statSync(join(home, 'data', name)) }))
    .map(({ name, about }) => `${name} ${about.size} ${about.mtimeMs}`)
    .sort();

async function withServer<T>(home: string, work: (server: EmbeddedServer) => Promise<T>): Promise<T> {
  const server = await startEmbedded({ home, log });
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

const ask = async (home: string, sql: string) =>
  withServer(home, ({ url }) => withClient(url, async (client) => (await client.query(sql)).rows));

describe('backup and restore', () => {
  const home = join(top, 'state');
  const file = join(top, 'kept', 'earshot.tar.gz');
  const word = async () => (await ask(home, 'SELECT word FROM marker'))[0]?.word;

  it('copies a server that goes on serving and being written to, to one moment', async () => {
    await withServer(home, ({ url }) =>
      withClient(url, async (client) => {
        await client.query(
          `CREATE TABLE marker AS SELECT 'new' AS word; CREATE TABLE left_side (n int); CREATE TABLE right_side (n int)`,
        );
        let written = 0;
        let done = false;
        const writing = (async () => {
          for (; !done; written++) {
            await client.query('BEGIN');
            await client.query('INSERT INTO left_side VALUES ($1)', [written]);
            await client.query('INSERT INTO right_side VALUES ($1)', [written]);
            await client.query('COMMIT');
          }
        })();
        const before = written;
        const backup = await run(home, 'backup', file, '--json');
        done = true;
        await writing;
        expect([backup.code, backup.json.bytes, backup.json.postgres]).toEqual([0, statSync(file).size, 18]);
        expect(written).toBeGreaterThan(before + 10);
      }),
    );
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(join(top, 'kept'))).toEqual(['earshot.tar.gz']);
    const beside = join(top, 'beside');
    expect((await run(beside, 'restore', file)).code).toBe(0);
    const [sides] = await ask(
      beside,
      'SELECT (SELECT count(*) FROM left_side)::int AS l, (SELECT count(*) FROM right_side)::int AS r, (SELECT max(n) FROM left_side) AS top',
    );
    expect(sides).toEqual({ l: sides.top + 1, r: sides.top + 1, top: expect.any(Number) });
    expect(existsSync(join(beside, 'password'))).toBe(true);
  });

  it('overwrites nothing unasked, neither a file nor a database', async () => {
    await ask(home, "UPDATE marker SET word = 'old'");
    const size = statSync(file).size;
    const backup = await run(home, 'backup', file);
    expect([backup.code, statSync(file).size]).toEqual([5, size]);
    expect(backup.stderr).toMatch(/--force/);
    const restore = await run(home, 'restore', file);
    expect(restore.code).toBe(5);
    expect(restore.stderr).toMatch(/--force[\s\S]*EARSHOT_HOME/);
    expect(await word()).toBe('old');
  });

  it('is refused while Earshot runs', async () => {
    await withServer(home, async () => {
      const { code, stderr } = await run(home, 'restore', file, '--force');
      expect([code, stderr]).toEqual([3, expect.stringContaining(`process ${process.pid}`)]);
    });
  });

  const note: BackupNote = {
    format: 'earshot-backup',
    version: 1,
    postgres: 18,
    migrations: [],
    createdAt: '2026-01-01T00:00:00.000Z',
  };
  const link = new Header({
    path: 'out',
    type: 'SymbolicLink',
    linkpath: '/etc',
    size: 0,
    mode: 0o777,
    mtime: new Date(0),
  });
  link.encode();
  const end = Buffer.alloc(1024);

  it.each<[string, number, RegExp, () => Buffer]>([
    ['cut off', 4, /nothing was changed/, () => readFileSync(file).subarray(0, statSync(file).size / 2)],
    [
      'damaged',
      4,
      /nothing was changed/,
      () => {
        const bytes = readFileSync(file);
        bytes[Math.floor(bytes.length / 2)]! ^= 0xff;
        return bytes;
      },
    ],
    [
      'of another Postgres',
      4,
      /Postgres 17.*Postgres 18.*docs\/running\.md/s,
      () => gzipSync(encodeNote({ ...note, postgres: 17 })),
    ],
    [
      'of a newer Earshot',
      4,
      /newer Earshot.*FromTheFuture/s,
      () => gzipSync(encodeNote({ ...note, migrations: ['FromTheFuture'] })),
    ],
    ['without data', 4, /nothing was changed/, () => gzipSync(Buffer.concat([encodeNote(note), end]))],
    [
      'with a way out of its folder',
      4,
      /out \(SymbolicLink\)/,
      () => gzipSync(Buffer.concat([encodeNote(note), link.block!, end])),
    ],
    ['some other archive', 2, /is not a backup/, () => gzipSync(Buffer.concat([link.block!, end]))],
    ['no archive at all', 2, /is not a backup/, () => Buffer.from('what is this?')],
    ['empty', 2, /is not a backup/, () => Buffer.alloc(0)],
  ])('a backup that is %s changes nothing (exit %d)', async (_, expected, message, make) => {
    const bad = join(top, 'bad.tar.gz');
    writeFileSync(bad, make());
    const before = filesOf(home);
    const { code, stderr } = await run(home, 'restore', bad, '--force');
    expect(stderr).toMatch(message);
    expect(code).toBe(expected);
    expect(readdirSync(home).filter((name) => name.startsWith('data'))).toEqual(['data']);
    expect(before.length).toBeGreaterThan(500);
    expect(filesOf(home)).toEqual(before);
  });

  it('is all or nothing, whenever it is killed', async () => {
    const isUnpacking = (state: string) => () => existsSync(join(state, 'data.draft'));
    const timed = join(top, 'timed');
    const options = { env: { EARSHOT_HOME: timed } };
    const whole = runCli(['restore', file], options);
    await waitUntil('a restore under way', isUnpacking(timed));
    const started = performance.now();
    expect((await whole).code).toBe(0);
    const unpacks = performance.now() - started;
    const outcomes: string[] = [];
    const kills = runCount('KILLS', 1);
    for (let kill = 1; kill <= kills; kill++) {
      // The first at once: however busy the machine is, nothing has been put in place by then.
      const killAfter = { isTrue: isUnpacking(home), ms: (unpacks * (kill - 1)) / kills };
      const { code } = await runCli(['restore', file, '--force'], { env: { EARSHOT_HOME: home }, killAfter });
      // One start tells what is there, and makes it the old one again.
      const [{ word: found }] = await ask(home, "UPDATE marker SET word = 'old' RETURNING old.word");
      expect(['old', 'new']).toContain(found);
      outcomes.push(`${code ?? 'killed'} ${found}`);
      expect(readdirSync(home).filter((name) => name.startsWith('data'))).toEqual(['data']);
    }
    expect(outcomes).toContain('killed old');
    expect((await run(home, 'restore', file, '--force')).code).toBe(0);
    expect(await word()).toBe('new');
  });

  it('leaves no half file when a backup is killed, and the server unharmed', async () => {
    const target = join(top, 'killed.tar.gz');
    await withServer(home, async ({ url }) => {
      const options = {
        env: { EARSHOT_HOME: home },
        killAfter: { isTrue: () => existsSync(`${target}.part`), ms: 50 },
      };
      await runCli(['backup', target], options);
      if (existsSync(target)) expect((await run(join(top, 'after-kill'), 'restore', target)).code).toBe(0);
      await withClient(url, (client) => client.query('INSERT INTO left_side VALUES (-1)'));
      expect((await run(home, 'backup', target, '--force')).code).toBe(0);
      expect(existsSync(`${target}.part`)).toBe(false);
    });
  });

  it('says what cannot be: no database yet, one of another version, one of somebody else', async () => {
    const none = await run(join(top, 'none'), 'backup', join(top, 'none.tar.gz'));
    expect([none.code, existsSync(join(top, 'none')), existsSync(join(top, 'none.tar.gz'))]).toEqual([4, false, false]);
    expect(none.stderr).toMatch(/no database .* yet/);
    const folder = await run(home, 'backup', '/dev/null/backup.tar.gz');
    expect([folder.code, folder.stderr]).toEqual([2, expect.stringMatching(/cannot be written/)]);
    writeFileSync(join(home, 'data', 'PG_VERSION'), '17\n');
    const other = await run(home, 'backup', join(top, 'other.tar.gz'));
    expect([other.code, other.stderr]).toEqual([
      4,
      expect.stringMatching(/Postgres 17.*Postgres 18.*DATABASE_URL.*docs\/running\.md/s),
    ]);
    for (const command of ['backup', 'restore']) {
      const yours = await runCli([command, file], { env: { DATABASE_URL: 'postgres://me@127.0.0.1:1/mine' } });
      expect([yours.code, yours.stderr]).toEqual([2, expect.stringMatching(/pg_(dump|restore)/)]);
    }
    expect(findPostmaster(join(home, 'data'))).toBeNull();
  });
});

describe('changing one data directory for another', () => {
  const present = (home: string) =>
    Object.fromEntries(
      readdirSync(home)
        .filter((name) => name.startsWith('data'))
        .map((name) => [name, readdirSync(join(home, name))[0]]),
    );

  /** Folders as a kill leaves them, each with one file that names it. */
  function lay(name: string, ...folders: [string, string][]): string {
    const home = join(top, name);
    for (const [folder, content] of folders) {
      mkdirSync(join(home, folder), { recursive: true });
      writeFileSync(join(home, folder, content), '');
    }
    return home;
  }

  it('puts the draft into the place of the data', () => {
    const home = lay('change', ['data', 'old'], ['data.draft', 'new']);
    replaceData(layOut(home));
    expect(present(home)).toEqual({ data: 'new' });
  });

  it.each<[string, [string, string][], Record<string, string>]>([
    ['nothing begun', [['data', 'old']], { data: 'old' }],
    [
      'killed while unpacking',
      [
        ['data', 'old'],
        ['data.draft', 'half'],
      ],
      { data: 'old' },
    ],
    [
      'killed before the old was taken out',
      [
        ['data', 'old'],
        ['data.ready', 'new'],
      ],
      { data: 'old' },
    ],
    [
      'killed between the renames',
      [
        ['data.previous', 'old'],
        ['data.ready', 'new'],
      ],
      { data: 'new' },
    ],
    [
      'killed before the old was deleted',
      [
        ['data', 'new'],
        ['data.previous', 'old'],
      ],
      { data: 'new' },
    ],
    ['killed in a folder without a database', [['data.ready', 'new']], { data: 'new' }],
    ['killed while making the first database', [['data.draft', 'half']], {}],
  ])('%s: the next start finds one whole database', (name, folders, expected) => {
    const home = lay(name.replaceAll(' ', '-'), ...folders);
    settleReplacement(layOut(home));
    expect(present(home)).toEqual(expected);
  });
});
