import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '../../src/platform/database/session';
import { findEmbedded, startEmbedded } from '../../src/platform/embedded/embedded';
import { findPostmaster } from '../../src/platform/embedded/postmaster-file';
import { createLog } from '../../src/platform/log';
import { isAlive } from '../../src/platform/process-identity';

const log = createLog({ logLevel: 'silent' });

describe('the embedded Postgres', () => {
  // Under /tmp: where root runs the tests, another user has to reach it.
  const top = mkdtempSync('/tmp/earshot-embedded-');
  chmodSync(top, 0o755);
  const home = join(top, 'state');
  const data = join(home, 'data');
  const bystanders: ChildProcess[] = [];

  afterAll(() => {
    for (const child of bystanders) child.kill('SIGKILL');
    rmSync(top, { recursive: true, force: true });
  });

  it('starts, keeps its password to itself, and stops without leaving a process', async () => {
    const server = await startEmbedded({ home, log });
    const pid = findPostmaster(data)!.pid;
    await withClient(server.url, (client) => client.query('CREATE TABLE kept AS SELECT 1 AS value'));
    expect(statSync(join(home, 'password')).mode & 0o077).toBe(0);
    expect(findEmbedded(home)).toBe(server.url);
    await server.stop();
    expect(isAlive(pid)).toBe(false);
    expect(findEmbedded(home)).toBeNull();
  });

  it('tells a second start who holds the folder and how to run beside it', async () => {
    const server = await startEmbedded({ home, log });
    const second = startEmbedded({ home, log });
    await expect(second).rejects.toThrow(new RegExp(`process ${process.pid}.*EARSHOT_HOME=.*PORT=`, 's'));
    await server.stop();
  });

  it('recovers after kill -9 of the database with nothing lost', async () => {
    const first = await startEmbedded({ home, log });
    await withClient(first.url, (client) => client.query('INSERT INTO kept VALUES (2)'));
    process.kill(findPostmaster(data)!.pid, 'SIGKILL');
    await first.ended;
    await first.stop();
    const second = await startEmbedded({ home, log });
    const { rows } = await withClient(second.url, (client) => client.query('SELECT value FROM kept ORDER BY value'));
    expect(rows).toEqual([{ value: 1 }, { value: 2 }]);
    await second.stop();
  });

  it('starts although the number in a stale postmaster.pid belongs to a stranger now', async () => {
    const stranger = spawn('sleep', ['60']);
    bystanders.push(stranger);
    writeFileSync(join(data, 'postmaster.pid'), `${stranger.pid}\n${data}\n0\n5432\n\n127.0.0.1\n\nready\n`);
    const server = await startEmbedded({ home, log });
    expect(findPostmaster(data)!.pid).not.toBe(stranger.pid);
    await server.stop();
  });

  it('refuses the data of another major version and names the ways out', async () => {
    writeFileSync(join(data, 'PG_VERSION'), '17\n');
    await expect(startEmbedded({ home, log })).rejects.toThrow(/Postgres 17.*Postgres 18.*EARSHOT_HOME.*DATABASE_URL/s);
  });
});
