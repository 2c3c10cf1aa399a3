// npm run bench:builds -- OTHER: this build and another checkout's (built there) answer the same questions in turn. What is printed is
// the median of the quotients of rounds that lie side by side, of requests per second and of the server's CPU time per request.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { cpuOf } from './cpu.mjs';
import { openServer } from './data.mjs';
import { makeRequest, runLoad } from './load.mjs';
import { SCENARIOS } from './scenarios.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '7' },
    connections: { type: 'string', default: '32' },
    utterances: { type: 'string', default: '100000' },
    scenario: { type: 'string', multiple: true, default: ['first', 'lookup'] },
    // Where the order of an answer has been changed on purpose between the two.
    'in-any-order': { type: 'boolean', default: false },
  },
});
const say = (text) => process.stderr.write(`${text}\n`);
const folders = { new: process.cwd(), old: resolve(positionals[0] ?? '') };
for (const folder of Object.values(folders)) {
  if (positionals[0] && existsSync(join(folder, 'dist', 'src', 'main.js'))) continue;
  say(
    `${folder} has no build. Name a checkout in which \`npm ci && npm run build\` has run: npm run bench:builds -- OTHER`,
  );
  process.exit(2);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function start(folder, databaseUrl) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: '0', NODE_ENV: 'production' };
  const child = spawn(process.execPath, [join(folder, 'dist', 'src', 'main.js'), 'serve'], {
    env,
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolveStart, reject) => {
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const url = /(http:\S+\/graphql)/.exec(out)?.[1];
      if (url) resolveStart({ url, child, stop: () => stop(child) });
    });
    child.once('exit', (code) => reject(new Error(`the server of ${folder} ended with ${code}`)));
  });
}

const stop = (child) =>
  new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.once('exit', done);
    child.kill('SIGTERM');
  });

async function ask(url, body) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()).data;
}

/** Lists by their content, without their cursors, where an order differs. */
function isSame(one, other) {
  if (!options['in-any-order']) return isDeepStrictEqual(one, other);
  return isDeepStrictEqual(sorted(one), sorted(other));
}

function sorted(value) {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(sorted(item))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, /cursor$/i.test(key) ? null : sorted(inner)]),
  );
}

async function measure(servers, scenario, sets) {
  const bodies = sets.map((set) => scenario.earshot(set));
  for (const body of bodies) {
    const [one, other] = await Promise.all(servers.map(({ url }) => ask(url, body)));
    if (!one || !isSame(one, other)) throw new Error(`${scenario.name}: the builds answer differently`);
  }
  const load = { connections: Number(options.connections), seconds: Number(options.seconds) };
  const requests = servers.map(({ url }) => bodies.map((body) => makeRequest(url, body)));
  for (const [i, { url }] of servers.entries()) await runLoad(url, requests[i], { ...load, seconds: 2 });
  const rounds = [];
  for (let round = 0; round < Number(options.rounds); round++) {
    const figures = [];
    // Who begins changes from round to round, so that neither always meets the colder machine.
    for (const i of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const { url, child } = servers[i];
      const before = cpuOf([child.pid]);
      const { count, perSecond } = await runLoad(url, requests[i], load);
      figures[i] = { perSecond, cpu: (cpuOf([child.pid]) - before) / count };
    }
    rounds.push(figures);
  }
  return {
    name: scenario.name,
    perSecond: [0, 1].map((i) => Math.round(median(rounds.map((figures) => figures[i].perSecond)))),
    ratio: Number(median(rounds.map(([mine, other]) => mine.perSecond / other.perSecond)).toFixed(3)),
    cpuRatio: Number(median(rounds.map(([mine, other]) => mine.cpu / other.cpu)).toFixed(3)),
    rounds: rounds.map(([mine, other]) => Number((mine.perSecond / other.perSecond).toFixed(3))),
  };
}

const home = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
// Postgres runs as another user where this runs as root.
chmodSync(home, 0o755);
const server = await openServer(home);
const running = [];
const databases = [];
try {
  for (const folder of [folders.new, folders.old]) {
    say(`Filling a database for ${folder}…`);
    // Each build migrates and fills its own: the schemas may differ.
    const { makeDatabase } = await import(pathToFileURL(join(folder, 'bench', 'data.mjs')).href);
    databases.push(await makeDatabase(server.url, Number(options.utterances)));
    running.push(await start(folder, databases.at(-1).url));
  }
  const results = [];
  for (const scenario of SCENARIOS.filter(({ name }) => options.scenario.includes(name))) {
    say(`${scenario.title}…`);
    results.push(await measure(running, scenario, await scenario.sets(databases[0].url)));
  }
  if (options.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  else {
    for (const { name, perSecond, ratio, cpuRatio, rounds } of results) {
      process.stdout.write(
        `${name}: ${ratio} times the requests per second (${perSecond.join(' and ')}; rounds ${rounds.join(' ')}), ${cpuRatio} times the CPU time each\n`,
      );
    }
  }
} finally {
  await Promise.all(running.map((each) => each.stop()));
  for (const database of databases) await database.drop();
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}
