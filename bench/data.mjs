// The data that all contestants answer from: one made-up database, the same at every run.
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import pg from 'pg';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const built = (path) => require(join(ROOT, 'dist', 'src', path));

/** The tests' maker of synthetic rows, translated on the spot: the build leaves tests out. */
async function readMaker() {
  const outfile = join(ROOT, 'dist', 'bench', 'synthetic.mjs');
  mkdirSync(dirname(outfile), { recursive: true });
  const { outputFiles } = buildSync({
    entryPoints: [join(ROOT, 'test', 'support', 'synthetic.ts')],
    format: 'esm',
    bundle: true,
    packages: 'external',
    platform: 'node',
    write: false,
  });
  writeFileSync(outfile, outputFiles[0].text);
  return import(pathToFileURL(outfile).href);
}

/** A server to work on: that of DATABASE_URL, else an embedded one in `home`. */
export async function openServer(home) {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const log = require('pino')({ level: 'silent' });
  return built('platform/embedded/embedded').startEmbedded({ home, log, durable: false });
}

/** A database of this run's own, migrated and filled; `drop` takes it away. */
export async function makeDatabase(server, utterances) {
  const name = `earshot_bench_${randomBytes(4).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const log = require('pino')({ level: 'silent' });
  await built('platform/database/migrate').migrate(url.href, log);
  await built('ingest/catalogue').syncCatalogue(url.href);
  const { fillSynthetic } = await readMaker();
  await fillSynthetic(url.href, {
    companies: 100,
    people: 2_000,
    quartersEach: 16,
    utterances,
    textLength: 240,
    executivesSpeak: true,
    areOpen: true,
  });
  await onServer(url.href, 'VACUUM ANALYZE');
  return { url: url.href, drop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

export async function onServer(url, sql, values) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}
