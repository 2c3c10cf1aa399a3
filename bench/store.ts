import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Build, openBuild } from './store/build';
import { fill } from './store/fill';
import { measurePages } from './store/pages';
import { measureSearches } from './store/searches';
import { measureSize } from './store/size';
import { SHAPES } from './store/world';

/**
 * What is stored and how fast it is found again: `npm run bench:store [-- OLDER] [--shape wide|deep] [--utterances 100000] [--keep] [--json]`. OLDER is another
 * checkout in which `npm ci && npm run build` has run: both store the same documents in turn.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shape: { type: 'string', multiple: true, default: ['wide', 'deep'] },
    utterances: { type: 'string', default: '100000' },
    keep: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const folders = [resolve('.'), ...positionals.map((folder) => resolve(folder))];
  for (const folder of folders)
    if (!existsSync(join(folder, 'dist/src/main.js')))
      throw new Error(`${folder} has no build: npm ci && npm run build`);
  const home = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  // Postgres runs as another user where this runs as root.
  chmodSync(home, 0o755);
  const server = await openServer(home);
  try {
    for (const shape of SHAPES.filter(({ name }) => options.shape.includes(name))) {
      const builds: Build[] = [];
      for (const folder of folders) builds.push(await openBuild(folder, server.url));
      const stored = await fill(builds, shape, Number(options.utterances));
      const sizes = [];
      for (const build of builds) sizes.push(await measureSize(build.url, Number(options.utterances)));
      const pages = await measurePages(builds, shape);
      const searches = await measureSearches(builds[0] as Build, shape);
      const report = { shape: shape.name, utterances: Number(options.utterances), stored, sizes, pages, searches };
      process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${JSON.stringify(report, null, 2)}\n`);
      for (const build of builds) await build.close(options.keep);
    }
    process.stderr.write(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}\n`);
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function openServer(home: string): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const { startEmbedded } = require('../dist/src/platform/embedded/embedded');
  return startEmbedded({ home, log: require('pino')({ level: 'silent' }), durable: false });
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
