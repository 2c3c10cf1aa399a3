// Bundles the explorer page with everything that it needs, so that it works with no internet. Called by `npm run build`.
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = process.argv[2] ?? join(root, 'dist', 'explorer');
/** For `npm run dev`: the page loads itself again when a new server has started. */
const reloads = process.argv.includes('--reloads');

/** The operations that are examples, tests and tabs at once; `name.variables.json` beside one holds its variables. */
async function readExamples() {
  const operations = join(root, 'schema', 'operations');
  const names = await readdir(operations).catch(() => []);
  // The first question comes first; the rest by name.
  const rank = (name) => (name.startsWith('first-question-nested') ? 0 : name.startsWith('first-question') ? 1 : 2);
  const queries = names
    .filter((name) => name.endsWith('.graphql'))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Promise.all(
    queries.map(async (name) => ({
      query: await readFile(join(operations, name), 'utf8'),
      variables: await readFile(join(operations, name.replace(/graphql$/, 'variables.json')), 'utf8').catch(() => null),
    })),
  );
}

// Names carry hashes, so files of earlier builds would pile up, and the server would not know which is meant.
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await build({
  entryPoints: [join(root, 'explorer', 'main.tsx')],
  outdir: folder,
  entryNames: 'explorer-[hash]',
  chunkNames: 'part-[hash]',
  assetNames: 'asset-[hash]',
  bundle: true,
  minify: true,
  // The editor's parts for variables, hints and search load after the page shows.
  splitting: true,
  format: 'esm',
  jsx: 'automatic',
  target: 'es2022',
  legalComments: 'external',
  define: {
    EXAMPLES: JSON.stringify(await readExamples()),
    RELOADS: String(reloads),
    'process.env.NODE_ENV': '"production"',
  },
  logLevel: 'warning',
});
await copyFile(join(root, 'explorer', 'icon.svg'), join(folder, 'icon.svg'));
