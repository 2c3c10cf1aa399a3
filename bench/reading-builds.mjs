// npm run bench:reading -- OTHER FILE...: this build and another checkout's (built there) read the same files, in turn, each in a process
// of its own that begins cold, as `earshot import` of them does. What is printed is CPU time, which the neighbours on a machine hardly
// change: of the first file alone, which is nearly all start, and of all files.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } },
});
const [other, ...files] = positionals;
const mainOf = (folder) => join(folder, 'dist', 'src', 'main.js');
if (!other || files.length === 0 || !existsSync(mainOf(resolve(other)))) {
  process.stderr.write(
    'Name a checkout in which `npm ci && npm run build` has run, and files: npm run bench:reading -- OTHER FILE...\n',
  );
  process.exit(2);
}
const builds = [process.cwd(), resolve(other)];
const meter = join(import.meta.dirname, 'cpu-at-exit.cjs');

/** Milliseconds of CPU that a build takes for these files, from the start of its process to the end. */
function measure(folder, read) {
  const child = spawn(process.execPath, ['-r', meter, mainOf(folder), 'extract', '--json', ...read], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let told = '';
  child.stdio[3].on('data', (chunk) => {
    told += chunk;
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      if (code === 0) done(Number(told) / 1000);
      else fail(new Error(`${folder}: extract ended with ${code}`));
    });
  });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function compare(what, read) {
  const rounds = [];
  for (let round = 0; round < Number(options.rounds); round++) {
    const cpu = [];
    for (const i of round % 2 === 0 ? [0, 1] : [1, 0]) cpu[i] = await measure(builds[i], read);
    rounds.push(cpu);
  }
  return {
    what,
    milliseconds: [0, 1].map((i) => Math.round(median(rounds.map((cpu) => cpu[i])))),
    speed: Number(median(rounds.map(([mine, theirs]) => theirs / mine)).toFixed(3)),
  };
}

const results = [await compare('the first file', files.slice(0, 1)), await compare(`${files.length} files`, files)];
if (options.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
else
  for (const { what, milliseconds, speed } of results)
    process.stdout.write(`${what}: ${milliseconds.join(' and ')} ms of CPU, ${speed} times the other's speed\n`);
