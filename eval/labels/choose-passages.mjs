// node eval/labels/choose-passages.mjs [--calls 20] [--passages 3]: the passages of real calls whose every number is labelled by hand, for
// those who label. Chosen by hash, so that nobody picks: the calls of the open and of the sealed fold by the hash of their name, the
// passages (ten lines that hold at least four numbers) by that of name and place. Each number is followed by its mark ⟦n⟧; --json gives
// the spans (code points of the file) that the marks stand for. Nothing of the text is kept in the project: labels name file and span.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const DATA = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared', 'data');
const FOLDS = { open: ['metrics-ectsum', 'metrics-ectsum-more'], sealed: ['metrics-ectsum-sealed'] };
const LINES = 10;
const LEAST_NUMBERS = 4;
const NUMBER = /\d[\d,]*(?:\.\d+)?|\.\d+/g;

const { values } = parseArgs({
  options: {
    fold: { type: 'string', default: 'open' },
    calls: { type: 'string', default: '20' },
    passages: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const hash = (text) => createHash('sha256').update(text).digest('hex');
const byHash = (of) => (a, b) => (hash(of(a)) < hash(of(b)) ? -1 : 1);

/** What can be chosen of one call: blocks of lines with their numbers, offsets in UTF-16. */
function passagesOf(text) {
  const passages = [];
  const lines = [...text.matchAll(/[^\n]+/g)];
  for (let first = 0; first < lines.length; first += LINES) {
    const block = lines.slice(first, first + LINES);
    const [start, last] = [block[0].index, block.at(-1)];
    const words = text.slice(start, last.index + last[0].length);
    const numbers = [...words.matchAll(NUMBER)].map(({ 0: written, index }) => ({ start: start + index, written }));
    if (numbers.length >= LEAST_NUMBERS) passages.push({ start, words, numbers });
  }
  return passages;
}

const codePoints = (text, end) => [...text.slice(0, end)].length;
const folders = FOLDS[values.fold] ?? [];
const calls = folders
  .filter((folder) => existsSync(join(DATA, folder)))
  .flatMap((folder) => readdirSync(join(DATA, folder)).map((name) => `${folder}/${name}`))
  .filter((file) => file.endsWith('.txt'))
  .sort(byHash((file) => file))
  .slice(0, Number(values.calls));
const spans = [];
let mark = 0;
for (const file of calls) {
  const text = readFileSync(join(DATA, file), 'utf8');
  const chosen = passagesOf(text)
    .sort(byHash(({ start }) => `${file}:${start}`))
    .slice(0, Number(values.passages))
    .sort((a, b) => a.start - b.start);
  for (const { start, words, numbers } of chosen) {
    let shown = '';
    let at = 0;
    for (const number of numbers) {
      mark += 1;
      const end = number.start + number.written.length - start;
      shown += `${words.slice(at, end)}⟦${mark}⟧`;
      at = end;
      const from = codePoints(text, number.start);
      spans.push({ mark, file, span: [from, from + [...number.written].length] });
    }
    if (!values.json) process.stdout.write(`\n=== ${file}, from ${start}\n${shown}${words.slice(at)}\n`);
  }
}
if (values.json) process.stdout.write(`${JSON.stringify(spans)}\n`);
else process.stderr.write(`${calls.length} calls, ${mark} numbers\n`);
