import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pino from 'pino';
import { x as unpack } from 'tar';
import { openBaseBackup } from '../../src/platform/database/base-backup';
import { type EmbeddedServer, startEmbedded } from '../../src/platform/embedded/embedded';
import { accountFor, layOut } from '../../src/platform/embedded/state-folder';

const log = pino({ level: 'silent' });

export interface Pair {
  readonly primary: EmbeddedServer;
  readonly standby: EmbeddedServer;
  close(): Promise<void>;
}

const makeHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'earshot-pair-'));
  // Postgres runs as another user when the tests run as root.
  chmodSync(home, 0o755);
  return home;
};

/** Two servers, the second of which follows the first by streaming replication. `prepare` fills the first before it is copied. */
export async function startPair(prepare: (url: string) => Promise<unknown>): Promise<Pair> {
  const [first, second] = [makeHome(), makeHome()];
  const primary = await startEmbedded({ home: first, log });
  await prepare(primary.url);
  const account = accountFor(layOut(first));
  const folder = layOut(second);
  mkdirSync(folder.data, { mode: 0o700 });
  await pipeline(await openBaseBackup(primary.url), unpack({ cwd: folder.data, preserveOwner: false, ...account }));
  copyFileSync(layOut(first).password, folder.password);
  writeFileSync(join(folder.data, 'standby.signal'), '');
  const { hostname, port, username, password } = new URL(primary.url);
  const follow = `host=${hostname} port=${port} user=${username} password=${password}`;
  writeFileSync(
    join(folder.data, 'postgresql.auto.conf'),
    `primary_conninfo = '${follow}'\nwal_retrieve_retry_interval = '100ms'\n`,
  );
  if (account) {
    for (const path of [folder.data, join(folder.data, 'standby.signal'), join(folder.data, 'postgresql.auto.conf')]) {
      chownSync(path, account.uid, account.gid);
    }
  }
  const standby = await startEmbedded({ home: second, log });
  return {
    primary,
    standby,
    async close() {
      await standby.stop();
      await primary.stop();
      for (const home of [first, second]) rmSync(home, { recursive: true, force: true });
    },
  };
}
