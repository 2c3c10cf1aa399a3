import 'reflect-metadata';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { startEmbedded } from '../../src/platform/embedded/embedded';
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
    const home = mkdtempSync(join(tmpdir(), 'earshot-test-'));
    // Postgres runs as another user when the tests run as root.
    chmodSync(home, 0o755);
    const server = await startEmbedded({ home, log, durable: false });
    globalThis.earshotTestServer = { stop: () => server.stop(), home };
    url = server.url;
  }
  process.env.EARSHOT_TEST_SERVER = url;
  await prepareTemplates(url, log);
}
