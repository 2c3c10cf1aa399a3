import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withServer } from './server';
import { type Build, openBuild } from './store/build';
import { fill } from './store/fill';
import { explainPages, measurePages } from './store/pages';
import { measureSearches } from './store/searches';
import { measureSize } from './store/size';
import { SHAPES, type Shape } from './store/world';

/**
 * What is stored and how fast it is found again: `npm run bench:store [-- OLDER] [--shape wide|deep] [--utterances 100000] [--larger 1000000] [--keep] [--json]`. OLDER is another
 * checkout in which `npm ci && npm run build` has run: both store the same documents in turn. `--larger`: this build stores so many as well, and is asked the same
 * of both. `--explain` prints the plans of the largest, `--filled URL` and `--filled-larger URL` take databases that an earlier run has kept.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shape: { type: 'string', multiple: true, default: ['wide', 'deep'] },
    utterances: { type: 'string', default: '100000' },
    larger: { type: 'string' },
    filled: { type: 'string' },
    'filled-larger': { type: 'string' },
    explain: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const folders = [resolve('.'), ...positionals.map((folder) => resolve(folder))];
  for (const folder of folders)
    if (!existsSync(join(folder, 'dist/src/main.js')))
      throw new Error(`${folder} has no build: npm ci && npm run build`);
  const measure = async (url: string): Promise<void> => {
    for (const shape of SHAPES.filter(({ name }) => options.shape.includes(name))) {
      const report = { shape: shape.name, ...(await measureShape(folders, url, shape)) };
      process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${JSON.stringify(report, null, 2)}\n`);
    }
    process.stderr.write(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}\n`);
  };
  const given = process.env.DATABASE_URL;
  await (given ? measure(given) : withServer(false, measure));
}

async function measureShape(folders: readonly string[], server: string, shape: Shape) {
  const utterances = Number(options.utterances);
  const builds: Build[] = [];
  for (const folder of folders) builds.push(await openBuild(folder, server, options.filled));
  const stored = options.filled ? null : await fill(builds, shape, utterances);
  const sizes = [];
  for (const build of builds) sizes.push(await measureSize(build.url, utterances));
  const pages = await measurePages(builds, builds.length > 1);
  const largest = options.larger ? await openBuild(folders[0] as string, server, options['filled-larger']) : builds[0]!;
  const larger = options.larger ? await measureLarger(builds[0]!, largest, shape, Number(options.larger)) : null;
  const searches = await measureSearches(largest, shape);
  const plans = options.explain ? await explainPages(largest) : null;
  for (const build of new Set([...builds, largest])) await build.close(options.keep);
  return { utterances, stored, sizes, pages, larger, searches, plans };
}

/** The same questions of few and of many utterances in turn: a ratio of 1 is level. */
async function measureLarger(small: Build, large: Build, shape: Shape, utterances: number) {
  const stored = options['filled-larger'] ? null : await fill([large], shape, utterances);
  const size = await measureSize(large.url, utterances);
  return { utterances, stored, size, pages: await measurePages([small, large], false) };
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
