// npm run bench: Earshot, hand-written SQL and PostGraphile 5 answer the same questions from the same rows, in one run and in turn.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { findNode, NAMES, startContestant } from './contestants.mjs';
import { cpuOf } from './cpu.mjs';
import { makeDatabase, onServer, openServer } from './data.mjs';
import { makeRequest, runLoad } from './load.mjs';
import { SCENARIOS } from './scenarios.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '32' },
    utterances: { type: 'string', default: '100000' },
    scenario: { type: 'string', multiple: true },
    only: { type: 'string', multiple: true },
    /** A database made by an earlier run, instead of a new one. */
    database: { type: 'string' },
    save: { type: 'string' },
  },
});
const say = (text) => process.stderr.write(`${text}\n`);

const wanted = SCENARIOS.filter(({ name }) => !options.scenario || options.scenario.includes(name));
const names = NAMES.filter((name) => !options.only || options.only.includes(name));
if (names.includes('postgraphile') && !existsSync(join(HERE, 'node_modules', 'postgraphile'))) {
  say('PostGraphile is not there: run `npm ci` in bench/ first, or leave it out with --only earshot --only sql.');
  process.exit(1);
}
if (!existsSync(join(HERE, '..', 'dist', 'src', 'main.js'))) {
  say('There is no build: run `npm run bench`, which makes one.');
  process.exit(1);
}

const bodyFor = (name, scenario, set) =>
  name === 'sql' ? { question: scenario.name, variables: set } : scenario[name](set);

async function ask(contestant, body) {
  const response = await fetch(contestant.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({ errors: [{ message: `status ${response.status}` }] }));
  if (answer.errors) throw new Error(`${contestant.name}: ${JSON.stringify(answer.errors).slice(0, 600)}`);
  return answer.data;
}

/** Before speed comes truth: every set of variables has the same answer from everybody, and not an empty one. */
async function compareAnswers(contestants, scenario, sets) {
  let bytes = 0;
  for (const set of sets) {
    let expected;
    for (const contestant of contestants) {
      const data = await ask(contestant, bodyFor(contestant.name, scenario, set));
      const read = contestant.name === 'postgraphile' ? scenario.readPostgraphile(data) : data;
      expected ??= read;
      if (!isDeepStrictEqual(read, expected)) {
        throw new Error(
          `${scenario.name} ${JSON.stringify(set)}: ${contestant.name} answers\n${JSON.stringify(read).slice(0, 1500)}\nbut ${contestants[0].name}\n${JSON.stringify(expected).slice(0, 1500)}`,
        );
      }
    }
    bytes += JSON.stringify(expected).length;
  }
  return Math.round(bytes / sets.length);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measure(contestants, scenario, sets, databaseUrl) {
  const load = { connections: Number(options.connections), seconds: Number(options.seconds) };
  const requests = new Map(
    contestants.map((c) => [c.name, sets.map((set) => makeRequest(c.url, bodyFor(c.name, scenario, set)))]),
  );
  for (const c of contestants) await runLoad(c.url, requests.get(c.name), { ...load, seconds: 1.5 });
  const backends = await onServer(databaseUrl, 'SELECT pid FROM pg_stat_activity WHERE datname = current_database()');
  // The others' connections rest meanwhile, so what all of them use is used for the one that is asked.
  const postgres = backends.map(({ pid }) => pid).filter((pid) => cpuOf([pid]) !== null);
  const rounds = new Map(contestants.map((c) => [c.name, []]));
  for (let round = 0; round < Number(options.rounds); round++) {
    // Whoever begins changes from round to round, so that nobody always meets the colder machine.
    const turn = contestants.map((_, i) => contestants[(i + round) % contestants.length]);
    for (const c of turn) {
      const before = [cpuOf([c.child.pid]), cpuOf(postgres)];
      const run = await runLoad(c.url, requests.get(c.name), load);
      const [server, database] = [cpuOf([c.child.pid]), cpuOf(postgres)].map((now, i) =>
        microseconds(now, before[i], run.count),
      );
      rounds.get(c.name).push({ ...run, server, database });
    }
  }
  return Object.fromEntries(
    [...rounds].map(([name, runs]) => [
      name,
      {
        perSecond: Math.round(median(runs.map((run) => run.perSecond))),
        p50: Number(median(runs.map((run) => run.p50)).toFixed(2)),
        p99: Number(median(runs.map((run) => run.p99)).toFixed(2)),
        serverCpu: median(runs.map((run) => run.server)),
        postgresCpu: median(runs.map((run) => run.database)),
        rounds: runs.map((run) => Math.round(run.perSecond)),
      },
    ]),
  );
}

/** For each request; null where it cannot be known, as of a Postgres on another machine. */
const microseconds = (now, before, count) =>
  now === null || before === null || now === before ? null : Math.round(((now - before) * 1_000) / count);

/** Rounds lie side by side in time, so their quotients say more than the quotient of medians on a machine that others use too. */
const ratio = (mine, other) => Number(median(mine.rounds.map((value, i) => value / other.rounds[i])).toFixed(2));

function describeMachine(version) {
  const [cpu] = cpus();
  const packageOf = (path) => JSON.parse(readFileSync(join(HERE, path, 'package.json'), 'utf8')).version;
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    load: Number(loadavg()[0].toFixed(1)),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: execFileSync(findNode(), ['--version'], { encoding: 'utf8' }).trim(),
    postgres: version,
    earshot: packageOf('..'),
    pg: packageOf('../node_modules/pg'),
    postgraphile: names.includes('postgraphile') ? packageOf('node_modules/postgraphile') : null,
    options: {
      seconds: Number(options.seconds),
      rounds: Number(options.rounds),
      connections: Number(options.connections),
      utterances: Number(options.utterances),
    },
  };
}

function printTable(results) {
  const rows = [
    [
      'scenario',
      'contestant',
      'req/s',
      'p50 ms',
      'p99 ms',
      'server CPU µs',
      'Postgres CPU µs',
      'Earshot is … times as fast',
    ],
  ];
  for (const { title, measured } of results) {
    for (const [name, m] of Object.entries(measured)) {
      const times = name === 'earshot' || !measured.earshot ? '' : ratio(measured.earshot, m).toFixed(2);
      rows.push([
        name === Object.keys(measured)[0] ? title : '',
        name,
        String(m.perSecond),
        m.p50.toFixed(2),
        m.p99.toFixed(2),
        String(m.serverCpu ?? '-'),
        String(m.postgresCpu ?? '-'),
        times,
      ]);
    }
  }
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  const print = (row) =>
    row
      .map((cell, i) => (i < 2 || i === 7 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd();
  return [print(rows[0]), widths.map((w) => '-'.repeat(w)).join('  '), ...rows.slice(1).map(print)].join('\n');
}

const home = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
// Postgres runs as another user where this runs as root.
chmodSync(home, 0o755);
const server = options.database ? null : await openServer(home);
const contestants = [];
let database = null;
try {
  say(options.database ? 'Using the database given.' : `Loading ${options.utterances} utterances…`);
  database = options.database
    ? { url: options.database, drop: async () => {} }
    : await makeDatabase(server.url, Number(options.utterances));
  if (!options.database) await onServer(database.url, readFileSync(join(HERE, 'rivals', 'postgraphile.sql'), 'utf8'));
  const [{ version }] = await onServer(database.url, "SELECT current_setting('server_version') AS version");
  for (const name of names) contestants.push(await startContestant(name, database.url));
  const results = [];
  for (const scenario of wanted) {
    const sets = await scenario.sets(database.url);
    if (sets.length === 0) throw new Error(`no data for ${scenario.name}`);
    const bytes = await compareAnswers(contestants, scenario, sets);
    say(
      `${scenario.title}: ${sets.length} sets of variables, the same answers from all, ${bytes} bytes on average; measuring…`,
    );
    results.push({
      name: scenario.name,
      title: scenario.title,
      bytes,
      measured: await measure(contestants, scenario, sets, database.url),
    });
  }
  for (const result of results) {
    const { earshot, ...rivals } = result.measured;
    result.ratios = earshot
      ? Object.fromEntries(Object.entries(rivals).map(([name, m]) => [name, ratio(earshot, m)]))
      : {};
  }
  const report = { machine: describeMachine(version), results };
  const { machine } = report;
  const heading = `${machine.date}, ${machine.cores} × ${machine.cpu}, Node ${machine.node}, Postgres ${machine.postgres}, PostGraphile ${machine.postgraphile}, ${machine.options.utterances} utterances, ${machine.options.connections} connections, ${machine.options.rounds} rounds of ${machine.options.seconds} s in turn, load average ${machine.load} at the end`;
  const table = `${heading}\n\n${printTable(results)}\n`;
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : table);
  if (options.save) {
    mkdirSync(join(HERE, 'results'), { recursive: true });
    writeFileSync(join(HERE, 'results', `${options.save}.json`), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(join(HERE, 'results', `${options.save}.txt`), table);
  }
} finally {
  await Promise.all(contestants.map((c) => c.stop()));
  await database?.drop();
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
}
