import 'reflect-metadata';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { startEmbedded } from '../../src/platform/embedded/embedded';
import { isAlive } from '../../src/platform/process-identity';
import { prepareTemplates } from './template';

declare global {
  var earshotTestServer: { stop(): Promise<void>; home: string | null } | undefined;
}

/** One Postgres for the whole run: the one of DATABASE_URL, else an embedded one that gives up crash safety for speed. */
export default async function setUp(): Promise<void> {
  const log = pino({ level: 'warn' });
  let url = process.env.DATABASE_URL;
  if (url) {
    globalThis.earshotTestServer = { stop: async () => {}, home: null };
  } else {
    const home = makeHome(roomyFolder());
    // Postgres runs as another user when the tests run as root.
    chmodSync(home, 0o755);
    const server = await startEmbedded({ home, log, durable: false });
    globalThis.earshotTestServer = { stop: () => server.stop(), home };
    url = server.url;
    process.env.EARSHOT_TEST_CLONE = 'STRATEGY FILE_COPY';
  }
  process.env.EARSHOT_TEST_SERVER = url;
  await prepareTemplates(url, log);
}

const HOME = 'earshot-test-';

/** Named after this process, so that what a run that was killed has left takes nobody's memory for long. */
function makeHome(folder: string): string {
  for (const name of readdirSync(folder)) {
    const owner = name.match(`^${HOME}(\\d+)-`)?.[1];
    if (owner && !isAlive(Number(owner))) rmSync(join(folder, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(folder, `${HOME}${process.pid}-`));
}

const MEMORY = '/dev/shm';
const PLENTY = 8 * 1024 ** 3;

/** In memory where there is plenty of it: databases are made and dropped by the hundred, and none has to outlive the run. */
function roomyFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    const mount = readFileSync('/proc/mounts', 'utf8').match(/^\S+ \/dev\/shm tmpfs (\S+)/m)?.[1];
    // Postgres is run from there as well.
    const mayRun = mount !== undefined && !mount.split(',').includes('noexec');
    if (mayRun && Math.min(bavail * bsize, freemem()) > PLENTY) return MEMORY;
  } catch {
    // Only Linux has it.
  }
  return tmpdir();
}
