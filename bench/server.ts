import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { startEmbedded } from '../src/platform/embedded/embedded';

/** Runs `work` with the address of an embedded Postgres in a folder of its own, which goes afterwards. Where it need not be `durable`, it does not wait for the disk. */
export async function withServer(durable: boolean, work: (url: string) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  // Postgres runs as another user where this runs as root.
  chmodSync(home, 0o755);
  try {
    const server = await startEmbedded({ home, log: pino({ level: 'silent' }), durable });
    try {
      await work(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
