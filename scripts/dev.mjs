// npm run dev: serves from the sources, and again after every change of them; the embedded database stays up meanwhile, and the explorer
// reloads by itself. Types are checked beside it: what does not compile is told, and served all the same if it runs.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';
import { watch } from 'chokidar';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
/** Editors write a file in several steps. */
const SETTLE_MS = 60;
const say = (text) => process.stderr.write(`dev: ${text}\n`);
const run = (name, args) => spawnSync(name, args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0;
const bundleExplorer = () =>
  run(process.execPath, [join(root, 'scripts', 'build-explorer.mjs'), join(root, 'dist', 'explorer'), '--reloads']);

process.chdir(root);
if (!run(join(root, 'node_modules', '.bin', 'tsc'), ['-p', 'tsconfig.build.json'])) say('types are wrong, see above');
bundleExplorer();
const database = await openDatabase();

/** One for all servers to come, so that none has to wait for Postgres. */
async function openDatabase() {
  const { readConfig, readEnvironment } = require(join(root, 'dist', 'src', 'platform', 'config.js'));
  const { createLog } = require(join(root, 'dist', 'src', 'platform', 'log.js'));
  const { openDatabase: open } = require(join(root, 'dist', 'src', 'platform', 'database', 'open-database.js'));
  const config = readConfig(readEnvironment(root));
  return open(config, createLog(config));
}

let server = null;
let serving = Promise.resolve();
let isEnding = false;

function serve() {
  const args = ['--enable-source-maps', join(root, 'dist', 'src', 'main.js'), 'serve'];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { NODE_ENV: 'development', ...process.env, DATABASE_URL: database.url },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  server = child;
  child.once('exit', (code) => {
    if (server === child && !isEnding && code)
      say(`the server has ended with ${code}; it starts again with the next change`);
  });
}

async function stopServer() {
  const child = server;
  server = null;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  // As Ctrl-C does it: without the seconds that balancers are given.
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGKILL'), 1_000);
  await ended;
  clearTimeout(late);
}

let checker = null;

/** The newest state only. */
function checkTypes() {
  checker?.kill();
  checker = spawn(join(root, 'node_modules', '.bin', 'tsc'), ['-p', 'tsconfig.build.json', '--noEmit'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
}

/** Where the build puts a source; null for what is none. */
const builtPath = (file) =>
  /^(src|migrations)\/.*(?<!\.d)\.ts$/.test(file) ? join(root, 'dist', file.replace(/\.ts$/, '.js')) : null;

async function translate(file) {
  const target = builtPath(file);
  if (!target) return;
  const { code } = await transformFile(join(root, file));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
}

const changed = new Set();
const gone = new Set();
let timer = null;

async function renew() {
  const started = performance.now();
  const files = [...changed.values()];
  const removed = [...gone.values()];
  changed.clear();
  gone.clear();
  try {
    await Promise.all(files.map(translate));
  } catch (error) {
    say(`${error.message}\nthe server of before goes on`);
    return;
  }
  for (const target of removed.map(builtPath)) if (target) rmSync(target, { force: true });
  if ([...files, ...removed].some((file) => /^(explorer|schema\/operations)\//.test(file)) && !bundleExplorer()) return;
  await stopServer();
  if (isEnding) return;
  serve();
  checkTypes();
  const names = [...files, ...removed].slice(0, 3).join(', ');
  say(`${names} changed: a new server is starting after ${Math.round(performance.now() - started)} ms`);
}

function note(set, other) {
  return (path) => {
    const file = relative(root, path);
    set.add(file);
    other.delete(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      serving = serving.then(renew);
    }, SETTLE_MS);
  };
}

serve();
watch(
  ['src', 'migrations', 'lexicon', 'explorer', 'schema/operations', 'schema/sample'].map((folder) =>
    join(root, folder),
  ),
  {
    ignoreInitial: true,
  },
)
  .on('add', note(changed, gone))
  .on('change', note(changed, gone))
  .on('unlink', note(gone, changed));
say('watching src, migrations, lexicon, explorer, schema; stop with Ctrl-C');

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    isEnding = true;
    checker?.kill();
    await stopServer();
    await database.stop();
    process.exit(0);
  });
}
database.ended.then(() => {
  if (isEnding) return;
  say('the embedded Postgres has ended');
  process.exit(1);
});
