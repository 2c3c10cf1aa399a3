// npm run bench:overload: as much as the server can answer, then twice that, in turn. What it still answers in time of the doubled load is
// its goodput; the rest has to be refused at once. Then memory over a long run of mixed queries. The server has one core for itself; the load
// and Postgres share another.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeDatabase, openServer } from './data.mjs';
import { makeRequest } from './load.mjs';
import { Crowd } from './offered-load.mjs';
import { SCENARIOS } from './scenarios.mjs';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
    sockets: { type: 'string', default: '600' },
    queries: { type: 'string', default: '45000' },
    utterances: { type: 'string', default: '100000' },
    scenario: { type: 'string', multiple: true },
  },
});
const [seconds, rounds, sockets, queries] = ['seconds', 'rounds', 'sockets', 'queries'].map((n) => Number(options[n]));
/** What is asked of the run. */
const LEAST_GOODPUT = 0.85;
/** p99 of refusals, ms: beside a core that is busy with answers. */
const AT_ONCE = 500;
/** The last third of a long run may need so many times the memory of the middle one. */
const MOST_GROWTH = 1.15;
/** Numbers of clients that are tried for the peak: each asks again as soon as it is answered. */
const CROWDS = [16, 32, 64];
const say = (text) => process.stderr.write(`${text}\n`);

// This process, and Postgres with it, on the second core: affinity is inherited.
const canPin = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;
if (canPin && !process.env.EARSHOT_BENCH_PINNED) {
  const args = ['-c', '1', process.execPath, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const { status } = spawnSync('taskset', args, {
    stdio: 'inherit',
    env: { ...process.env, EARSHOT_BENCH_PINNED: '1' },
  });
  process.exit(status ?? 1);
}

function startServer(databaseUrl) {
  const main = fileURLToPath(new URL('../dist/src/main.js', import.meta.url));
  const command = [...(canPin ? ['taskset', '-c', '0'] : []), process.execPath, main, 'serve', '--json'];
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: '0', NODE_ENV: 'production' };
  const child = spawn(command[0], command.slice(1), { env, cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (out.includes('\n')) resolve({ child, ...JSON.parse(out) });
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

/** MB that a process holds. */
const memoryOf = (pid) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measureGoodput(url, requests) {
  let best = { clients: 0, perSecond: 0 };
  for (const clients of CROWDS) {
    const { good } = await run(url, requests, clients, (crowd) => crowd.askAlways(seconds / 2));
    if (good / (seconds / 2) > best.perSecond) best = { clients, perSecond: good / (seconds / 2) };
  }
  const lines = [];
  for (let round = 1; round <= rounds; round++) {
    const peak = await run(url, requests, best.clients, (crowd) => crowd.askAlways(seconds));
    const rate = (2 * peak.good) / seconds;
    const twice = await run(url, requests, sockets, (crowd) => crowd.askAtRate(rate, seconds));
    lines.push({
      round,
      peak: Math.round(peak.good / seconds),
      offered: Math.round(rate),
      ratio: twice.good / peak.good,
      twice,
    });
    say(describeRound(lines.at(-1)));
  }
  return lines;
}

const describeRound = ({ round, peak, offered, ratio, twice }) =>
  `round ${round}: peak ${peak}/s; of ${offered}/s offered over ${sockets} sockets ${Math.round(twice.good / seconds)}/s answered ` +
  `(goodput ${ratio.toFixed(2)}, p99 ${twice.goodP99} ms), ${twice.refused} refused (p50 ${twice.refusedP50} ms, p99 ${twice.refusedP99} ms), ` +
  `${twice.unsent} found no free socket, ${twice.bad} otherwise${twice.bad ? `: ${twice.badKinds}` : ''}`;

async function run(url, requests, clients, ask) {
  const crowd = await Crowd.connect(url, requests, clients);
  try {
    return await ask(crowd);
  } finally {
    crowd.close();
  }
}

/** Memory after each tenth of the queries. */
async function measureMemory({ url, pid }, requests) {
  const samples = [memoryOf(pid)];
  for (let tenth = 0; tenth < 10; tenth++) {
    const { bad } = await run(url, requests, 32, (crowd) => crowd.askCount(queries / 10));
    if (bad > 0) throw new Error(`${bad} of the mixed queries were not answered`);
    samples.push(memoryOf(pid));
  }
  return samples;
}

const home = mkdtempSync(join(tmpdir(), 'earshot-overload-'));
// Postgres runs as another user where this runs as root.
chmodSync(home, 0o755);
const postgres = await openServer(home);
let server = null;
let database = null;
try {
  say(`Loading ${options.utterances} utterances…`);
  database = await makeDatabase(postgres.url, Number(options.utterances));
  server = await startServer(database.url);
  const wanted = SCENARIOS.filter(({ name }) => !options.scenario || options.scenario.includes(name));
  const bodies = [];
  for (const scenario of wanted) bodies.push((await scenario.sets(database.url)).slice(0, 60).map(scenario.earshot));
  // In turn, one of each kind: every stretch of the run has the same mix.
  const mixed = bodies[0].flatMap((_, n) => bodies.map((kind) => kind[n % kind.length]));
  const requests = mixed.map((body) => makeRequest(server.url, body));
  await run(server.url, requests, 32, (crowd) => crowd.askAlways(3));
  const lines = await measureGoodput(server.url, requests);
  const memory = await measureMemory(server, requests);
  const goodput = median(lines.map(({ ratio }) => ratio));
  const [middle, late] = [memory.slice(4, 7), memory.slice(-4)].map((part) => Math.max(...part));
  const faults = [];
  if (goodput < LEAST_GOODPUT) faults.push(`goodput ${goodput.toFixed(2)} is below ${LEAST_GOODPUT}`);
  if (lines.some(({ twice }) => twice.bad > 0)) faults.push('some got neither an answer nor 503 or 429');
  if (lines.some(({ twice }) => twice.refusedP99 > AT_ONCE)) faults.push(`refusals took longer than ${AT_ONCE} ms`);
  if (late > middle * MOST_GROWTH) faults.push(`memory grows: ${middle} MB, then ${late} MB`);
  const heading = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, ${canPin ? 'a core for the server, one for load and Postgres' : 'NOT pinned to cores'}, load average ${loadavg()[0].toFixed(1)} at the end`;
  if (options.json) console.log(JSON.stringify({ heading, goodput, rounds: lines, memory, faults }, null, 2));
  else {
    console.log(`${heading}\n\n${lines.map(describeRound).join('\n')}\n`);
    console.log(`goodput ${goodput.toFixed(2)} (median of ${rounds}; at least ${LEAST_GOODPUT})`);
    console.log(`memory over ${queries} mixed queries, MB: ${memory.join(' ')}`);
    console.log(faults.length === 0 ? 'all as it should be' : faults.map((fault) => `NOT: ${fault}`).join('\n'));
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  server?.child.kill('SIGTERM');
  await new Promise((resolve) => (server ? server.child.once('exit', resolve) : resolve()));
  await database?.drop();
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
}
