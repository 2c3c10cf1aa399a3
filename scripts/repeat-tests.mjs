// npm run test:repeat -- -n 10 [JEST ARGUMENT…]: the suite so many times in a row, and every test that was not green each time.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const JEST = createRequire(import.meta.url).resolve('jest/bin/jest');
/** Lines of a failure that are shown: what was expected and what came stand at its beginning. */
const SHOWN_LINES = 12;

const { values, positionals } = parseArgs({
  options: { times: { type: 'string', short: 'n', default: '10' } },
  allowPositionals: true,
});
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) {
  process.stderr.write('usage: npm run test:repeat -- [-n TIMES] [-- JEST ARGUMENT…]\n');
  process.exit(2);
}

/** One run of jest; what it prints is left out, since its result says the same. */
async function runOnce(folder, number) {
  const file = join(folder, `${number}.json`);
  const started = performance.now();
  const args = [JEST, '--json', `--outputFile=${file}`, ...positionals];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-4_000);
  });
  const [code, signal] = await new Promise((resolve) => child.once('close', (...end) => resolve(end)));
  const seconds = Math.round((performance.now() - started) / 1_000);
  return { seconds, ...readResult(file, code ?? signal, said) };
}

/** The faults of a run by the name of their test. A run that left no result, or that fails without a failing test, is a fault itself. */
function readResult(file, end, said) {
  let result;
  try {
    result = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, faults: new Map([['the run itself', `ended with ${end}\n${said}`]]) };
  }
  const faults = new Map();
  for (const suite of result.testResults) {
    const name = relative(ROOT, suite.name);
    const failed = suite.assertionResults.filter(({ status }) => status === 'failed');
    for (const test of failed) faults.set(`${name} › ${test.fullName}`, test.failureMessages.join('\n'));
    if (suite.status === 'failed' && failed.length === 0) faults.set(name, suite.message);
  }
  if (end !== 0 && faults.size === 0) faults.set('the run itself', `ended with ${end}\n${said}`);
  return { passed: result.numPassedTests, faults };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with one
const plain = (text) => text.replace(/\x1b\[[0-9;]*m/g, '');
const firstLines = (text) =>
  plain(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, SHOWN_LINES)
    .map((line) => `      ${line}`)
    .join('\n');

const folder = mkdtempSync(join(tmpdir(), 'earshot-repeat-'));
/** By test: the runs in which it failed, and how. */
const notGreen = new Map();
const counts = new Set();
try {
  for (let run = 1; run <= times; run++) {
    const { seconds, passed, faults } = await runOnce(folder, run);
    counts.add(passed + faults.size);
    console.log(`run ${run} of ${times}: ${passed} passed, ${faults.size} failed, ${seconds} s`);
    for (const [name, message] of faults) {
      // At once: whoever ends the runs before their time has seen what there was.
      console.log(`  ${name}`);
      notGreen.set(name, [...(notGreen.get(name) ?? []), { run, message }]);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`\nNode ${process.version}, ${times} runs in a row:`);
if (counts.size > 1) console.log(`The runs had different numbers of tests: ${[...counts].join(', ')}.`);
if (notGreen.size === 0) console.log('All were green each time.');
for (const [name, failures] of [...notGreen].sort((a, b) => b[1].length - a[1].length)) {
  const runs = failures.map(({ run }) => run).join(', ');
  console.log(`\n  failed ${failures.length} of ${times} (run ${runs}): ${name}\n${firstLines(failures[0].message)}`);
}
process.exitCode = notGreen.size > 0 ? 1 : 0;
