import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { OwnPostgres } from './own-postgres';
import { SCENARIOS } from './registry';
import type { Outcome, Scenario, World } from './scenario';
import { stopServers } from './server';
import { prepareWorlds, withWorld } from './world';

/** npm run test:faults: each thing that goes wrong, on real processes, and what the server makes of it. Fails where anything is wrong. */
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    /** Spans and counts a tenth of the full ones. */
    quick: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

interface Row {
  readonly name: string;
  readonly title: string;
  readonly verdict: 'survived' | 'degraded rightly' | 'wrong';
  readonly seconds: number;
  readonly happened: string;
  readonly wrongs: readonly string[];
}

async function tryOne(postgres: OwnPostgres, scenario: Scenario): Promise<Row> {
  const started = performance.now();
  let stuck = 0;
  const run = (world: World) => scenario.run(world);
  const outcome = await withWorld(postgres, options.quick ? 0.1 : 1, run, () => stuck++).catch(
    (error: Error): Outcome => ({ happened: '', degraded: false, wrongs: [`the scenario broke off: ${error.stack}`] }),
  );
  const { happened, degraded } = outcome;
  const wrongs = [...outcome.wrongs];
  if (stuck > 0) wrongs.push(`${stuck} servers did not end within a minute of SIGTERM`);
  const verdict = wrongs.length > 0 ? 'wrong' : degraded ? 'degraded rightly' : 'survived';
  const seconds = Math.round((performance.now() - started) / 1_000);
  return { name: scenario.name, title: scenario.title, verdict, seconds, happened, wrongs };
}

function printRow({ name, title, verdict, seconds, happened, wrongs }: Row): void {
  console.log(`${name.padEnd(22)} ${verdict.padEnd(17)} ${String(seconds).padStart(4)} s  ${title}`);
  if (happened) console.log(`${' '.repeat(49)}${happened}`);
  for (const wrong of wrongs) console.log(`${' '.repeat(49)}WRONG: ${wrong}`);
}

async function runAll(): Promise<void> {
  const wanted = SCENARIOS.filter(({ name }) => !options.only || options.only.includes(name));
  if (options.list) return console.log(wanted.map(({ name, title }) => `${name.padEnd(22)} ${title}`).join('\n'));
  if (wanted.length === 0)
    throw new Error(`no such scenario; there are ${SCENARIOS.map(({ name }) => name).join(', ')}`);
  const home = mkdtempSync(join(tmpdir(), 'earshot-faults-'));
  // Postgres runs as another user when the tests run as root.
  chmodSync(home, 0o755);
  const postgres = await OwnPostgres.make(join(home, 'state'));
  const rows: Row[] = [];
  // Its children are in groups of their own, so a signal to the terminal's group does not reach them.
  let isStopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      isStopped = true;
      void stopServers().then(() => postgres.stop());
    });
  }
  try {
    await prepareWorlds(postgres);
    for (const scenario of wanted) {
      const row = await tryOne(postgres, scenario);
      rows.push(row);
      if (!options.json) printRow(row);
      if (isStopped) break;
      // Whatever a scenario has done to it, the next one begins with a healthy database.
      if (!(await postgres.isUp())) await postgres.start();
    }
  } finally {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
  if (options.json) console.log(JSON.stringify(rows, null, 2));
  const count = (verdict: Row['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  const summary = `${count('survived')} survived, ${count('degraded rightly')} degraded rightly, ${count('wrong')} wrong`;
  if (!options.json) console.log(`\n${summary}`);
  if (count('wrong') > 0 || isStopped) process.exitCode = 1;
}

void runAll().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
